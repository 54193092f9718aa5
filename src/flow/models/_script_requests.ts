// JavaScript and TypeScript: requests to other machines, and what a server's own answers say of them.

import { kindsOf } from "../kinds.ts";
import { type Lines, passes, sink } from "./build.ts";
import type { CallModel } from "./model.ts";

const REMOTE = { kind: "remote", words: "what another server answered" } as const;
const request: CallModel = {
  sinks: [{ kind: "url", words: "a request to a URL", args: [0] }],
  source: REMOTE,
  passes: "none",
};
const CLIENTS =
  "axios axios.default got got.default got.got ky ky.default superagent needle undici node-fetch cross-fetch phin bent axios.create() axios.default.create() got.extend() ky.create() ky.extend() undici.Client() undici.Pool() ofetch.$fetch wretch"
    .split(" ");
const VERBS = "get post put patch delete del head request fetch stream native raw".split(" ");

export const REQUESTS: Lines = [
  ["decodeURIComponent decodeURI unescape atob querystring.unescape he.decode", {
    passes: [0],
    decodes: true,
  }],
  [
    "fetch globalThis.fetch window.fetch node-fetch node-fetch.default cross-fetch cross-fetch.fetch isomorphic-fetch undici.fetch undici.request undici.stream axios axios.default axios.create() got got.default ky needle request request-promise ofetch.ofetch ofetch.$fetch ofetch wretch make-fetch-happen @adobe/fetch.fetch phin",
    request,
  ],
  [
    "http.get https.get http.request https.request follow-redirects.http.get follow-redirects.https.get follow-redirects.https.request http2.connect WebSocket ws ws.WebSocket ws.default EventSource eventsource eventsource.EventSource net.connect net.createConnection tls.connect @modelcontextprotocol/sdk/client/sse.js.SSEClientTransport @modelcontextprotocol/sdk/client/streamableHttp.js.StreamableHTTPClientTransport Deno.connect",
    request,
  ],
  ["*.goto *.navigate", request],
  [CLIENTS.flatMap((client) => VERBS.map((verb) => `${client}.${verb}`)).join(" "), request],
  ["encodeURIComponent querystring.escape", {
    sanitises: kindsOf("url", "path", "shell", "header", "sql", "argument", "redirect", "log"),
  }],
  ["encodeURI", { sanitises: kindsOf("header", "log") }],
  ["URL", passes(0, 1)],
  ["URLSearchParams().toString querystring.stringify qs.stringify", {
    passes: ["all", "receiver"],
    returns: "text",
    marks: kindsOf("url", "path", "shell", "header", "redirect", "log"),
  }],
  ["URLSearchParams", { sanitises: kindsOf("url", "path", "shell", "header", "redirect", "log") }],
  ["*.redirect", sink("redirect", "a redirect", { args: [1, 0] })],
  [
    "net.connect().write net.createConnection().write net.Socket().write tls.connect().write",
    sink("header", "a request's headers, written by hand"),
  ],
];
