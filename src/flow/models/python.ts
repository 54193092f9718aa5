// Python: the standard library and what servers are commonly built with.

import { ALL_KINDS, kindsOf } from "../kinds.ts";
import { type Lines, passes, sink, sinks, table } from "./build.ts";
import { ENVIRONMENT } from "./environment.ts";
import { RESOLVED } from "./marks.ts";
import { PYTHON_MCP } from "./mcp.ts";
import type { CallModel, Models } from "./model.ts";

const SHELL_LINE = "a shell's command line";
const command = (args: readonly (number | string)[]): CallModel =>
  sinks(
    sink("shell", SHELL_LINE, { args, when: { option: "shell", is: true } }),
    sink("program", "the start of a program", {
      args,
      when: { option: "shell", is: false },
      as: "command",
    }),
  );
const exec = (first: number): CallModel =>
  sink("program", "the start of a program", { args: [first] });

const COMMANDS: Lines = [
  [
    "subprocess.run subprocess.Popen subprocess.call subprocess.check_call subprocess.check_output",
    command([0, "args"]),
  ],
  [
    "os.system os.popen subprocess.getoutput subprocess.getstatusoutput commands.getoutput popen2.popen2",
    sink("shell", SHELL_LINE, { args: [0, "cmd", "command"] }),
  ],
  [
    "asyncio.create_subprocess_shell asyncio.subprocess.create_subprocess_shell trio.run_process anyio.run_process",
    sink("shell", SHELL_LINE, { args: [0, "cmd"] }),
  ],
  [
    "asyncio.create_subprocess_exec asyncio.subprocess.create_subprocess_exec",
    sinks(exec(0), sink("argument", "a program's arguments", { args: [1], as: "rest" })),
  ],
  ["os.execv os.execve os.execvp os.execvpe os.execl os.execlp", exec(0)],
  ["os.spawnv os.spawnl os.spawnvp os.spawnlp", exec(1)],
  ["pty.spawn pexpect.spawn pexpect.run", sink("shell", SHELL_LINE)],
  [
    "*.exec_command *.run_command",
    sink("shell", "a command line on another machine", { args: [0, "command"] }),
  ],
  [
    "webbrowser.open webbrowser.open_new webbrowser.open_new_tab os.startfile",
    sink("open", "the opening of a URL by the system", { args: [0, "url"] }),
  ],
  ["shlex.quote pipes.quote", { sanitises: kindsOf("shell", "argument") }],
  ["shlex.split", passes(0)],
];

const CODE: Lines = [
  ["eval exec builtins.eval builtins.exec code.interact", sink("code", "the evaluation of code")],
  ["compile builtins.compile", passes(0)],
  ["*.runsource *.runcode *.run_cell", sink("code", "the evaluation of code")],
  ["numexpr.evaluate pandas.eval *.eval_expr", sink("code", "the evaluation of code")],
  ["ast.literal_eval", { passes: [0] }],
  [
    "__import__ importlib.import_module runpy.run_path runpy.run_module",
    sink("module", "the loading of a module"),
  ],
  [
    "pickle.loads pickle.load cPickle.loads dill.loads dill.load cloudpickle.loads joblib.load marshal.loads shelve.open jsonpickle.decode pandas.read_pickle torch.load",
    sink("deserialization", "the making of objects out of bytes"),
  ],
  ["yaml.load yaml.unsafe_load yaml.full_load yaml.load_all", {
    sinks: [{
      kind: "deserialization",
      words: "the making of objects out of YAML",
      args: [0, "stream"],
      unless: { args: [1, "Loader"], name: /(?:^|[.])C?(?:Safe|Base)Loader$/ },
    }],
    passes: [0],
  }],
  [
    "yaml.safe_load yaml.safe_load_all json.loads json.load tomllib.loads orjson.loads ujson.loads",
    passes(0),
  ],
  [
    "jinja2.Template mako.template.Template tornado.template.Template flask.render_template_string render_template_string jinja2.Environment().from_string",
    sink("template", "the compilation of a template"),
  ],
];

