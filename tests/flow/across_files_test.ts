// From a handler in one file to a sink in another: every way in which the languages name what is
// elsewhere, and handlers that are registered elsewhere.

import assert from "node:assert/strict";
import { flowsIn } from "./_flows.ts";

type Case = readonly [
  name: string,
  files: Readonly<Record<string, string>>,
  expected: readonly string[],
];

// ---------------------------------------------------------------------------- JavaScript, TypeScript

const EXEC = "import { exec } from 'node:child_process';\n";
const RUN = `${EXEC}export function run(c) {\n  exec(c);\n}\n`;
const tool = (lines: string): string =>
  `server.tool('t', {}, async ({ cmd }) => {\n${lines}\n});\n`;
const FOUND = ["proven shell run.ts:3"];

const SCRIPT: readonly Case[] = [
  ["export * from", {
    "server.ts": `import { run } from './lib';\n${tool("run(cmd);")}`,
    "lib/index.ts": "export * from '../run.js';\n",
    "run.ts": RUN,
  }, FOUND],
  ["export of another name from", {
    "server.ts": `import { start } from './lib/index.js';\n${tool("start(cmd);")}`,
    "lib/index.ts": "export { run as start } from '../run.js';\n",
    "run.ts": RUN,
  }, FOUND],
  ["export of a namespace", {
    "server.ts": `import { shell } from './lib/index.js';\n${tool("shell.run(cmd);")}`,
    "lib/index.ts": "export * as shell from '../run.js';\n",
    "run.ts": RUN,
  }, FOUND],
  ["export of what was imported", {
    "server.ts": `import all from './lib';\n${tool("all.run(cmd);")}`,
    "lib.ts": "import * as run from './run';\nexport default run;\n",
    "run.ts": RUN,
  }, FOUND],
  ["a default that is a function", {
    "server.ts": `import go from './run';\n${tool("go(cmd);")}`,
    "run.ts": `${EXEC}export default function (c) {\n  exec(c);\n}\n`,
  }, FOUND],
  ["a default re-exported by name", {
    "server.ts": `import { go } from './lib';\n${tool("go(cmd);")}`,
    "lib.ts": "export { default as go } from './run';\n",
    "run.ts": `${EXEC}export default (c) => {\n  exec(c);\n};\n`,
  }, FOUND],
  ["a type beside a value", {
    "server.ts":
      `import type { Run } from './types';\nimport { type Run as R, run } from './run';\n${
        tool("run(cmd);")
      }`,
    "types.ts": "export type Run = string;\n",
    "run.ts": RUN,
  }, FOUND],
  ["import = require", {
    "server.ts": `import run = require('./run');\n${tool("run.run(cmd);")}`,
    "run.ts": RUN,
  }, FOUND],
  ["module.exports of an object", {
    "server.js": `const lib = require('./run.js');\n${tool("lib.start(cmd);")}`,
    "run.js":
      "const { exec } = require('child_process');\nfunction run(c) {\n  exec(c);\n}\nmodule.exports = { start: run };\n",
  }, ["proven shell run.js:3"]],
  ["module.exports of a function", {
    "server.js": `const run = require('./run');\n${tool("run(cmd);")}`,
    "run.js":
      "const { exec } = require('child_process');\nmodule.exports = function (c) {\n  exec(c);\n};\n",
  }, ["proven shell run.js:3"]],
  ["module.exports of a class", {
    "server.js": `const Runner = require('./run');\n${tool("new Runner().run(cmd);")}`,
    "run.js":
      "const { exec } = require('child_process');\nclass Runner { run(c) {\n  exec(c);\n} }\nmodule.exports = Runner;\n",
  }, ["proven shell run.js:3"]],
  ["a field of exports, by destructuring", {
    "server.js": `const { run: start } = require('./run');\n${tool("start(cmd);")}`,
    "run.js":
      "const { exec } = require('child_process');\nexports.run = (c) => {\n  exec(c);\n};\n",
  }, ["proven shell run.js:3"]],
  ["a field of module.exports", {
    "server.js": `const lib = require('./run');\n${tool("lib.run(cmd);")}`,
    "run.js":
      "const { exec } = require('child_process');\nmodule.exports.run = (c) => {\n  exec(c);\n};\n",
  }, ["proven shell run.js:3"]],
  ["require of what is required", {
    "server.js": `const { run } = require('./lib');\n${tool("run(cmd);")}`,
    "lib/index.js": "module.exports = { ...require('../run') };\n",
    "run.js":
      "const { exec } = require('child_process');\nexports.run = (c) => {\n  exec(c);\n};\n",
  }, ["proven shell run.js:3"]],
  ["compiled to CommonJS", {
    "server.js": `"use strict";\nconst run_1 = require("./run");\n${tool("(0, run_1.run)(cmd);")}`,
    "run.js":
      'const child_process_1 = require("child_process");\nfunction run(c) {\n  (0, child_process_1.exec)(c);\n}\nexports.run = run;\n',
  }, ["proven shell run.js:3"]],
  ["a dynamic import", {
    "server.ts": tool("const { run } = await import('./run.js');\n  run(cmd);"),
    "run.ts": RUN,
  }, FOUND],
  ["a dynamic import and then", {
    "server.ts": tool("return import('./run.js').then((m) => m.run(cmd));"),
    "run.ts": RUN,
  }, FOUND],
  ["a default by a dynamic import", {
    "server.ts": tool("const run = (await import('./run.js')).default;\n  run(cmd);"),
    "run.ts": `${EXEC}export default (c) => {\n  exec(c);\n};\n`,
  }, FOUND],
  ["files that import one another", {
    "server.ts": `import { run } from './run';\nexport const NAME = 'a';\n${tool("run(cmd);")}`,
    "run.ts": `${EXEC}export function run(c) {\n  exec(c);\n}\nimport { NAME } from './server';\n`,
  }, FOUND],
  ["a class that is elsewhere", {
    "server.ts": `import { Runner } from './run';\nconst r = new Runner();\n${tool("r.run(cmd);")}`,
    "run.ts": `${EXEC}export class Runner { run(c) {\n  exec(c);\n} }\n`,
  }, FOUND],
  ["a class that extends one of another file", {
    "server.ts": `import { Base } from './run';\nclass Runner extends Base {}\n${
      tool("new Runner().run(cmd);")
    }`,
    "run.ts": `${EXEC}export class Base { run(c) {\n  exec(c);\n} }\n`,
  }, FOUND],
  ["an object that is elsewhere", {
    "server.ts": `import { shell } from './run';\n${tool("shell.run(cmd);")}`,
    "run.ts": `${EXEC}export const shell = { run(c) {\n  exec(c);\n} };\n`,
  }, FOUND],
  ["a sanitiser that is elsewhere", {
    "server.ts": `${EXEC}import { isKnown } from './check';\n${
      tool("if (!isKnown(cmd)) return;\nexec(cmd);")
    }`,
    "check.ts": "export const isKnown = (c) => ['ls', 'pwd'].includes(c);\n",
  }, []],
  ["paths of a tsconfig", {
    "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
    "src/server.ts": `import { run } from '@/run';\n${tool("run(cmd);")}`,
    "src/run.ts": RUN,
  }, ["proven shell src/run.ts:3"]],
  ["imports of a package.json", {
    "package.json": '{ "imports": { "#lib/*": "./dist/*.js" } }',
    "src/server.ts": `import { run } from '#lib/run';\n${tool("run(cmd);")}`,
    "src/run.ts": RUN,
  }, ["proven shell src/run.ts:3"]],
  ["another package of the repository", {
    "packages/core/package.json": '{ "name": "@acme/core", "main": "dist/index.js" }',
    "packages/core/src/index.ts": "export * from './run.js';\n",
    "packages/core/src/run.ts": RUN,
    "packages/server/index.ts": `import { run } from '@acme/core';\n${tool("run(cmd);")}`,
  }, ["proven shell packages/core/src/run.ts:3"]],
  ["a name that only looks like a package of the repository", {
    "packages/core/package.json": '{ "name": "@acme/core" }',
    "packages/core/src/index.ts": RUN,
    "packages/server/index.ts": `import { run } from '@acme/cores';\n${tool("run(cmd);")}`,
  }, ["likely shell packages/core/src/index.ts:3"]],

  // Handlers.
  ["a handler that is elsewhere", {
    "server.ts": "import { run } from './run';\nserver.tool('t', {}, run);\n",
    "run.ts": `${EXEC}export async function run({ cmd }) {\n  exec(cmd);\n}\n`,
  }, FOUND],
  ["a handler among those of another file", {
    "server.ts": "import * as handlers from './run';\nserver.tool('t', {}, handlers.run);\n",
    "run.ts": `${EXEC}export async function run({ cmd }) {\n  exec(cmd);\n}\n`,
  }, FOUND],
  ["a handler in an object of another file", {
    "server.ts":
      "import { handlers } from './run';\nserver.registerTool('t', { inputSchema: {} }, handlers.run);\n",
    "run.ts": `${EXEC}export const handlers = { async run({ cmd }) {\n  exec(cmd);\n} };\n`,
  }, FOUND],
  ["a bound method of another file's class", {
    "server.ts":
      "import { Tools } from './run';\nconst tools = new Tools();\nserver.tool('t', {}, tools.run.bind(tools));\n",
    "run.ts": `${EXEC}export class Tools { async run({ cmd }) {\n  exec(cmd);\n} }\n`,
  }, FOUND],
  ["a tool object that is elsewhere", {
    "server.ts":
      "import { tool } from './run';\nserver.registerTool(tool.name, tool.config, tool.handler);\n",
    "run.ts":
      `${EXEC}export const tool = { name: 't', config: {}, handler: async ({ cmd }) => {\n  exec(cmd);\n} };\n`,
  }, FOUND],
  ["tools of a list that is elsewhere", {
    "server.ts":
      "import { tools } from './tools';\nfor (const t of tools) server.tool(t.name, t.schema, t.handler);\n",
    "tools/index.ts": "import { run } from '../run';\nexport const tools = [run];\n",
    "run.ts":
      `${EXEC}export const run = { name: 't', schema: {}, handler: async ({ cmd }) => {\n  exec(cmd);\n} };\n`,
  }, FOUND],
  ["a function of another file that registers", {
    "server.ts": "import { register } from './run';\nregister(new McpServer({}));\n",
    "run.ts":
      `${EXEC}export const register = (server) => server.tool('t', {}, async ({ cmd }) => {\n  exec(cmd);\n});\n`,
  }, FOUND],
  ["a request handler that dispatches to a map of another file", {
    "server.ts":
      "import { handlers } from './run';\nserver.setRequestHandler(CallToolRequestSchema, async (request) => {\n  const { name, arguments: args } = request.params;\n  return handlers[name](args);\n});\n",
    "run.ts": `${EXEC}export const handlers = { run: async ({ cmd }) => {\n  exec(cmd);\n} };\n`,
  }, FOUND],
];

