import type { Match, Rule } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { CALL_NODES, callAt, valueOf } from "../code/calls.ts";
import { textAt, visit } from "./settings.ts";

/** Sets rights as they stand; what makes a file has the user's mask taken off. */
const CHANGES = /^(?:chmod|chmodSync|fchmod|fchmodSync|lchmod|Chmod)$/;
/** Bits by which everybody writes, and by which a shared folder keeps files to their owners. */
const OTHERS_WRITE = 0o002;
const STICKY = 0o1000;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  if (!call || !CHANGES.test(call.method)) return undefined;
  const candidates = [...call.positional.slice(0, 2), call.keywords.get("mode")];
  for (const given of candidates) {
    const mode = given === undefined ? undefined : modeOf(tree, given);
    if (mode === undefined || (mode & OTHERS_WRITE) === 0 || (mode & STICKY) !== 0) continue;
    return { span: tree.span(node), message: "Every user of the machine may change the file" };
  }
  return undefined;
}

/** `0o777`, `0777` of Go, "777" of Node, `stat.S_IRWXO`; `undefined` for anything else. */
function modeOf(tree: SyntaxTree, given: NodeId): number | undefined {
  const value = valueOf(tree, given);
  const quoted = constantText(tree, value)?.text;
  const text = textAt(tree, value).trim();
  if (/\bS_IWOTH\b|\bS_IRWXO\b/.test(text)) return OTHERS_WRITE;
  const octal = /^0o?([0-7]{3,4})$/.exec(text)?.[1] ??
    (/^["']/.test(text) ? /^[0-7]{3,4}$/.exec(quoted ?? "")?.[0] : undefined);
  if (octal !== undefined) return Number.parseInt(octal, 8);
  return /^\d{1,5}$/.test(text) ? Number(text) : undefined;
}

const SCRIPT = ["chmod"];

export default {
  id: "world-writable-file",
  family: "server-hygiene",
  title: "File that every user of the machine may change",
  why: "Another account, or another server that was broken into, puts its own words or code into " +
    "the file, and the next start runs or believes them.",
  fix: "Give rights to the owner alone: 0o600 for files, 0o700 for folders and programs.",
  limits: "Sees constants that are given to chmod; a mode at creation has the user's mask taken " +
    "off, and is left alone.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-732"],
  owasp: ["MCP02:2025", "ASI03:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["files"],
  matcher: visit(
    {
      python: ["chmod"],
      javascript: SCRIPT,
      typescript: SCRIPT,
      tsx: SCRIPT,
      go: ["Chmod"],
    },
    CALL_NODES,
    where,
  ),
  bad: [
    {
      file: "server.py",
      code: `import os

def save(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)
    os.chmod(path, 0o777)
`,
      note: "Everything to everybody",
    },
    {
      file: "server.ts",
      code: `import { chmodSync } from "node:fs";
chmodSync("run.sh", "777");
chmodSync("notes.json", 0o666);
`,
      note: "As text, and as a number",
    },
    {
      file: "main.go",
      code: `package main

import "os"

func share(path string) error { return os.Chmod(path, 0o666) }
`,
      note: "Go",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import os

os.chmod("run.sh", 0o755)
os.chmod("token.json", 0o600)
os.makedirs("cache", mode=0o777, exist_ok=True)
`,
      note: "Others read, or not at all; a mode from which the mask is taken off",
    },
    {
      file: "server.ts",
      code: `import { chmodSync } from "node:fs";
chmodSync("run.sh", 0o755);
chmodSync("/srv/drop", 0o1777);
`,
      note: "A shared folder, in which files stay their owners'",
    },
  ],
} satisfies Rule<SyntaxTree>;
