// JavaScript and TypeScript: what is done with a value.

import type { Deed, Language, Part } from "./matrix.ts";
import { SCRIPT_SHAPES } from "./script_shapes.ts";

const part = (imports: string, body: string): Part => ({ imports, body });
const ALLOWED = 'if (!["a", "b"].includes(value)) throw new Error("Not allowed");';

const DEEDS: readonly Deed[] = [
  {
    name: "a shell",
    kind: "shell",
    vulnerable: part('import { exec } from "node:child_process";', "exec(`ls ${value}`);"),
    hardened: part(
      'import { execFile } from "node:child_process";',
      'execFile("ls", ["--", value]);',
    ),
  },
  {
    name: "a program",
    kind: "program",
    vulnerable: part('import { spawn } from "node:child_process";', "spawn(value, []);"),
    hardened: part('import { spawn } from "node:child_process";', `${ALLOWED}\nspawn(value, []);`),
  },
  {
    name: "an argument",
    kind: "argument",
    vulnerable: part(
      'import { execFileSync } from "node:child_process";',
      'execFileSync("git", ["log", value]);',
    ),
    hardened: part(
      'import { execFileSync } from "node:child_process";',
      'execFileSync("git", ["log", `--author=${value}`]);',
    ),
  },
  {
    name: "code",
    kind: "code",
    vulnerable: part("", "new Function(`return ${value}`)();"),
    hardened: part("", "JSON.parse(value);"),
  },
  {
    name: "a file that is read",
    kind: "path",
    vulnerable: part(
      'import fs from "node:fs/promises";\nimport path from "node:path";',
      'await fs.readFile(path.join("/srv/data", value));',
    ),
    hardened: part(
      'import fs from "node:fs/promises";\nimport path from "node:path";',
      `
const full = path.resolve("/srv/data", value);
if (!full.startsWith("/srv/data" + path.sep)) {
  throw new Error("Outside");
}
await fs.readFile(full);
`,
    ),
  },
  {
    name: "a file that is written",
    kind: "path",
    vulnerable: part('import { writeFileSync } from "node:fs";', 'writeFileSync(value, "text");'),
    hardened: part(
      'import { writeFileSync } from "node:fs";',
      'writeFileSync("/srv/data/fixed.txt", value);',
    ),
  },
  {
    name: "a URL",
    kind: "url",
    vulnerable: part("", "await fetch(value);"),
    hardened: part("", "await fetch(`https://api.example.com/${encodeURIComponent(value)}`);"),
  },
  {
    name: "a host",
    kind: "url",
    vulnerable: part(
      'import axios from "axios";',
      "await axios.get(`https://${value}/status`);",
    ),
    hardened: part(
      'import axios from "axios";',
      `
if (new URL(value).hostname !== "api.example.com") {
  throw new Error("Another host");
}
await axios.get(value);
`,
    ),
  },
  {
    name: "SQL",
    kind: "sql",
    vulnerable: part(
      'import { Pool } from "pg";\nconst pool = new Pool();',
      "await pool.query(`SELECT * FROM t WHERE a = '${value}'`);",
    ),
    hardened: part(
      'import { Pool } from "pg";\nconst pool = new Pool();',
      'await pool.query("SELECT * FROM t WHERE a = $1", [value]);',
    ),
  },
  {
    name: "a template",
    kind: "template",
    vulnerable: part('import ejs from "ejs";', "ejs.render(value, {});"),
    hardened: part('import ejs from "ejs";', 'ejs.render("Hello <%= value %>", { value });'),
  },
  {
    name: "an interpreter",
    kind: "interpreter",
    vulnerable: part(
      'import { spawnSync } from "node:child_process";',
      'spawnSync("python3", ["-c", value]);',
    ),
    hardened: part(
      'import { spawnSync } from "node:child_process";',
      'spawnSync("python3", ["-c", "import sys; print(sys.argv[1])", value]);',
    ),
  },
  {
    name: "a module",
    kind: "module",
    vulnerable: part("", "await import(value);"),
    hardened: part("", `${ALLOWED}\nawait import(value);`),
  },
  {
    name: "what the system opens",
    kind: "open",
    vulnerable: part('import open from "open";', "await open(value);"),
    hardened: part(
      'import open from "open";',
      "await open(`https://docs.example.com/${encodeURIComponent(value)}`);",
    ),
  },
  {
    name: "objects out of text",
    kind: "deserialization",
    vulnerable: part('import { unserialize } from "node-serialize";', "unserialize(value);"),
    hardened: part("", "JSON.parse(value);"),
  },
];

export const SCRIPT: Language = { name: "script", shapes: SCRIPT_SHAPES, deeds: DEEDS };