// ------------------------------------------------------------------------------------------- Python

const OS = "import os\n";
const PY_RUN = `${OS}def run(c):\n    os.system(c)\n`;
const pyTool = (lines: string): string =>
  `@mcp.tool()\ndef t(cmd: str):\n${lines.split("\n").map((line) => `    ${line}\n`).join("")}`;
const pyFound = (path: string): string[] => [`proven shell ${path}:3`];

const PYTHON: readonly Case[] = [
  ["from . import", {
    "app/server.py": `from . import runner\n${pyTool("runner.run(cmd)")}`,
    "app/__init__.py": "",
    "app/runner.py": PY_RUN,
  }, pyFound("app/runner.py")],
  ["from .x import *", {
    "app/server.py": `from .runner import *\n${pyTool("run(cmd)")}`,
    "app/runner.py": PY_RUN,
  }, pyFound("app/runner.py")],
  ["from ..x import, under another name", {
    "app/tools/server.py": `from ..lib.runner import run as start\n${pyTool("start(cmd)")}`,
    "app/lib/runner.py": PY_RUN,
  }, pyFound("app/lib/runner.py")],
  ["import a.b as c", {
    "server.py": `import app.runner as r\n${pyTool("r.run(cmd)")}`,
    "app/__init__.py": "",
    "app/runner.py": PY_RUN,
  }, pyFound("app/runner.py")],
  ["import a.b", {
    "server.py": `import app.runner\n${pyTool("app.runner.run(cmd)")}`,
    "app/__init__.py": "",
    "app/runner.py": PY_RUN,
  }, pyFound("app/runner.py")],
  ["import a.b.c of folders without __init__", {
    "server.py": `import app.lib.runner\n${pyTool("app.lib.runner.run(cmd)")}`,
    "app/lib/runner.py": PY_RUN,
  }, pyFound("app/lib/runner.py")],
  ["from a import b of a folder without __init__", {
    "server.py": `from app import runner\n${pyTool("runner.run(cmd)")}`,
    "app/runner.py": PY_RUN,
  }, pyFound("app/runner.py")],
  ["from . import of a folder without __init__", {
    "app/server.py": `from . import runner\n${pyTool("runner.run(cmd)")}`,
    "app/runner.py": PY_RUN,
  }, pyFound("app/runner.py")],
  ["a name that __init__ passes on", {
    "server.py": `from app import run\n${pyTool("run(cmd)")}`,
    "app/__init__.py": "from .runner import run\n__all__ = ['run']\n",
    "app/runner.py": PY_RUN,
  }, pyFound("app/runner.py")],
  ["all names that __init__ passes on", {
    "server.py": `import app\n${pyTool("app.run(cmd)")}`,
    "app/__init__.py": "from .runner import *\n",
    "app/runner.py": PY_RUN,
  }, pyFound("app/runner.py")],
  ["a neighbour by its bare name", {
    "app/server.py": `from runner import run\n${pyTool("run(cmd)")}`,
    "app/runner.py": PY_RUN,
  }, pyFound("app/runner.py")],
  ["a package below src", {
    "server.py": `from app.runner import run\n${pyTool("run(cmd)")}`,
    "src/app/runner.py": PY_RUN,
  }, pyFound("src/app/runner.py")],
  ["a package below lib", {
    "server.py": `from app.runner import run\n${pyTool("run(cmd)")}`,
    "lib/app/__init__.py": "",
    "lib/app/runner.py": PY_RUN,
  }, pyFound("lib/app/runner.py")],
  ["another package of the repository", {
    "packages/server/src/acme_server/main.py": `from acme_core.runner import run\n${
      pyTool("run(cmd)")
    }`,
    "packages/core/src/acme_core/__init__.py": "",
    "packages/core/src/acme_core/runner.py": PY_RUN,
  }, pyFound("packages/core/src/acme_core/runner.py")],
  ["an import in a function", {
    "server.py": pyTool("from runner import run\nrun(cmd)"),
    "runner.py": PY_RUN,
  }, pyFound("runner.py")],
  ["an import that may fail", {
    "app/server.py":
      `try:\n    from .runner import run\nexcept ImportError:\n    from runner import run\n${
        pyTool("run(cmd)")
      }`,
    "app/runner.py": PY_RUN,
  }, pyFound("app/runner.py")],
  ["import_module", {
    "server.py": `import importlib\nr = importlib.import_module('runner')\n${pyTool("r.run(cmd)")}`,
    "runner.py": PY_RUN,
  }, pyFound("runner.py")],
  ["files that import one another", {
    "server.py": `from mcp.server.fastmcp import FastMCP\nmcp = FastMCP('a')\nimport tools\n`,
    "tools.py": `${OS}from server import mcp\n@mcp.tool()\ndef t(cmd: str):\n    os.system(cmd)\n`,
  }, ["proven shell tools.py:5"]],
  ["a class that is elsewhere", {
    "server.py": `from runner import Runner\nr = Runner()\n${pyTool("r.run(cmd)")}`,
    "runner.py": `${OS}class Runner:\n    def run(self, c): os.system(c)\n`,
  }, pyFound("runner.py")],
  ["a class that extends one of another file", {
    "server.py": `import runner\nclass Mine(runner.Base):\n    pass\n${pyTool("Mine().run(cmd)")}`,
    "runner.py": `${OS}class Base:\n    def run(self, c): os.system(c)\n`,
  }, pyFound("runner.py")],
  ["an object of another file", {
    "server.py": `from runner import runner\n${pyTool("runner.run(cmd)")}`,
    "runner.py": `${OS}class Runner:\n    def run(self, c): os.system(c)\nrunner = Runner()\n`,
  }, pyFound("runner.py")],
  ["a sanitiser that is elsewhere", {
    "app/server.py": `${OS}from .check import is_known\n${
      pyTool("if not is_known(cmd):\n    return\nos.system(cmd)")
    }`,
    "app/check.py": "def is_known(c):\n    return c in ('ls', 'pwd')\n",
  }, []],
  ["a library's name that is no file of ours", {
    "app/server.py": `${OS}from time import sleep\n${pyTool("os.system(cmd)")}`,
    "app/lib/time.py": PY_RUN,
  }, ["likely shell app/lib/time.py:3", "proven shell app/server.py:5"]],

  // Handlers.
  ["add_tool of another file's function", {
    "server.py": "import tools\nmcp.add_tool(tools.t)\n",
    "tools.py": `${OS}def t(cmd: str):\n    os.system(cmd)\n`,
  }, pyFound("tools.py")],
  ["mcp.tool() of another file's function", {
    "server.py": "from tools import t\nmcp.tool()(t)\n",
    "tools.py": `${OS}def t(cmd: str):\n    os.system(cmd)\n`,
  }, pyFound("tools.py")],
  ["functions of a list that is elsewhere", {
    "server.py": "from tools import TOOLS\nfor each in TOOLS:\n    mcp.add_tool(each)\n",
    "tools.py": `${OS}def t(cmd: str):\n    os.system(cmd)\nTOOLS = [t]\n`,
  }, pyFound("tools.py")],
  ["a bound method of another file's class", {
    "server.py": "from tools import Tools\ntools = Tools()\nmcp.add_tool(tools.t)\n",
    "tools.py": `${OS}class Tools:\n    def t(self, cmd: str): os.system(cmd)\n`,
  }, pyFound("tools.py")],
  ["a function of another file that registers", {
    "server.py": "from tools import register\nregister(FastMCP('a'))\n",
    "tools.py":
      `${OS}def register(mcp):\n    @mcp.tool()\n    def t(cmd: str):\n        os.system(cmd)\n`,
  }, ["proven shell tools.py:5"]],
  ["call_tool that dispatches to another file", {
    "server.py":
      "from tools import HANDLERS\n@app.call_tool()\nasync def call(name, arguments):\n    return await HANDLERS[name](arguments)\n",
    "tools.py":
      `${OS}async def t(arguments):\n    os.system(arguments['cmd'])\nHANDLERS = {'t': t}\n`,
  }, pyFound("tools.py")],
];

