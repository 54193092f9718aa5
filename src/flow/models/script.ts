// JavaScript and TypeScript: Node.js, Deno, browsers' globals and common packages.

import { ALL_KINDS, kindsOf } from "../kinds.ts";
import { type Lines, passes, sink, sinks, table } from "./build.ts";
import { ENVIRONMENT } from "./environment.ts";
import { RESOLVED } from "./marks.ts";
import { SCRIPT_MCP } from "./mcp.ts";
import type { CallModel, Models } from "./model.ts";

const SHELL_LINE = "a shell's command line";
const program = (): CallModel =>
  sinks(
    sink("shell", SHELL_LINE, { args: [0], when: { option: "shell", is: true } }),
    sink("program", "the start of a program", { args: [0], when: { option: "shell", is: false } }),
    sink("argument", "a program's arguments", {
      args: [1],
      when: { option: "shell", is: false },
      as: "words",
    }),
    sink("shell", SHELL_LINE, { args: [1], when: { option: "shell", is: true } }),
  );

const COMMANDS: Lines = [
  [
    "child_process.exec child_process.execSync execa.execaCommand execa.execaCommandSync execa.$ shelljs.exec *.shelljs.exec",
    sink("shell", SHELL_LINE),
  ],
  [
    "child_process.spawn child_process.spawnSync child_process.execFile child_process.execFileSync child_process.fork execa.execa execa.execaSync execa cross-spawn cross-spawn.sync cross-spawn.spawn node-pty.spawn",
    program(),
  ],
  ["Deno.Command", sinks(sink("program", "the start of a program", { args: [0] }))],
  [
    "Bun.spawn Bun.spawnSync",
    sink("program", "the start of a program", { args: [0], as: "command" }),
  ],
  [
    "open opn open.default open.openApp",
    sink("open", "the opening of a URL by the system", { args: [0] }),
  ],
  ["util.promisify promisify", { wraps: true }],
  ["shell-quote.quote shell-escape shescape.quote", { sanitises: kindsOf("shell", "argument") }],
];

const CODE: Lines = [
  ["eval globalThis.eval window.eval", sink("code", "the evaluation of code")],
  ["Function globalThis.Function", sink("code", "the evaluation of code", { args: [1, 0] })],
  [
    "vm.runInContext vm.runInNewContext vm.runInThisContext vm.Script vm.compileFunction vm2.VM().run *.VM().run isolated-vm.Isolate().compileScript *.compileScript",
    sink("code", "the evaluation of code"),
  ],
  ["setTimeout setInterval", { passes: "none" }],
  [
    "node-serialize.unserialize serialize-javascript.deserialize funcster.deepDeserialize v8.deserialize",
    sink("deserialization", "the making of objects out of text"),
  ],
  ["js-yaml.load js-yaml.safeLoad yaml.parse JSON.parse", passes(0)],
  [
    "handlebars.compile ejs.render ejs.compile pug.compile pug.render nunjucks.renderString lodash.template mustache.render dot.template",
    sink("template", "the compilation of a template"),
  ],
];

const READ = "the reading of a file";
const WRITE = "the writing of a file";
const FS = ["fs", "fs/promises", "fs.promises", "fs-extra", "graceful-fs"];
const each = (names: string): string =>
  FS.flatMap((fs) => names.split(" ").map((name) => `${fs}.${name}`)).join(" ");
const CONTENT = { kind: "file", words: "the content of a file" } as const;

const PATHS: Lines = [
  [each("readFile readFileSync createReadStream readJson readJSON open openSync readlink"), {
    sinks: [{ kind: "path", words: READ, args: [0] }],
    source: CONTENT,
    passes: "none",
  }],
  ["Deno.readTextFile Deno.readFile Deno.readTextFileSync Bun.file", {
    sinks: [{ kind: "path", words: READ, args: [0] }],
    source: CONTENT,
    passes: "none",
  }],
  [
    each(
      "writeFile writeFileSync appendFile appendFileSync createWriteStream mkdir mkdirSync truncate outputFile writeJson chmod chmodSync symlink",
    ),
    sink("path", WRITE),
  ],
  ["Deno.writeTextFile Deno.writeFile Deno.mkdir Bun.write", sink("path", WRITE)],
  [
    each("unlink unlinkSync rm rmSync rmdir rmdirSync remove removeSync emptyDir"),
    sink("path", "the removal of a file"),
  ],
  ["Deno.remove", sink("path", "the removal of a file")],
  [
    each("readdir readdirSync opendir"),
    sink("path", "access to a file or folder"),
  ],
  [
    each("copyFile copyFileSync rename renameSync cp cpSync copy move link"),
    sinks(sink("path", READ, { args: [0] }), sink("path", WRITE, { args: [1] })),
  ],
  [each("realpath realpathSync"), { passes: [0], marks: RESOLVED }],
  [each("existsSync"), { returns: "boolean" }],
  ["*.sendFile *.download", sink("path", "a file sent as an answer")],
  ["path.join path.posix.join", passes("all")],
  [
    "path.resolve path.normalize path.posix.normalize path.posix.resolve path.win32.resolve path.relative path.posix.relative",
    {
      passes: ["all"],
      marks: RESOLVED,
    },
  ],
  ["path.basename path.posix.basename path.extname", { sanitises: kindsOf("path", "archive") }],
  ["path.dirname url.fileURLToPath", passes(0)],
  ["path.isAbsolute", { returns: "boolean" }],
  ["sanitize-filename", { sanitises: kindsOf("path", "archive") }],
];