const READ = "the reading of a file";
const WRITE = "the writing of a file";
const PATHS: Lines = [
  ["open io.open codecs.open builtins.open aiofiles.open gzip.open bz2.open", {
    sinks: [{ kind: "path", words: "the opening of a file", args: [0, "file"] }],
    source: { kind: "file", words: "the content of a file" },
    passes: "none",
  }],
  ["pathlib.Path pathlib.PurePath pathlib.PosixPath Path anyio.Path", passes("all")],
  ["*.read_text *.read_bytes", {
    sinks: [{ kind: "path", words: READ, args: ["receiver"] }],
    source: { kind: "file", words: "the content of a file" },
    passes: "none",
  }],
  [
    "*.write_text *.write_bytes *.unlink *.rmdir *.mkdir *.touch *.symlink_to",
    sink("path", WRITE, { args: ["receiver"] }),
  ],
  ["*.iterdir *.rglob *.glob", {
    sinks: [{ kind: "path", words: "the listing of a folder", args: ["receiver"] }],
  }],
  [
    "os.remove os.unlink os.rmdir os.removedirs shutil.rmtree os.truncate send2trash.send2trash",
    sink("path", "the removal of a file"),
  ],
  ["os.listdir os.scandir os.walk", sink("path", "the listing of a folder")],
  ["glob.glob glob.iglob", sink("path", "the listing of files", { args: [0, "pathname"] })],
  [
    "os.mkdir os.makedirs os.chmod os.chown os.open os.utime",
    sink("path", "access to a file"),
  ],
  [
    "os.rename os.replace shutil.copy shutil.copyfile shutil.copy2 shutil.move shutil.copytree os.symlink os.link",
    sinks(sink("path", READ, { args: [0] }), sink("path", WRITE, { args: [1] })),
  ],
  [
    "flask.send_file send_file fastapi.responses.FileResponse starlette.responses.FileResponse FileResponse aiohttp.web.FileResponse",
    sink("path", "a file sent as an answer", { args: [0, "path"] }),
  ],
  [
    "os.path.join os.path.expanduser os.path.expandvars os.path.normcase os.fspath str repr",
    passes("all"),
  ],
  ["os.path.abspath os.path.realpath os.path.normpath", { passes: ["all"], marks: RESOLVED }],
  ["*.resolve *.absolute", { passes: ["receiver"], marks: RESOLVED }],
  ["os.path.relpath", { passes: [0], marks: RESOLVED }],
  ["os.path.basename ntpath.basename", { sanitises: kindsOf("path", "archive") }],
  ["werkzeug.utils.secure_filename secure_filename pathvalidate.sanitize_filename", {
    sanitises: kindsOf("path", "archive", "shell", "argument"),
  }],
  ["werkzeug.utils.safe_join flask.safe_join safe_join", {
    passes: ["all"],
    marks: kindsOf("path"),
  }],
  [
    "os.path.exists os.path.isfile os.path.isdir os.path.getsize os.path.islink os.access *.exists *.is_file *.is_dir",
    { returns: "boolean" },
  ],
  [
    "*.extractall *.extract",
    sink("archive", "the unpacking of an archive", { args: ["receiver"] }),
  ],
];

const URL_WORDS = "a request to a URL";
const REMOTE = { kind: "remote", words: "what another server answered" } as const;
const request = (args: readonly (number | string)[]): CallModel => ({
  sinks: [{ kind: "url", words: URL_WORDS, args }],
  source: REMOTE,
  passes: "none",
});
const VERBS = ["get", "post", "put", "patch", "delete", "head", "options"];
const clients = [
  "requests",
  "httpx",
  "requests.Session()",
  "requests.sessions.Session()",
  "httpx.Client()",
  "httpx.AsyncClient()",
  "aiohttp.ClientSession()",
  "urllib3.PoolManager()",
];

