// Python: how a value gets from a tool's argument to a sink, and what keeps it from harm. Each
// guard stands beside its near miss, which looks like it and lets everything through.

import assert from "node:assert/strict";
import { flowsIn } from "./_flows.ts";

const TOOL = "@mcp.tool()\ndef tool(name: str) -> str:\n";

/** The body of a tool whose only argument is `name`; line 3 is its first. */
function body(lines: string): string {
  return TOOL + lines.split("\n").map((line) => line === "" ? "" : `    ${line}`).join("\n") + "\n";
}

const CASES: readonly [name: string, code: string, expected: readonly string[]][] = [
  // Sinks.
  ["a shell", body("os.system('ls ' + name)"), ["proven shell 3"]],
  ["subprocess with a shell", body("subprocess.run(f'ls {name}', shell=True)"), ["proven shell 3"]],
  ["subprocess without one", body("subprocess.run(['ls', '--', name])"), []],
  ["an argument", body("subprocess.run(['git', 'log', name])"), ["proven argument 3"]],
  ["a program", body("subprocess.run([name, 'x'])"), ["proven program 3"]],
  ["a shell as a program", body("subprocess.run(['sh', '-c', f'ls {name}'])"), ["proven shell 3"]],
  ["code", body("return eval(name)"), ["proven code 3"]],
  ["a file", body("return open(name).read()"), ["proven path 3"]],
  ["a path object", body("return Path('/srv', name).read_text()"), ["proven path 3"]],
  ["a path by slashes", body("return (Path('/srv') / name).read_text()"), ["proven path 3"]],
  ["removal", body("os.remove(os.path.join('/srv', name))"), ["proven path 3"]],
  ["a URL", body("return requests.get(name).text"), ["proven url 3"]],
  ["a host", body("return requests.get(f'http://{name}/x').text"), ["proven url 3"]],
  ["a path behind a host", body("return requests.get(f'https://a.example/{name}').text"), []],
  ["SQL", body("cursor.execute(f'SELECT * FROM t WHERE a = {name}')"), ["proven sql 3"]],
  ["SQL by percent", body("cursor.execute('SELECT %s' % name)"), ["proven sql 3"]],
  ["SQL by format", body("cursor.execute('SELECT {}'.format(name))"), ["proven sql 3"]],
  ["SQL with parameters", body("cursor.execute('SELECT ?', (name,))"), []],
  ["pickle", body("return pickle.loads(base64.b64decode(name))"), ["proven deserialization 3"]],
  ["YAML", body("return yaml.load(name)"), ["proven deserialization 3"]],
  ["YAML, safely", body("return yaml.load(name, Loader=yaml.SafeLoader)"), []],
  ["a template", body("return jinja2.Template(name).render()"), ["proven template 3"]],
  ["constants", body("name = 'x'\nos.system('ls ' + name)"), []],

  // Ways through a function.
  ["aliases", body("a = name\nb = a\nos.system(b)"), ["proven shell 5"]],
  ["a branch", body("cmd = 'ls'\nif x:\n    cmd = name\nos.system(cmd)"), ["proven shell 6"]],
  ["both branches", body("if x:\n    cmd = 'a'\nelse:\n    cmd = 'b'\nos.system(cmd)"), []],
  ["a loop", body("cmd = ''\nfor part in name.split():\n    cmd += part\nos.system(cmd)"), [
    "proven shell 6",
  ]],
  ["a list", body("parts = ['ls']\nparts.append(name)\nos.system(' '.join(parts))"), [
    "proven shell 5",
  ]],
  ["a dictionary", body("d = {'a': name, 'b': 'x'}\nos.system(d['a'])"), ["proven shell 4"]],
  ["another key", body("d = {'a': name, 'b': 'x'}\nos.system(d['b'])"), []],
  ["unpacking", body("a, b = name, 'x'\nos.system(a)"), ["proven shell 4"]],
  ["unpacking the other", body("a, b = name, 'x'\nos.system(b)"), []],
  ["a comprehension", body("xs = [x.strip() for x in name.split(',')]\nos.system(xs[0])"), [
    "proven shell 4",
  ]],
  ["a conditional", body("os.system(name if x else 'ls')"), ["proven shell 3"]],
  ["or", body("os.system(name or 'ls')"), ["proven shell 3"]],
  ["the walrus", body("if (cmd := name):\n    os.system(cmd)"), ["proven shell 4"]],
  ["with", body("with open('/x') as f:\n    f.write(name)"), []],
  ["try", body("try:\n    cmd = name\nexcept ValueError:\n    cmd = 'x'\nos.system(cmd)"), [
    "proven shell 7",
  ]],
  ["a lambda", body("run = lambda c: os.system(c)\nrun(name)"), ["proven shell 3"]],
  ["a closure", body("def run():\n    os.system(name)\nrun()"), ["proven shell 4"]],
  ["a number", "@mcp.tool()\ndef tool(n: int) -> str:\n    os.system(f'ls {n}')\n", []],
  [
    "a literal type",
    "@mcp.tool()\ndef tool(n: Literal['a', 'b']) -> str:\n    os.system(f'ls {n}')\n",
    [],
  ],
  ["an optional text", "@mcp.tool()\ndef tool(n: str | None = None) -> str:\n    os.system(n)\n", [
    "proven shell 3",
  ]],

  // Through functions.
  ["a helper", `def run(c):\n    os.system(c)\n\n${TOOL}    run(name)\n`, ["proven shell 2"]],
  [
    "a helper of a helper",
    `def run(c):\n    os.system(c)\ndef go(c):\n    run('ls ' + c)\n${TOOL}    go(name)\n`,
    ["proven shell 2"],
  ],
  ["a result", `def build(n):\n    return 'ls ' + n\n${TOOL}    os.system(build(name))\n`, [
    "proven shell 5",
  ]],
  [
    "a result that is constant",
    `def build(n):\n    return 'ls'\n${TOOL}    os.system(build(name))\n`,
    [],
  ],
  ["a keyword", `def run(a, cmd):\n    os.system(cmd)\n${TOOL}    run(cmd=name, a=1)\n`, [
    "proven shell 2",
  ]],
  ["any number", `def run(*words):\n    os.system(' '.join(words))\n${TOOL}    run('a', name)\n`, [
    "proven shell 2",
  ]],
  ["any keywords", `def run(**o):\n    os.system(o['cmd'])\n${TOOL}    run(cmd=name)\n`, [
    "proven shell 2",
  ]],
  [
    "a function given over",
    `def call(f, x):\n    return f(x)\n${TOOL}    call(os.system, name)\n    call(eval_it, name)\ndef eval_it(c):\n    eval(c)\n`,
    ["proven shell 2", "proven code 8"],
  ],
  [
    "a method",
    `class Runner:\n    def run(self, c):\n        os.system(c)\n${TOOL}    Runner().run(name)\n`,
    ["proven shell 3"],
  ],
  [
    "a field",
    `class Runner:\n    def __init__(self, c):\n        self.c = c\n    def run(self):\n        os.system(self.c)\n${TOOL}    Runner(name).run()\n`,
    ["proven shell 5"],
  ],
  [
    "recursion",
    `def run(c, n):\n    if n:\n        return run(c, n - 1)\n    os.system(c)\n${TOOL}    run(name, 3)\n`,
    ["proven shell 4"],
  ],
  ["nobody calls it", "def run(cmd):\n    os.system(cmd)\n", ["likely shell 2"]],

  // Guards and their near misses.
  [
    "a list of names",
    body("if name not in ['a', 'b']:\n    raise ValueError\nos.system(name)"),
    [],
  ],
  [
    "a list that is not heeded",
    body("if name not in ['a', 'b']:\n    log(name)\nos.system(name)"),
    ["proven shell 5"],
  ],
  ["a list in the way that is taken", body("if name in ALLOWED:\n    os.system(name)"), []],
  ["a list in the other way", body("if name in ALLOWED:\n    pass\nelse:\n    os.system(name)"), [
    "proven shell 6",
  ]],
  ["a text that holds it", body("if name in 'abc':\n    os.system(name)"), ["proven shell 4"]],
  ["equality", body("if name == 'a':\n    os.system(name)"), []],
  ["inequality", body("if name != 'a':\n    os.system(name)"), ["proven shell 4"]],
  ["match", body("match name:\n    case 'a' | 'b':\n        os.system(name)"), []],
  [
    "a break out of a match",
    body(
      "cmd = 'ls'\nfor x in xs:\n    match x:\n        case 1:\n            cmd = name\n            break\n        case _:\n            pass\n    cmd = 'ls'\nos.system(cmd)",
    ),
    ["proven shell 12"],
  ],
  [
    "the last of a long chain of conditions",
    body(
      `if name not in ALLOWED:\n    return 'no'\n${
        Array.from({ length: 30 }, (_, i) => `elif name == '${i}':\n    return '${i}'\n`).join("")
      }else:\n    os.system(name)`,
    ),
    [],
  ],
  [
    "match, what is left",
    body("match name:\n    case 'a':\n        pass\n    case _:\n        os.system(name)"),
    ["proven shell 7"],
  ],
  [
    "an anchored expression",
    body("if not re.fullmatch(r'[a-z0-9]+', name):\n    raise ValueError\nos.system('ls ' + name)"),
    [],
  ],
  [
    "match with both anchors",
    body("if not re.match(r'^[a-z0-9]+$', name):\n    raise ValueError\nos.system('ls ' + name)"),
    [],
  ],
  [
    "match without an end",
    body("if not re.match(r'[a-z0-9]+', name):\n    raise ValueError\nos.system('ls ' + name)"),
    ["proven shell 5"],
  ],
  [
    "search without anchors",
    body("if not re.search(r'[a-z0-9]+', name):\n    raise ValueError\nos.system('ls ' + name)"),
    ["proven shell 5"],
  ],
  [
    "an expression that lets anything in",
    body("if not re.fullmatch(r'.+', name):\n    raise ValueError\nos.system('ls ' + name)"),
    ["proven shell 5"],
  ],
  ["quoted", body("os.system('ls ' + shlex.quote(name))"), []],
  ["quoted, but used as it was", body("q = shlex.quote(name)\nos.system('ls ' + name)"), [
    "proven shell 4",
  ]],
  [
    "a list of what is forbidden",
    body("if ';' in name:\n    raise ValueError\nos.system('ls ' + name)"),
    ["proven shell 5"],
  ],
  ["digits", body("if not name.isdigit():\n    raise ValueError\nos.system('kill ' + name)"), []],
  ["int", body("os.system(f'kill {int(name)}')"), []],
  [
    "resolved and inside",
    body(
      "p = (ROOT / name).resolve()\nif not p.is_relative_to(ROOT):\n    raise ValueError\nreturn p.read_text()",
    ),
    [],
  ],
  [
    "inside before it is resolved",
    body(
      "p = ROOT / name\nif not p.is_relative_to(ROOT):\n    raise ValueError\nreturn p.read_text()",
    ),
    ["proven path 6"],
  ],
  [
    "a prefix with a separator",
    body(
      "p = os.path.realpath(os.path.join(ROOT, name))\nif not p.startswith(ROOT + os.sep):\n    raise ValueError\nreturn open(p).read()",
    ),
    [],
  ],
  [
    "a prefix without one",
    body(
      "p = os.path.realpath(os.path.join(ROOT, name))\nif not p.startswith(ROOT):\n    raise ValueError\nreturn open(p).read()",
    ),
    ["proven path 6"],
  ],
  [
    "a prefix before it is resolved",
    body(
      "p = os.path.join(ROOT, name)\nif not p.startswith(ROOT + os.sep):\n    raise ValueError\nreturn open(p).read()",
    ),
    ["proven path 6"],
  ],
  [
    "the last part alone",
    body("return open(os.path.join(ROOT, os.path.basename(name))).read()"),
    [],
  ],
  ["dots replaced", body("return open(os.path.join(ROOT, name.replace('../', ''))).read()"), [
    "proven path 3",
  ]],
  [
    "a host of a list",
    body(
      "if urlparse(name).hostname not in HOSTS:\n    raise ValueError\nreturn requests.get(name).text",
    ),
    [],
  ],
  [
    "a scheme",
    body(
      "if urlparse(name).scheme != 'https':\n    raise ValueError\nreturn requests.get(name).text",
    ),
    ["proven url 5"],
  ],
  [
    "an address that begins with a host",
    body(
      "if not name.startswith('https://a.example/'):\n    raise ValueError\nreturn requests.get(name).text",
    ),
    [],
  ],
  [
    "an address that begins with a host's name",
    body(
      "if not name.startswith('https://a.example'):\n    raise ValueError\nreturn requests.get(name).text",
    ),
    ["proven url 5"],
  ],
  [
    "an address by one of several expressions",
    body(
      "if not any(re.match(r, name) for r in [r'^https://a\\.example/', r'^https://b\\.example/']):\n    raise ValueError\nreturn requests.get(name).text",
    ),
    [],
  ],
  [
    "an address by an expression whose end is open",
    body(
      "if not re.match(r'https://a\\.example', name):\n    raise ValueError\nreturn requests.get(name).text",
    ),
    ["proven url 5"],
  ],
  [
    "a path behind a host, given to a helper",
    `def ask(url):\n    return requests.get(url).text\n${TOOL}    return ask(f'https://a.example/{name}')\n`,
    [],
  ],
  [
    "a host, given to a helper",
    `def ask(url):\n    return requests.get(url).text\n${TOOL}    return ask(f'https://{name}/a')\n`,
    ["proven url 2"],
  ],
  [
    "a host behind the start of a name",
    body("return requests.get(f'https://a.{name}/x').text"),
    ["proven url 3"],
  ],
  [
    "a validator that throws",
    `def check(n):\n    if n not in ALLOWED:\n        raise ValueError\n${TOOL}    check(name)\n    os.system(name)\n`,
    [],
  ],
  [
    "a validator that only logs",
    `def check(n):\n    if n not in ALLOWED:\n        print('no')\n${TOOL}    check(name)\n    os.system(name)\n`,
    ["proven shell 7"],
  ],
  [
    "a validator that tells",
    `def ok(n):\n    return n in ALLOWED\n${TOOL}    if not ok(name):\n        return 'no'\n    os.system(name)\n`,
    [],
  ],
  [
    "a validator that is not asked",
    `def ok(n):\n    return n in ALLOWED\n${TOOL}    ok(name)\n    os.system(name)\n`,
    ["proven shell 6"],
  ],
  [
    "a validator that always agrees",
    `def ok(n):\n    return True\n${TOOL}    if not ok(name):\n        return 'no'\n    os.system(name)\n`,
    ["proven shell 7"],
  ],
  [
    "a validator of something else",
    `def ok(n):\n    return n in ALLOWED\n${TOOL}    if not ok(other):\n        return 'no'\n    os.system(name)\n`,
    ["proven shell 7"],
  ],
];

const HEAD =
  "import os, re, shlex, subprocess, base64, pickle, yaml, jinja2, requests\nfrom pathlib import Path\nfrom urllib.parse import urlparse\nfrom typing import Literal\n";
const HEAD_LINES = HEAD.split("\n").length - 1;

for (const [name, code, expected] of CASES) {
  Deno.test(`python: ${name}${expected.length > 0 ? "" : ", which is safe"}`, async () => {
    const found = await flowsIn({ "server.py": HEAD + code });
    const moved = found.map((each) =>
      each.replace(/\d+$/, (line) => String(Number(line) - HEAD_LINES))
    );
    assert.deepEqual(moved, expected);
  });
}