const URL_WORDS = "a request to a URL";
const REMOTE = { kind: "remote", words: "what another server answered" } as const;
const request: CallModel = {
  sinks: [{ kind: "url", words: URL_WORDS, args: [0] }],
  source: REMOTE,
  passes: "none",
};
const CLIENTS =
  "axios got ky superagent needle undici node-fetch cross-fetch axios.create() got.extend() ky.create()"
    .split(" ");
const VERBS = "get post put patch delete head request fetch stream".split(" ");

const REQUESTS: Lines = [
  [
    "fetch globalThis.fetch node-fetch cross-fetch undici.fetch undici.request axios got ky needle http.get https.get http.request https.request WebSocket ws EventSource eventsource *.goto *.navigate",
    request,
  ],
  [CLIENTS.flatMap((client) => VERBS.map((verb) => `${client}.${verb}`)).join(" "), request],
  ["encodeURIComponent", {
    sanitises: kindsOf("url", "path", "shell", "header", "sql", "argument"),
  }],
  ["encodeURI", { sanitises: kindsOf("header") }],
  ["URL", passes(0, 1)],
  ["URLSearchParams().toString", {
    passes: ["receiver"],
    returns: "text",
    marks: kindsOf("url", "path", "shell", "header"),
  }],
  ["URLSearchParams", { sanitises: kindsOf("url", "path", "shell", "header") }],
  ["*.redirect", sink("redirect", "a redirect", { args: [1, 0] })],
];

const SQL = "an SQL statement";
const DATA: Lines = [
  [
    "*.query *.execute *.raw *.unsafe *.$queryRawUnsafe *.$executeRawUnsafe *.prepare *.exec",
    sink("sql", SQL),
  ],
  ["*.all *.run *.get *.each", { sinks: [{ kind: "sql", words: SQL, args: [0] }] }],
  ["*.escape *.escapeId *.format", { passes: ["all"], marks: kindsOf("sql") }],
  ["RegExp", { sinks: [{ kind: "regex", words: "a regular expression", args: [0] }], passes: [0] }],
  ["libxmljs.parseXml libxmljs.parseXmlString", sink("xml", "an XML parser that follows entities")],
  ["xpath.select", sink("xpath", "an XPath expression")],
  ["*.search", { passes: ["receiver"] }],
  [
    "lodash.merge lodash.set lodash.defaultsDeep",
    sink("property", "the name of a property", { args: [1] }),
  ],
  [
    "*.extractAllTo *.extractEntryTo",
    sink("archive", "the unpacking of an archive", { args: ["receiver"] }),
  ],
];

const VALUES: Lines = [
  [
    "Number parseInt parseFloat Number.parseInt Number.parseFloat BigInt Math.floor Math.round Math.max Math.min Math.abs Date.now *.getTime *.indexOf",
    { returns: "number" },
  ],
  [
    "Boolean isNaN Array.isArray Number.isInteger *.includes *.has *.startsWith *.endsWith *.test *.every *.some",
    { returns: "boolean" },
  ],
  [
    "String JSON.stringify Object.values Object.assign Object.entries structuredClone Promise.resolve Array.from Buffer.from Promise.all",
    passes("all"),
  ],
  ["*.parse *.parseAsync", passes(0)],
  ["*.digest", { passes: ["receiver"], marks: ALL_KINDS }],
  ["process.exit Deno.exit", { exits: true, passes: "none" }],
  ["*.bind", { passes: ["receiver"] }],
];

export const SCRIPT_MODELS: Models = table(
  ENVIRONMENT,
  SCRIPT_MCP,
  COMMANDS,
  CODE,
  PATHS,
  REQUESTS,
  DATA,
  VALUES,
);