const REQUESTS: Lines = [
  [
    clients.flatMap((client) => VERBS.map((verb) => `${client}.${verb}`)).join(" "),
    request([0, "url"]),
  ],
  [clients.map((client) => `${client}.request`).join(" "), request([1, "url"])],
  ["requests.request httpx.request httpx.stream httpx.AsyncClient().stream", request([1, "url"])],
  [
    "urllib.request.urlopen urllib.request.urlretrieve urllib.request.Request urllib2.urlopen urlopen",
    request([0, "url"]),
  ],
  ["http.client.HTTPConnection http.client.HTTPSConnection socket.create_connection", request([0])],
  ["*.goto", request([0, "url"])],
  ["urllib.parse.quote urllib.parse.quote_plus quote", {
    sanitises: kindsOf("url", "path", "shell", "header", "sql", "argument"),
  }],
  ["urllib.parse.urlencode", { sanitises: kindsOf("url", "shell", "header") }],
  ["urllib.parse.urlparse urllib.parse.urlsplit urlparse urllib.parse.urljoin", passes("all")],
  [
    "flask.redirect redirect fastapi.responses.RedirectResponse starlette.responses.RedirectResponse",
    sink("redirect", "a redirect", { args: [0, "url", "location"] }),
  ],
];

const SQL = "an SQL statement";
const DATA: Lines = [
  [
    "*.execute *.executemany *.executescript *.fetch *.fetchrow *.fetchval *.fetch_all *.fetch_one *.exec_driver_sql *.read_sql pandas.read_sql pandas.read_sql_query",
    sink("sql", SQL, { args: [0, "query", "sql", "statement"] }),
  ],
  ["sqlalchemy.text text", passes(0)],
  ["*.raw", sink("sql", SQL)],
  ["*.find *.find_one *.aggregate *.delete_many *.update_many *.count_documents", {
    passes: ["receiver"],
  }],
  [
    "lxml.etree.parse lxml.etree.fromstring lxml.etree.XML xml.sax.parseString xml.dom.minidom.parseString",
    { sinks: [{ kind: "xml", words: "an XML parser that follows entities", args: [0] }] },
  ],
  ["*.xpath", sink("xpath", "an XPath expression")],
  ["*.search_s *.search_ext_s", sink("ldap", "an LDAP filter", { args: [2] })],
  ["re.compile re.match re.search re.fullmatch re.sub re.findall re.split", {
    sinks: [{ kind: "regex", words: "a regular expression", args: [0] }],
    passes: ["all"],
  }],
  ["re.escape", { sanitises: kindsOf("regex") }],
  ["html.escape markupsafe.escape", { sanitises: kindsOf("template", "xml") }],
  ["setattr", sink("property", "the name of an attribute", { args: [1] })],
];

const REQUEST = { kind: "request", words: "a request's data" } as const;

const WEB: Lines = [
  [
    "args form json values data files headers cookies query_string view_args"
      .split(" ").map((name) => `flask.request.${name}`).join(" "),
    { source: REQUEST, isMember: true },
  ],
  ["flask.request.get_json flask.request.get_data", { source: REQUEST, passes: "none" }],
  [
    "tempfile.NamedTemporaryFile tempfile.mkstemp tempfile.mkdtemp tempfile.TemporaryDirectory tempfile.gettempdir os.getcwd",
    { passes: "none" },
  ],
];

const VALUES: Lines = [
  [
    "int float bool len abs round ord hash id sum decimal.Decimal uuid.UUID datetime.datetime.fromisoformat ipaddress.ip_address",
    { returns: "number" },
  ],
  ["isinstance hasattr callable any all", { returns: "boolean" }],
  ["*.isdigit *.isalnum *.startswith *.endswith *.is_relative_to *.isidentifier", {
    returns: "boolean",
  }],
  ["hashlib.md5 hashlib.sha1 hashlib.sha256 hashlib.sha512", { sanitises: ALL_KINDS }],
  ["*.hexdigest", { passes: ["receiver"], marks: ALL_KINDS }],
  ["input sys.stdin.read", {
    source: { kind: "environment", words: "what is typed in" },
    passes: "none",
  }],
  ["sys.exit exit quit os._exit", { exits: true, passes: "none" }],
  ["functools.partial", { wraps: true }],
  ["asyncio.to_thread", { wraps: true }],
];

export const PYTHON_MODELS: Models = table(
  ENVIRONMENT,
  PYTHON_MCP,
  COMMANDS,
  CODE,
  PATHS,
  REQUESTS,
  DATA,
  WEB,
  VALUES,
);