// ------------------------------------------------------------------------------------------------ Go

const GO_MOD = "module example.com/app\n\ngo 1.24\n";
const MCP = '"context"; "github.com/mark3labs/mcp-go/mcp"; "github.com/mark3labs/mcp-go/server"';
const HANDLE = "ctx context.Context, r mcp.CallToolRequest) (*mcp.CallToolResult, error";
const goTool = (lines: string): string =>
  `func handle(${HANDLE}) {\n\tname, _ := r.RequireString("name")\n${lines}\n\treturn nil, nil\n}\nfunc main() { s := server.NewMCPServer("a", "1"); s.AddTool(mcp.NewTool("t"), handle) }\n`;
const goMain = (lines: string, imports = '"example.com/app/internal/run"'): string =>
  `package main\nimport (${MCP}; ${imports})\n${goTool(lines)}`;
const goRun = (code: string): string => `package run\nimport ("errors"; "os/exec")\n${code}`;
const EXECUTES = 'exec.Command("sh", "-c", c).Run() }\n';
const GO_FOUND = ["proven shell internal/run/run.go:3"];
const goFiles = (main: string, run: string): Record<string, string> => ({
  "go.mod": GO_MOD,
  "main.go": main,
  "internal/run/run.go": goRun(run),
});

const GO: readonly Case[] = [
  [
    "a function of another package",
    goFiles(goMain("\trun.Run(name)"), `func Run(c string) { ${EXECUTES}`),
    GO_FOUND,
  ],
  [
    "a package under another name",
    goFiles(
      goMain("\tr2.Run(name)", 'r2 "example.com/app/internal/run"'),
      `func Run(c string) { ${EXECUTES}`,
    ),
    GO_FOUND,
  ],
  [
    "a package whose name is not its folder's",
    {
      "go.mod": GO_MOD,
      "main.go": goMain("\trun.Run(name)", '"example.com/app/internal/go-run"'),
      "internal/go-run/run.go": goRun(`func Run(c string) { ${EXECUTES}`),
    },
    ["proven shell internal/go-run/run.go:3"],
  ],
  [
    "what a function of another package gives",
    goFiles(
      `package main\nimport (${MCP}; "os/exec"; "example.com/app/internal/run")\n${
        goTool('\texec.Command("sh", "-c", run.Build(name)).Run()')
      }`,
      'func Build(c string) string { return "ls " + c }\n',
    ),
    ["proven shell main.go:5"],
  ],
  [
    "a method of a type that is elsewhere",
    goFiles(
      goMain("\tx := run.Runner{}\n\tx.Run(name)"),
      `func (r Runner) Run(c string) { ${EXECUTES}type Runner struct{ dir string }\n`,
    ),
    GO_FOUND,
  ],
  [
    "a method of what a constructor gives",
    goFiles(
      goMain('\tx := run.NewRunner("a")\n\tx.Run(name)'),
      `func (r *Runner) Run(c string) { ${EXECUTES}type Runner struct{ dir string }\nfunc NewRunner(d string) *Runner { return &Runner{dir: d} }\n`,
    ),
    GO_FOUND,
  ],
  [
    "a constructor that may fail",
    goFiles(
      goMain('\tx, err := run.NewRunner("a")\n\tif err != nil { return nil, err }\n\tx.Run(name)'),
      `func (r *Runner) Run(c string) { ${EXECUTES}type Runner struct{ dir string }\nfunc NewRunner(d string) (*Runner, error) { return &Runner{dir: d}, nil }\n`,
    ),
    GO_FOUND,
  ],
  [
    "a field of a literal of another package's type",
    goFiles(
      goMain("\tx := &run.Job{Command: name}\n\tx.Run()"),
      `func (j *Job) Run() { c := j.Command; ${EXECUTES}type Job struct{ Command string }\n`,
    ),
    GO_FOUND,
  ],
  [
    "a literal given to another package",
    goFiles(
      goMain("\trun.Run(run.Job{Command: name})"),
      `func Run(j Job) { c := j.Command; ${EXECUTES}type Job struct{ Command string }\n`,
    ),
    GO_FOUND,
  ],
  [
    "a parameter of another package's type",
    goFiles(
      `package main\nimport (${MCP}; "example.com/app/internal/run")\nfunc use(x *run.Runner, name string) { x.Run(name) }\n${
        goTool("\tuse(nil, name)")
      }`,
      `func (r *Runner) Run(c string) { ${EXECUTES}type Runner struct{}\n`,
    ),
    GO_FOUND,
  ],
  [
    "a type that is embedded from another package",
    goFiles(
      `package main\nimport (${MCP}; "example.com/app/internal/run")\ntype Mine struct{ *run.Runner }\n${
        goTool("\tx := Mine{Runner: &run.Runner{}}\n\tx.Run(name)")
      }`,
      `func (r *Runner) Run(c string) { ${EXECUTES}type Runner struct{}\n`,
    ),
    GO_FOUND,
  ],
  [
    "a field of another package's type",
    goFiles(
      `package main\nimport (${MCP}; "example.com/app/internal/run")\ntype Tools struct{ runner *run.Runner }\nfunc (t *Tools) handle(${HANDLE}) {\n\tname, _ := r.RequireString("name")\n\tt.runner.Run(name)\n\treturn nil, nil\n}\nfunc main() { s := server.NewMCPServer("a", "1"); t := &Tools{}; s.AddTool(mcp.NewTool("t"), t.handle) }\n`,
      `func (r *Runner) Run(c string) { ${EXECUTES}type Runner struct{}\n`,
    ),
    GO_FOUND,
  ],
  [
    "a field that another package's constructor is given",
    goFiles(
      goMain("\tx := run.NewJob(name)\n\tx.Run()"),
      `func (j *Job) Run() { c := j.command; ${EXECUTES}type Job struct{ command string }\nfunc NewJob(c string) *Job { return &Job{command: c} }\n`,
    ),
    GO_FOUND,
  ],
  [
    "the same with a constant, beside another that is given what was sent",
    goFiles(
      goMain('\tx := run.NewJob("ls")\n\t_ = run.NewJob(name)\n\tx.Run()'),
      `func (j *Job) Run() { c := j.command; ${EXECUTES}type Job struct{ command string }\nfunc NewJob(c string) *Job { return &Job{command: c} }\n`,
    ),
    [],
  ],
  [
    "a variable of another package",
    goFiles(
      goMain("\trun.Default.Run(name)"),
      `func (r *Runner) Run(c string) { ${EXECUTES}type Runner struct{}\nvar Default = &Runner{}\n`,
    ),
    GO_FOUND,
  ],
  [
    "files of one package",
    {
      "go.mod": GO_MOD,
      "a.go":
        'package main\nimport "os/exec"\nfunc run(c string) { exec.Command("sh", "-c", c).Run() }\n',
      "main.go": `package main\nimport (${MCP})\n${goTool("\trun(name)")}`,
    },
    ["proven shell a.go:3"],
  ],
  [
    "files of one package, the sink in the last",
    {
      "go.mod": GO_MOD,
      "a.go": `package main\nimport (${MCP})\n${goTool("\trun(name)")}`,
      "z.go":
        'package main\nimport "os/exec"\nfunc run(c string) { exec.Command("sh", "-c", c).Run() }\n',
    },
    ["proven shell z.go:3"],
  ],
  [
    "a method that stands in another file than its type",
    {
      "go.mod": GO_MOD,
      "a.go":
        'package main\nimport "os/exec"\nfunc (r *Runner) run(c string) { exec.Command("sh", "-c", c).Run() }\n',
      "main.go": `package main\nimport (${MCP})\n${goTool("\tx := &Runner{}\n\tx.run(name)")}`,
      "z.go": "package main\ntype Runner struct{ dir string }\n",
    },
    ["proven shell a.go:3"],
  ],
  [
    "a sanitiser of another package",
    goFiles(
      `package main\nimport (${MCP}; "os/exec"; "example.com/app/internal/run")\n${
        goTool(
          '\tif err := run.Check(name); err != nil { return nil, err }\n\texec.Command("sh", "-c", name).Run()',
        )
      }`,
      'func Check(c string) error { if c != "ls" { return errors.New("no") }; return nil }\n',
    ),
    [],
  ],
  [
    "a check of another package that resolves for itself",
    {
      "go.mod": GO_MOD,
      "main.go":
        `package main\nimport (${MCP}; "os"; "path/filepath"; "example.com/app/internal/run")\n${
          goTool(
            "\tabs, err := filepath.Abs(name)\n\tif err != nil { return nil, err }\n\tif !run.Inside(abs) { return nil, nil }\n\tos.ReadFile(abs)",
          )
        }`,
      "internal/run/run.go":
        'package run\nimport ("path/filepath"; "strings")\nfunc Inside(p string) bool { abs, err := filepath.Abs(p); if err != nil { return false }; return strings.HasPrefix(abs, "/srv/") }\n',
    },
    [],
  ],
  [
    "the same check without a separator",
    {
      "go.mod": GO_MOD,
      "main.go":
        `package main\nimport (${MCP}; "os"; "path/filepath"; "example.com/app/internal/run")\n${
          goTool(
            "\tabs, err := filepath.Abs(name)\n\tif err != nil { return nil, err }\n\tif !run.Inside(abs) { return nil, nil }\n\tos.ReadFile(abs)",
          )
        }`,
      "internal/run/run.go":
        'package run\nimport ("path/filepath"; "strings")\nfunc Inside(p string) bool { abs, err := filepath.Abs(p); if err != nil { return false }; return strings.HasPrefix(abs, "/srv") }\n',
    },
    ["proven path main.go:8"],
  ],
  [
    "a package of another module",
    {
      "go.mod": GO_MOD,
      "main.go": goMain("\trun.Run(name)", '"example.com/other/internal/run"'),
      "internal/run/run.go": goRun(`func Run(c string) { ${EXECUTES}`),
    },
    ["likely shell internal/run/run.go:3"],
  ],

  // Handlers.
  [
    "a handler of another package",
    goFiles(
      `package main\nimport (${MCP}; "example.com/app/internal/run")\nfunc main() { s := server.NewMCPServer("a", "1"); s.AddTool(mcp.NewTool("t"), run.Handle) }\n`,
      `func Handle(${HANDLE}) { c := r.GetString("c", ""); ${EXECUTES}`,
    ),
    GO_FOUND,
  ],
  [
    "a method of what another package's constructor gives",
    goFiles(
      `package main\nimport (${MCP}; "example.com/app/internal/run")\nfunc main() { s := server.NewMCPServer("a", "1"); h := run.NewHandler(s); s.AddTool(mcp.NewTool("t"), h.Handle) }\n`,
      `func (h *Handler) Handle(${HANDLE}) { c := r.GetString("c", ""); ${EXECUTES}type Handler struct{}\nfunc NewHandler(s *server.MCPServer) *Handler { return &Handler{} }\n`,
    ),
    GO_FOUND,
  ],
  [
    "a handler that another package makes",
    goFiles(
      `package main\nimport (${MCP}; "example.com/app/internal/run")\nfunc main() { s := server.NewMCPServer("a", "1"); s.AddTool(mcp.NewTool("t"), run.Handler("a")) }\n`,
      `func Handler(d string) server.ToolHandlerFunc { return func(${HANDLE}) { c := r.GetString("c", ""); exec.Command("sh", "-c", c).Run(); return nil, nil } }\n`,
    ),
    GO_FOUND,
  ],
  [
    "a tool and its handler together from another package",
    goFiles(
      `package main\nimport (${MCP}; "example.com/app/internal/run")\nfunc main() { s := server.NewMCPServer("a", "1"); s.AddTool(run.Tool()) }\n`,
      `func Tool() (mcp.Tool, server.ToolHandlerFunc) { return mcp.NewTool("t"), func(${HANDLE}) { c := r.GetString("c", ""); exec.Command("sh", "-c", c).Run(); return nil, nil } }\n`,
    ),
    GO_FOUND,
  ],
  [
    "a function of another package that registers",
    goFiles(
      `package main\nimport (${MCP}; "example.com/app/internal/run")\nfunc main() { s := server.NewMCPServer("a", "1"); run.Register(s) }\n`,
      `func handle(${HANDLE}) { c := r.GetString("c", ""); ${EXECUTES}func Register(s *server.MCPServer) { s.AddTool(mcp.NewTool("t"), handle) }\n`,
    ),
    GO_FOUND,
  ],
  [
    "a list of tools of another package",
    goFiles(
      `package main\nimport (${MCP}; "example.com/app/internal/run")\nfunc main() { s := server.NewMCPServer("a", "1"); s.AddTools(run.Tools()...) }\n`,
      `func handle(${HANDLE}) { c := r.GetString("c", ""); ${EXECUTES}func Tools() []server.ServerTool { return []server.ServerTool{{Tool: mcp.NewTool("t"), Handler: handle}} }\n`,
    ),
    GO_FOUND,
  ],
];

for (const [language, cases] of Object.entries({ script: SCRIPT, python: PYTHON, go: GO })) {
  for (const [name, files, expected] of cases) {
    Deno.test(`${language}, across files: ${name}`, async () => {
      assert.deepEqual(await flowsIn(files), expected);
    });
  }
}

Deno.test("across files, flows do not depend on the order of files", async () => {
  for (const [name, files, expected] of [...SCRIPT, ...PYTHON, ...GO]) {
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    assert.deepEqual(await flowsIn(reversed), expected, name);
  }
});
