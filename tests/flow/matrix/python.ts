// Python: what is done with a value.

import type { Deed, Language, Part } from "./matrix.ts";
import { PYTHON_SHAPES } from "./python_shapes.ts";

const part = (imports: string, body: string): Part => ({ imports, body });
const ALLOWED = `if value not in ("a", "b"):
    raise ValueError("Not allowed")`;

const DEEDS: readonly Deed[] = [
  {
    name: "a shell",
    kind: "shell",
    vulnerable: part("import subprocess", 'subprocess.run(f"ls {value}", shell=True)'),
    hardened: part("import subprocess", 'subprocess.run(["ls", "--", value])'),
  },
  {
    name: "a shell of os",
    kind: "shell",
    vulnerable: part("import os", 'os.system("ls %s" % value)'),
    hardened: part("import os\nimport shlex", 'os.system("ls -- %s" % shlex.quote(value))'),
  },
  {
    name: "an argument",
    kind: "argument",
    vulnerable: part("import subprocess", 'subprocess.check_output(["git", "log", value])'),
    hardened: part("import subprocess", 'subprocess.check_output(["git", "log", "--", value])'),
  },
  {
    name: "code",
    kind: "code",
    vulnerable: part("", "eval(value)"),
    hardened: part("import ast", "ast.literal_eval(value)"),
  },
  {
    name: "a file that is read",
    kind: "path",
    vulnerable: part(
      "import os",
      `
with open(os.path.join("/srv/data", value)) as file:
    file.readline()
`,
    ),
    hardened: part(
      "import os",
      `
full = os.path.realpath(os.path.join("/srv/data", value))
if not full.startswith("/srv/data" + os.sep):
    raise ValueError("Outside")
with open(full) as file:
    file.readline()
`,
    ),
  },
  {
    name: "a file that is written",
    kind: "path",
    vulnerable: part("from pathlib import Path", 'Path(value).write_text("text")'),
    hardened: part(
      "from pathlib import Path",
      `
full = (Path("/srv/data") / value).resolve()
if not full.is_relative_to("/srv/data"):
    raise ValueError("Outside")
full.write_text("text")
`,
    ),
  },
  {
    name: "a URL",
    kind: "url",
    vulnerable: part("import requests", "requests.get(value)"),
    hardened: part("import requests", 'requests.get(f"https://api.example.com/{value}")'),
  },
  {
    name: "a host",
    kind: "url",
    vulnerable: part("import httpx", 'httpx.get("https://" + value + "/status")'),
    hardened: part(
      "import httpx\nfrom urllib.parse import urlparse",
      `
if urlparse(value).hostname not in {"api.example.com"}:
    raise ValueError("Another host")
httpx.get(value)
`,
    ),
  },
  {
    name: "SQL",
    kind: "sql",
    vulnerable: part(
      "import sqlite3",
      `
connection = sqlite3.connect("/srv/notes.db")
connection.execute(f"SELECT * FROM t WHERE a = '{value}'")
`,
    ),
    hardened: part(
      "import sqlite3",
      `
connection = sqlite3.connect("/srv/notes.db")
connection.execute("SELECT * FROM t WHERE a = ?", (value,))
`,
    ),
  },
  {
    name: "objects out of bytes",
    kind: "deserialization",
    vulnerable: part("import base64\nimport pickle", "pickle.loads(base64.b64decode(value))"),
    hardened: part("import json", "json.loads(value)"),
  },
  {
    name: "YAML",
    kind: "deserialization",
    vulnerable: part("import yaml", "yaml.load(value, Loader=yaml.UnsafeLoader)"),
    hardened: part("import yaml", "yaml.load(value, Loader=yaml.SafeLoader)"),
  },
  {
    name: "a template",
    kind: "template",
    vulnerable: part("from jinja2 import Template", "Template(value).render()"),
    hardened: part("from jinja2 import Template", 'Template("Hello {{ v }}").render(v=value)'),
  },
  {
    name: "a module",
    kind: "module",
    vulnerable: part("import importlib", "importlib.import_module(value)"),
    hardened: part("import importlib", `${ALLOWED}\nimportlib.import_module(value)`),
  },
  {
    name: "an interpreter",
    kind: "interpreter",
    vulnerable: part("import subprocess", 'subprocess.run(["python3", "-c", value])'),
    hardened: part(
      "import subprocess",
      'subprocess.run(["python3", "-c", "import sys; print(sys.argv[1])", value])',
    ),
  },
  {
    name: "a program",
    kind: "program",
    vulnerable: part("import subprocess", "subprocess.Popen([value])"),
    hardened: part(
      "import subprocess",
      `
programs = {"a": "/usr/bin/a", "b": "/usr/bin/b"}
if value in programs:
    subprocess.Popen([programs[value]])
`,
    ),
  },
];

export const PYTHON: Language = { name: "python", shapes: PYTHON_SHAPES, deeds: DEEDS };
