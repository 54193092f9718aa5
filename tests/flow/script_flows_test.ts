// JavaScript and TypeScript: how a value gets from a tool's argument to a sink, and what keeps it
// from harm. Each guard stands beside its near miss.

import assert from "node:assert/strict";
import { flowsIn } from "./_flows.ts";

/** The body of a tool's handler whose only argument is `name`; line 1 is its head. */
function body(lines: string): string {
  return `server.tool("t", {}, async ({ name }) => {\n${lines}\n});\n`;
}

const CASES: readonly [name: string, code: string, expected: readonly string[]][] = [
  // Sinks.
  ["a shell", body("exec('ls ' + name);"), ["proven shell 2"]],
  ["a template", body("exec(`ls ${name}`);"), ["proven shell 2"]],
  ["promisified", body("await promisify(exec)(`ls ${name}`);"), ["proven shell 2"]],
  ["spawn with a shell", body("spawn('ls', [name], { shell: true });"), ["proven shell 2"]],
  ["spawn without one", body("spawn('ls', ['--', name]);"), []],
  ["an argument", body("execFile('git', ['log', name]);"), ["proven argument 2"]],
  ["a shell as a program", body("spawn('bash', ['-c', name]);"), ["proven shell 2"]],
  ["an interpreter", body("spawn('node', ['-e', name]);"), ["proven interpreter 2"]],
  ["code", body("return eval(name);"), ["proven code 2"]],
  ["a function of a text", body("return new Function('a', name);"), ["proven code 2"]],
  ["a file", body("return fs.readFileSync(name);"), ["proven path 2"]],
  ["a joined path", body("return fs.readFileSync(path.join(ROOT, name));"), ["proven path 2"]],
  ["a URL", body("return fetch(name);"), ["proven url 2"]],
  ["a path behind a host", body("return fetch(`https://a.example/${name}`);"), []],
  ["a host", body("return fetch(`https://${name}/a`);"), ["proven url 2"]],
  ["SQL", body("return db.query(`SELECT * FROM t WHERE a = '${name}'`);"), ["proven sql 2"]],
  ["SQL with parameters", body("return db.query('SELECT * FROM t WHERE a = $1', [name]);"), []],
  ["a query of something else", body("return index.query(name);"), []],
  ["an expression's exec", body("return /a/.exec(name);"), []],

  // Shapes of servers.
  [
    "registerTool",
    "server.registerTool('t', { inputSchema: {} }, async (args) => exec(args.cmd));\n",
    ["proven shell 1"],
  ],
  [
    "a request handler",
    "server.setRequestHandler(CallToolRequestSchema, async (request) => {\n  const { name, arguments: args } = request.params;\n  switch (name) {\n    case 'a':\n      return exec(args.cmd);\n  }\n});\n",
    ["proven shell 5"],
  ],
  [
    "addTool with execute",
    "server.addTool({ name: 't', execute: async (args) => exec(args.cmd) });\n",
    ["proven shell 1"],
  ],
  [
    "a handler with a name",
    "async function handle({ cmd }) {\n  exec(cmd);\n}\nserver.tool('t', {}, handle);\n",
    ["proven shell 2"],
  ],
  [
    "a bound method",
    "class Tools {\n  run({ cmd }) {\n    exec(cmd);\n  }\n  start(server) {\n    server.tool('t', {}, (a) => this.run(a));\n  }\n}\nnew Tools().start(server);\n",
    ["proven shell 3"],
  ],
  ["a route", "app.post('/run', (req, res) => {\n  exec(req.body.cmd);\n});\n", ["proven shell 2"]],

  // Ways through a program.
  ["aliases", body("const a = name;\nlet b = a;\nexec(b);"), ["proven shell 4"]],
  ["destructuring", body("const { x } = { x: name };\nexec(x);"), ["proven shell 3"]],
  ["another key", body("const { y } = { x: name, y: 'a' };\nexec(y);"), []],
  ["spread", body("const o = { ...{ x: name } };\nexec(o.x);"), ["proven shell 3"]],
  ["a list", body("const a = ['ls'];\na.push(name);\nexec(a.join(' '));"), ["proven shell 4"]],
  ["map", body("name.split(',').map((x) => exec(x));"), ["proven shell 2"]],
  ["forEach of a list", body("[name].forEach((x) => { exec(x); });"), ["proven shell 2"]],
  ["a promise", body("return Promise.resolve(name).then((x) => exec(x));"), ["proven shell 2"]],
  ["a helper", `function run(c) {\n  exec(c);\n}\n${body("run(name);")}`, ["proven shell 2"]],
  ["an arrow", `const run = (c) => exec(c);\n${body("run(name);")}`, ["proven shell 1"]],
  ["a result", `const build = (n) => 'ls ' + n;\n${body("exec(build(name));")}`, [
    "proven shell 3",
  ]],
  ["a callback", `function call(f, x) {\n  f(x);\n}\n${body("call((c) => exec(c), name);")}`, [
    "proven shell 5",
  ]],
  [
    "a class with a field",
    `class R {\n  constructor(c) {\n    this.c = c;\n  }\n  run() {\n    exec(this.c);\n  }\n}\n${
      body("new R(name).run();")
    }`,
    ["proven shell 6"],
  ],
  ["a number", "server.tool('t', {}, async (n: number) => {\n  exec(`ls ${n}`);\n});\n", []],
  ["parseInt", body("exec(`kill ${parseInt(name, 10)}`);"), []],
  ["nobody calls it", "export function run(cmd) {\n  exec(cmd);\n}\n", ["likely shell 2"]],

  [
    "what is said to be a number",
    body("const n = name as number;\nexec(`kill ${n}`);"),
    ["proven shell 3"],
  ],
  [
    "a getter beside a setter",
    `class R {\n  get c() {\n    return this.v;\n  }\n  set c(v) {\n    this.v = v;\n  }\n}\n${
      body("const r = new R();\nr.v = name;\nexec(r.c);")
    }`,
    ["proven shell 12"],
  ],
  ["assigned where there is nothing", body("let c;\nexec(c ??= name);"), ["proven shell 3"]],
  [
    "a labelled continue",
    body(
      "let c = 'ls';\nouter: for (const a of xs) {\nfor (const b of xs) {\nif (b) {\nc = name;\ncontinue outer;\n}\n}\nc = 'ls';\n}\nexec(c);",
    ),
    ["proven shell 12"],
  ],
  [
    "a variable that another tool sets",
    `let mode = "ls";\n${
      body("mode = name;")
    }server.tool("u", {}, async () => {\n  exec(mode);\n});\n`,
    ["proven shell 6"],
  ],

  // Guards and their near misses.
  ["a list", body("if (!['a', 'b'].includes(name)) throw new Error();\nexec(name);"), []],
  [
    "a list that is not heeded",
    body("if (!['a', 'b'].includes(name)) console.log(name);\nexec(name);"),
    ["proven shell 3"],
  ],
  ["a set", body("if (!ALLOWED.has(name)) return;\nexec(name);"), []],
  ["a text that holds it", body("if (!'abc'.includes(name)) return;\nexec(name);"), [
    "proven shell 3",
  ]],
  ["a text that it holds", body("if (name.includes(';')) return;\nexec(name);"), [
    "proven shell 3",
  ]],
  ["switch", body("switch (name) {\ncase 'a': case 'b':\nexec(name);\n}"), []],
  ["switch, what is left", body("switch (name) {\ncase 'a':\nbreak;\ndefault:\nexec(name);\n}"), [
    "proven shell 6",
  ]],
  [
    "an anchored expression",
    body("if (!/^[a-z0-9]+$/.test(name)) throw new Error();\nexec('ls ' + name);"),
    [],
  ],
  ["one anchor", body("if (!/^[a-z0-9]+/.test(name)) throw new Error();\nexec('ls ' + name);"), [
    "proven shell 3",
  ]],
  [
    "anchors of lines",
    body("if (!/^[a-z0-9]+$/m.test(name)) throw new Error();\nexec('ls ' + name);"),
    ["proven shell 3"],
  ],
  ["loose alternatives", body("if (!/^a|b$/.test(name)) throw new Error();\nexec('ls ' + name);"), [
    "proven shell 3",
  ]],
  [
    "resolved and inside",
    body(
      "const p = path.resolve(ROOT, name);\nif (!p.startsWith(ROOT + path.sep)) throw new Error();\nreturn fs.readFileSync(p);",
    ),
    [],
  ],
  [
    "without a separator",
    body(
      "const p = path.resolve(ROOT, name);\nif (!p.startsWith(ROOT)) throw new Error();\nreturn fs.readFileSync(p);",
    ),
    ["proven path 4"],
  ],
  [
    "not resolved",
    body(
      "const p = ROOT + '/' + name;\nif (!p.startsWith(ROOT + path.sep)) throw new Error();\nreturn fs.readFileSync(p);",
    ),
    ["proven path 4"],
  ],
  [
    "relative",
    body(
      "const p = path.resolve(ROOT, name);\nconst r = path.relative(ROOT, p);\nif (r.startsWith('..') || path.isAbsolute(r)) throw new Error();\nreturn fs.readFileSync(p);",
    ),
    [],
  ],
  [
    "the outcome under a name",
    body(
      "const p = path.resolve(ROOT, name);\nconst ok = p.startsWith(ROOT + path.sep);\nif (!ok) throw new Error();\nreturn fs.readFileSync(p);",
    ),
    [],
  ],
  [
    "an outcome that only one way asks for",
    body(
      "let ok = true;\nif (strict) ok = ALLOWED.includes(name);\nif (!ok) throw new Error();\nexec(name);",
    ),
    ["proven shell 5"],
  ],
  [
    "a validator of a part",
    `function ok(n) {\n  const c = n.charAt(0);\n  return c === 'a';\n}\n${
      body("if (!ok(name)) throw new Error();\nexec(name);")
    }`,
    ["proven shell 7"],
  ],
  [
    "one of several folders",
    body(
      "const p = path.resolve(name);\nif (!ROOTS.some((r) => p.startsWith(r + path.sep))) throw new Error();\nreturn fs.readFileSync(p);",
    ),
    [],
  ],
  [
    "one of several, without a separator",
    body(
      "const p = path.resolve(name);\nif (!ROOTS.some((r) => p.startsWith(r))) throw new Error();\nreturn fs.readFileSync(p);",
    ),
    ["proven path 4"],
  ],
  [
    "a host of a list",
    body(
      "const u = new URL(name);\nif (!HOSTS.includes(u.hostname)) throw new Error();\nreturn fetch(u);",
    ),
    [],
  ],
  [
    "a scheme",
    body(
      "const u = new URL(name);\nif (u.protocol !== 'https:') throw new Error();\nreturn fetch(u);",
    ),
    ["proven url 4"],
  ],
  [
    "a validator that throws",
    `function check(n) {\n  if (!ALLOWED.includes(n)) throw new Error();\n}\n${
      body("check(name);\nexec(name);")
    }`,
    [],
  ],
  [
    "a validator that does not",
    `function check(n) {\n  if (!ALLOWED.includes(n)) console.warn(n);\n}\n${
      body("check(name);\nexec(name);")
    }`,
    ["proven shell 6"],
  ],
];

