// JavaScript and TypeScript: a tool's argument on its way from one file to another.

import { checkFlows } from "./_flows.ts";

/** A server that gives a tool's argument to what `lines` import as `run`. */
function server(lines: string, call = "run(a.name)"): string {
  return `${lines}\nserver.tool("t", { name: z.string() }, async (a) => { ${call}; });\n`;
}

const SINK = 'import { exec } from "node:child_process";\n';
const RUN = `${SINK}export function run(c: string) { exec(c); }\n`;
const REQUIRED = 'const { exec } = require("child_process");\n';
const FOUND = ["proven shell src/sink.ts:2"];

checkFlows("imports of scripts", {
  "a named import": [{
    "src/main.ts": server('import { run } from "./sink.js";'),
    "src/sink.ts": RUN,
  }, FOUND],
  "a renamed import": [{
    "src/main.ts": server('import { run as go } from "./sink";', "go(a.name)"),
    "src/sink.ts": RUN,
  }, FOUND],
  "a namespace": [{
    "src/main.ts": server('import * as sink from "./sink.ts";', "sink.run(a.name)"),
    "src/sink.ts": RUN,
  }, FOUND],
  "a type alone": [{
    "src/main.ts": server('import type { run } from "./sink.ts";'),
    "src/sink.ts": RUN,
  }, ["likely shell src/sink.ts:2"]],
  "a default function": [{
    "src/main.ts": server('import run from "./sink.ts";'),
    "src/sink.ts": `${SINK}export default function (c: string) { exec(c); }\n`,
  }, FOUND],
  "a default object": [{
    "src/main.ts": server('import tools from "./sink.ts";', "tools.run(a.name)"),
    "src/sink.ts": `${SINK}export default { run: (c: string) => exec(c) };\n`,
  }, FOUND],
  "a default class": [{
    "src/main.ts": server('import Runner from "./sink.ts";', "new Runner().run(a.name)"),
    "src/sink.ts": `${SINK}export default class Runner { run(c: string) { exec(c); } }\n`,
  }, FOUND],
  "an index of a folder": [{
    "src/main.ts": server('import { run } from "./lib";'),
    "src/lib/index.ts": RUN,
  }, ["proven shell src/lib/index.ts:2"]],
  "the folder itself": [{
    "src/main.ts": server('import { run } from ".";'),
    "src/index.ts": RUN,
  }, ["proven shell src/index.ts:2"]],
  "all of another module": [{
    "src/main.ts": server('import { run } from "./all.js";'),
    "src/all.ts": 'export * from "./more.js";\n',
    "src/more.ts": 'export * from "./sink.js";\n',
    "src/sink.ts": RUN,
  }, FOUND],
  "a renamed member of another module": [{
    "src/main.ts": server('import { run } from "./all.js";'),
    "src/all.ts": 'export { start as run } from "./sink.js";\n',
    "src/sink.ts": `${SINK}export function start(c: string) { exec(c); }\n`,
  }, FOUND],
  "a default of another module": [{
    "src/main.ts": server('import { run } from "./all.js";'),
    "src/all.ts": 'export { default as run } from "./sink.js";\n',
    "src/sink.ts": `${SINK}export default (c: string) => exec(c);\n`,
  }, FOUND],
  "a namespace of another module": [{
    "src/main.ts": server('import { sink } from "./all.js";', "sink.run(a.name)"),
    "src/all.ts": 'export * as sink from "./sink.js";\n',
    "src/sink.ts": RUN,
  }, FOUND],
  "an import given on": [{
    "src/main.ts": server('import { go } from "./all.js";', "go(a.name)"),
    "src/all.ts": 'import { run } from "./sink.js";\nexport { run as go };\n',
    "src/sink.ts": RUN,
  }, FOUND],
  "a renamed import of a library": [{
    "src/main.ts": server('import { run } from "./all.js";'),
    "src/all.ts": 'export { exec as run } from "node:child_process";\n',
  }, ["proven shell src/main.ts:2"]],
  "all of a library": [{
    "src/main.ts": server('import { exec } from "./all.js";', "exec(a.name)"),
    "src/all.ts": 'export * from "node:child_process";\n',
  }, ["proven shell src/main.ts:2"]],
  "an object of functions": [{
    "src/main.js": server('const { run } = require("./sink");'),
    "src/sink.js": `${REQUIRED}function run(c) { exec(c); }\nmodule.exports = { run, no: 1 };\n`,
  }, ["proven shell src/sink.js:2"]],
  "a member of the exports": [{
    "src/main.js": server('const sink = require("./sink.js");', "sink.run(a.name)"),
    "src/sink.js": `${REQUIRED}exports.run = (c) => { exec(c); };\n`,
  }, ["proven shell src/sink.js:2"]],
  "a member of the module's exports": [{
    "src/main.js": server('const { run: go } = require("./sink.js");', "go(a.name)"),
    "src/sink.js": `${REQUIRED}module.exports.run = function (c) { exec(c); };\n`,
  }, ["proven shell src/sink.js:2"]],
  "a function for all exports": [{
    "src/main.js": server('const run = require("./sink");'),
    "src/sink.js": `${REQUIRED}module.exports = (c) => exec(c);\n`,
  }, ["proven shell src/sink.js:2"]],
  "a class for all exports": [{
    "src/main.js": server('const Runner = require("./sink");', "new Runner().run(a.name)"),
    "src/sink.js": `${REQUIRED}module.exports = class Runner { run(c) { exec(c); } };\n`,
  }, ["proven shell src/sink.js:2"]],
  "another module's exports given on": [{
    "src/main.js": server('const { run } = require("./lib");'),
    "src/lib/index.js": 'module.exports = { ...require("./sink"), other: 1 };\n',
    "src/lib/sink.js": `${REQUIRED}exports.run = (c) => exec(c);\n`,
  }, ["proven shell src/lib/sink.js:2"]],
  "required at once": [{
    "src/main.js": server("", 'require("./sink").run(a.name)'),
    "src/sink.js": `${REQUIRED}exports.run = (c) => exec(c);\n`,
  }, ["proven shell src/sink.js:2"]],
  "CommonJS by import": [{
    "src/main.mjs": server('import sink from "./sink.cjs";', "sink.run(a.name)"),
    "src/sink.cjs": `${REQUIRED}module.exports = { run(c) { exec(c); } };\n`,
  }, ["proven shell src/sink.cjs:2"]],
  "a late import": [{
    "src/main.ts": server("", 'const { run } = await import("./sink.js"); run(a.name)'),
    "src/sink.ts": RUN,
  }, FOUND],
  "a late import then": [{
    "src/main.ts": server("", 'import("./sink.js").then((sink) => sink.run(a.name))'),
    "src/sink.ts": RUN,
  }, FOUND],
  "a late import of a library": [{
    "src/main.ts": server("", 'const { exec } = await import("node:child_process"); exec(a.name)'),
    "src/none.ts": "export {};\n",
  }, ["proven shell src/main.ts:2"]],
  "a circle": [{
    "src/a.ts": `import { step } from "./b.js";\n${
      server("", "step(a.name)")
    }export function finish(c: string) { exec(c); }\nimport { exec } from "child_process";\n`,
    "src/b.ts": 'import { finish } from "./a.js";\nexport const step = (c: string) => finish(c);\n',
  }, ["proven shell src/a.ts:4"]],
  "a circle entered at its other end": [{
    "src/a.ts": 'import { run } from "./b.js";\nexport const go = (c: string) => run(c);\n',
    "src/b.ts": `import { go } from "./a.js";\n${SINK}${
      server("", "go(a.name)")
    }export const run = (c: string) => { exec(c); };\n`,
  }, ["proven shell src/b.ts:5"]],
  "a circle of classes": [{
    "src/a.ts":
      'import { B } from "./b.js";\nexport class A { b = new B(this); go(c: string) { this.b.run(c); } }\n',
    "src/b.ts":
      `import { A } from "./a.js";\n${SINK}export class B { constructor(private a: A) {} run(c: string) { exec(c); } }\n`,
    "src/main.ts": server('import { A } from "./a.js";', "new A().go(a.name)"),
  }, ["proven shell src/b.ts:3"]],
  "handlers of another file": [{
    "src/main.ts":
      'import * as handlers from "./sink.js";\nserver.tool("x", schema, handlers.handle);\n',
    "src/sink.ts": `${SINK}export async function handle({ name }) { exec(name); }\n`,
  }, FOUND],
  "handlers of an object of another file": [{
    "src/main.ts":
      'import { handlers } from "./sink.js";\nserver.tool("x", schema, handlers.handle);\n',
    "src/sink.ts": `${SINK}export const handlers = { handle: async (a) => { exec(a.name); } };\n`,
  }, FOUND],
  "a handler made by a function of another file": [{
    "src/main.ts":
      'import { make } from "./sink.js";\nserver.registerTool("x", { inputSchema }, make("x"));\n',
    "src/sink.ts": `${SINK}export const make = (n: string) => async (a) => { exec(a.name); };\n`,
  }, FOUND],
  "a method of an object of another file's class": [{
    "src/main.ts":
      'import { Tools } from "./sink.js";\nconst t = new Tools();\nserver.tool("x", schema, t.handle.bind(t));\nserver.tool("y", schema, (a) => t.other(a));\n',
    "src/sink.ts":
      `${SINK}export class Tools {\n  async handle(a) { exec(a.name); }\n  async other(a) { exec(a.name); }\n}\n`,
  }, ["proven shell src/sink.ts:3", "proven shell src/sink.ts:4"]],
  "a tool object of another file": [{
    "src/main.ts":
      'import { tool } from "./sink.js";\nserver.registerTool(tool.name, tool.config, tool.run);\n',
    "src/sink.ts":
      `${SINK}export const tool = { name: "x", config: {}, run: async (a) => { exec(a.name); } };\n`,
  }, FOUND],
  "tool objects in a list of another file": [{
    "src/main.ts":
      'import { tools } from "./all.js";\nfor (const t of tools) server.registerTool(t.name, t.config, t.run);\n',
    "src/all.ts": 'import { tool } from "./sink.js";\nexport const tools = [tool];\n',
    "src/sink.ts":
      `${SINK}export const tool = { name: "x", config: {}, run: async (a) => { exec(a.name); } };\n`,
  }, FOUND],
  "a function that registers": [{
    "src/main.ts": 'import { register } from "./sink.js";\nregister(server);\n',
    "src/sink.ts":
      `${SINK}export function register(s) { s.tool("x", schema, async (a) => { exec(a.name); }); }\n`,
  }, FOUND],
  "a table of handlers": [{
    "src/main.ts":
      'import { table } from "./sink.js";\nserver.setRequestHandler(S, async (r) => table[r.params.name](r.params.arguments));\n',
    "src/sink.ts": `${SINK}export const table = { run: async (a) => { exec(a.name); } };\n`,
  }, FOUND],
});
