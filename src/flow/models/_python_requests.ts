// Python: requests to other machines, and what a server's own answers say of them.

import { kindsOf } from "../kinds.ts";
import { type Lines, passes, sink } from "./build.ts";
import type { CallModel, Which } from "./model.ts";

const URL_WORDS = "a request to a URL";
const CONNECTION = "a connection to an address";
const REMOTE = { kind: "remote", words: "what another server answered" } as const;
const request = (args: readonly Which[], words = URL_WORDS): CallModel => ({
  sinks: [{ kind: "url", words, args }],
  source: REMOTE,
  passes: "none",
});
const VERBS = ["get", "post", "put", "patch", "delete", "head", "options"];
const CLIENTS = [
  "requests",
  "requests.Session()",
  "requests.session()",
  "requests.sessions.Session()",
  "requests_html.HTMLSession()",
  "cloudscraper.create_scraper()",
  "curl_cffi.requests",
  "httpx",
  "httpx.Client()",
  "httpx.AsyncClient()",
  "aiohttp.ClientSession()",
];
/** Clients whose `request` takes the method first. */
const METHOD_FIRST = [...CLIENTS, "urllib3", "urllib3.PoolManager()", "urllib3.ProxyManager()"];

export const REQUESTS: Lines = [
  [
    "urllib.parse.unquote urllib.parse.unquote_plus html.unescape base64.b64decode base64.urlsafe_b64decode bytes.fromhex binascii.unhexlify codecs.decode",
    { passes: [0], decodes: true },
  ],
  [
    CLIENTS.flatMap((client) => VERBS.map((verb) => `${client}.${verb}`)).join(" "),
    request([0, "url"]),
  ],
  [
    METHOD_FIRST.flatMap((client) => [`${client}.request`, `${client}.stream`]).join(" ") +
    " urllib3.PoolManager().urlopen httpx.Client().build_request httpx.AsyncClient().build_request",
    request([1, "url"]),
  ],
  [
    "urllib.request.urlopen urllib.request.urlretrieve urllib.request.Request urllib2.urlopen urllib2.Request urlopen urllib.request.build_opener().open",
    request([0, "url"]),
  ],
  [
    "aiohttp.ClientSession().ws_connect websockets.connect websocket.create_connection httpx_sse.connect_sse mcp.client.sse.sse_client mcp.client.streamable_http.streamablehttp_client feedparser.parse trafilatura.fetch_url newspaper.Article wget.download",
    request([0, "url"]),
  ],
  [
    "http.client.HTTPConnection http.client.HTTPSConnection socket.create_connection ftplib.FTP smtplib.SMTP telnetlib.Telnet xmlrpc.client.ServerProxy asyncio.open_connection",
    request([0, "host"], CONNECTION),
  ],
  ["*.goto", request([0, "url"])],
  ["selenium.webdriver.Chrome().get selenium.webdriver.Firefox().get *.driver.get", request([0])],
  ["urllib.parse.quote urllib.parse.quote_plus quote", {
    sanitises: kindsOf("url", "path", "shell", "header", "sql", "argument", "redirect", "log"),
  }],
  ["urllib.parse.urlencode", { sanitises: kindsOf("url", "shell", "header", "redirect", "log") }],
  [
    "urllib.parse.urlparse urllib.parse.urlsplit urlparse urllib.parse.urljoin yarl.URL httpx.URL",
    passes("all"),
  ],
];

const REDIRECT = "a redirect";
const REQUEST = { kind: "request", words: "a request's data" } as const;

export const WEB: Lines = [
  [
    "flask.redirect redirect fastapi.responses.RedirectResponse starlette.responses.RedirectResponse django.http.HttpResponseRedirect django.shortcuts.redirect aiohttp.web.HTTPFound aiohttp.web.HTTPSeeOther aiohttp.web.HTTPTemporaryRedirect RedirectResponse werkzeug.utils.redirect",
    sink("redirect", REDIRECT, { args: [0, "url", "location"] }),
  ],
  // The address within the server of one of its own functions.
  ["flask.url_for url_for django.urls.reverse", { sanitises: kindsOf("redirect", "url") }],
  [
    "args form json values data files headers cookies query_string view_args"
      .split(" ").map((name) => `flask.request.${name}`).join(" "),
    { source: REQUEST, isMember: true },
  ],
  ["flask.request.get_json flask.request.get_data", { source: REQUEST, passes: "none" }],
  // Headers by hand: a line break in one begins another.
  [
    "smtplib.SMTP().sendmail smtplib.SMTP_SSL().sendmail",
    sink("header", "the headers of a mail", { args: [2, "msg"] }),
  ],
  [
    "socket.socket().send socket.socket().sendall socket.create_connection().send socket.create_connection().sendall",
    sink("header", "a request's headers, written by hand"),
  ],
];