const HEAD =
  "import { exec, execFile, spawn } from 'node:child_process'; import fs from 'fs'; import path from 'node:path'; import { promisify } from 'util';\n";

for (const [name, code, expected] of CASES) {
  Deno.test(`script: ${name}${expected.length > 0 ? "" : ", which is safe"}`, async () => {
    const found = await flowsIn({ "server.ts": HEAD + code });
    const moved = found.map((each) => each.replace(/\d+$/, (line) => String(Number(line) - 1)));
    assert.deepEqual(moved, expected);
  });
}

Deno.test("script: across files, by import, re-export and require", async () => {
  const server = body("run(name);");
  const sink = "import { exec } from 'child_process';\nexport function run(c) {\n  exec(c);\n}\n";
  assert.deepEqual(
    await flowsIn({ "server.ts": `import { run } from './run.js';\n${server}`, "run.ts": sink }),
    ["proven shell run.ts:3"],
  );
  assert.deepEqual(
    await flowsIn({
      "server.ts": `import { run } from './lib';\n${server}`,
      "lib/index.ts": "export * from '../run';\n",
      "run.ts": sink,
    }),
    ["proven shell run.ts:3"],
  );
  assert.deepEqual(
    await flowsIn({
      "server.js": `const { run } = require('./run');\n${server}`,
      "run.js":
        "const cp = require('child_process');\nfunction run(c) {\n  cp.exec(c);\n}\nmodule.exports = { run };\n",
    }),
    ["proven shell run.js:3"],
  );
});
