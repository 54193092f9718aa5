// JavaScript and TypeScript: programs, shells, and text that becomes code or objects.

import { ALL_KINDS, kindsOf } from "../kinds.ts";
import { type Lines, passes, sink, sinks } from "./build.ts";
import type { CallModel } from "./model.ts";

const SHELL_LINE = "a shell's command line";
const PROGRAM = "the start of a program";
const ARGUMENTS = "a program's arguments";
const OPTION = (is: boolean) => ({ option: "shell", is });

const program = (): CallModel =>
  sinks(
    sink("shell", SHELL_LINE, { args: [0], when: OPTION(true) }),
    sink("program", PROGRAM, { args: [0], when: OPTION(false) }),
    sink("argument", ARGUMENTS, { args: [1], when: OPTION(false), as: "words" }),
    sink("shell", SHELL_LINE, { args: [1], when: OPTION(true) }),
  );
/** A text that is split at blanks, or a template whose values are words: no shell reads it. */
const words = (): CallModel =>
  sinks(
    sink("shell", SHELL_LINE, { when: OPTION(true) }),
    sink("program", PROGRAM, { when: OPTION(false), as: "tagged" }),
  );

export const COMMANDS: Lines = [
  [
    "child_process.exec child_process.execSync node:child_process.exec shelljs.exec *.shelljs.exec shelljs.default.exec sudo-prompt.exec node-cmd.run node-cmd.runSync node-cmd.get shell-exec",
    sink("shell", SHELL_LINE),
  ],
  [
    "child_process.spawn child_process.spawnSync child_process.execFile child_process.execFileSync child_process.fork execa.execa execa.execaSync execa execa.sync execa.default execa.execaNode execa.node cross-spawn cross-spawn.sync cross-spawn.spawn tinyexec.x tinyexec.exec nano-spawn node-pty.spawn @lydell/node-pty.spawn @homebridge/node-pty-prebuilt-multiarch.spawn",
    program(),
  ],
  [
    "execa.execaCommand execa.execaCommandSync execa.command execa.commandSync execa.parseCommandString execa.$ execa.$.sync execa.$() zx.$ zx.$.sync zx.$() dax.$ @david/dax.$ Bun.$ bun.$ tinyexec.$",
    words(),
  ],
  [
    "Deno.Command",
    sinks(
      sink("program", PROGRAM, { args: [0] }),
      sink("argument", ARGUMENTS, { args: ["1.args"], as: "words" }),
    ),
  ],
  ["Deno.run", sink("program", PROGRAM, { args: ["0.cmd"], as: "command" })],
  [
    "Bun.spawn Bun.spawnSync bun.spawn bun.spawnSync",
    sink("program", PROGRAM, { args: ["0.cmd", 0], as: "command" }),
  ],
  [
    "simple-git().raw simple-git.simpleGit().raw simple-git.default().raw",
    sink("argument", ARGUMENTS, { args: [0], as: "words" }),
  ],
  [
    "ssh2.Client().exec ssh2.default.Client().exec node-ssh.NodeSSH().execCommand node-ssh().execCommand *.execCommand",
    sink("shell", "a command line on another machine"),
  ],
  [
    "dockerode().getContainer().exec *.container.exec",
    sink("program", PROGRAM, { args: ["0.Cmd"], as: "command" }),
  ],
  [
    "open opn open.default open.openApp",
    sink("open", "the opening of a URL by the system", { args: [0] }),
  ],
  ["util.promisify promisify node:util.promisify pify", { wraps: true }],
  [
    "shell-quote.quote shell-quote.default.quote shell-escape shescape.quote shescape.escape shescape.quoteAll shescape.escapeAll shescape.Shescape().quote shescape.Shescape().quoteAll shescape.Shescape().escape shescape.Shescape().escapeAll any-shell-escape puka.quoteForShell zx.quote Bun.$.escape Bun.shellEscape",
    {
      sanitises: kindsOf("shell", "argument"),
    },
  ],
];

const EVALUATION = "the evaluation of code";
const OBJECTS = "the making of objects out of text";

export const CODE: Lines = [
  ["import require module.createRequire()", sink("module", "the loading of a module")],
  ["eval globalThis.eval window.eval global.eval", sink("code", EVALUATION)],
  [
    "Function globalThis.Function global.Function AsyncFunction GeneratorFunction",
    sinks(
      sink("code", EVALUATION, { args: [0] }),
      sink("code", EVALUATION, { args: [1] }),
      sink("code", EVALUATION, { args: [2] }),
    ),
  ],
  [
    "vm.runInContext vm.runInNewContext vm.runInThisContext vm.Script vm.compileFunction vm.SourceTextModule vm2.VM().run vm2.NodeVM().run vm2.VMScript *.VM().run *.NodeVM().run isolated-vm.Isolate().compileScript *.compileScript *.compileModule *.evalClosure quickjs-emscripten.getQuickJS().evalCode *.evalCode safe-eval static-eval notevil expression-eval.eval mathjs.evaluate",
    sink("code", EVALUATION),
  ],
  // A text given to a page runs in it; a function does not hold the caller's text.
  [
    "*.page.evaluate *.page.evaluateHandle *.page.addScriptTag *.page.evaluateOnNewDocument *.page.addInitScript *.frame.evaluate",
    sink("code", "code that runs in a page"),
  ],
  ["setTimeout setInterval", { passes: "none" }],
  [
    "node-serialize.unserialize serialize-javascript.deserialize funcster.deepDeserialize cryo.parse v8.deserialize js-yaml-js-types.load",
    sink("deserialization", OBJECTS),
  ],
  [
    "js-yaml.load js-yaml.safeLoad js-yaml.default.load yaml.parse JSON.parse JSON5.parse json5.parse jsonc-parser.parse toml.parse smol-toml.parse superjson.parse",
    passes(0),
  ],
  [
    "handlebars.compile handlebars.precompile ejs.render ejs.compile pug.compile pug.render jade.render jade.compile nunjucks.renderString nunjucks.compile nunjucks.Environment().renderString nunjucks.configure().renderString lodash.template lodash/template dot.template dot.compile eta.Eta().renderString eta.render swig.render art-template.render liquidjs.Liquid().parseAndRender twig.twig hogan.js.compile",
    sink("template", "the compilation of a template"),
  ],
  ["crypto.createHash().update crypto.createHash().digest crypto.randomUUID crypto.randomBytes", {
    passes: "none",
    marks: ALL_KINDS,
  }],
];
