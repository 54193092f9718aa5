import type { Match, Rule } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { type Call, CALL_NODES, callAt, valueOf } from "../code/calls.ts";
import { visit } from "./settings.ts";

/** A name of one's own in the folder that all users share. */
const SHARED = /^(?:\/tmp|\/var\/tmp|\/private\/tmp)\/[\w.@-]{1,80}$/;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  if (!call) return undefined;
  if (call.callee === "tempfile.mktemp") {
    return {
      span: tree.span(node),
      message: "Whoever is faster makes the file between its name and its opening",
    };
  }
  const path = writtenPath(call);
  const text = path === undefined ? undefined : constantText(tree, path)?.text;
  return text !== undefined && SHARED.test(text)
    ? {
      span: tree.span(node),
      message: `"${text}" can be created beforehand by any other user of the machine`,
    }
    : undefined;
}

const SCRIPT_WRITES =
  /^(?:node:)?(?:fs|fs\/promises|fs\.promises)\.(?:writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream)$/;
const GO_WRITES = /^(?:os\.(?:Create|WriteFile)|io\/ioutil\.WriteFile)$/;

/** The path that a call makes or changes, following what lies there. */
function writtenPath(call: Call): NodeId | undefined {
  const { tree, callee, method, receiver, positional, keywords } = call;
  const [first] = positional;
  if (tree.language === "go") return GO_WRITES.test(callee) ? first : undefined;
  if (tree.language !== "python") return SCRIPT_WRITES.test(callee) ? first : undefined;
  if (callee === "open" || callee === "io.open") {
    const mode = positional[1] ?? keywords.get("mode");
    const text = mode === undefined ? "" : constantText(tree, mode)?.text ?? "";
    return /^[wa]/.test(text) ? first : undefined;
  }
  if (!/^write_(?:text|bytes)$/.test(method) || receiver === undefined) return undefined;
  const path = callAt(tree, valueOf(tree, receiver));
  return path && /Path$/.test(path.callee) ? path.positional[0] : undefined;
}

const SCRIPT = ["/tmp/"];

export default {
  id: "predictable-temp-file",
  family: "server-hygiene",
  title: "File of a known name in the shared temporary folder",
  why: "Another user puts a link of that name there first: the server then overwrites a file of " +
    "its own user, or writes what it holds where others read it.",
  fix:
    "Use `tempfile.NamedTemporaryFile`, `fs.mkdtemp` or `os.CreateTemp`, or a folder of the user's.",
  limits: "Sees constant paths that are written. In a container of its own, and on systems that " +
    "follow no foreign links there, it matters less.",
  severity: "low",
  confidence: "medium",
  cwe: ["CWE-377"],
  owasp: ["MCP02:2025"],
  atlas: [],
  since: "0.1.0",
  tags: ["files"],
  matcher: visit(
    {
      python: ["/tmp/", "mktemp"],
      javascript: SCRIPT,
      typescript: SCRIPT,
      tsx: SCRIPT,
      go: ["/tmp/"],
    },
    CALL_NODES,
    where,
  ),
  bad: [
    {
      file: "server.py",
      code: `import tempfile

with open("/tmp/acme-export.csv", "w") as file:
    file.write(rows)
name = tempfile.mktemp(suffix=".csv")
`,
      note: "The same name every time; a name without a file",
    },
    {
      file: "server.ts",
      code: `import fs from "node:fs";
fs.writeFileSync("/tmp/acme-debug.log", lines);
`,
      note: "Node",
    },
    {
      file: "main.go",
      code: `package main

import "os"

func save(data []byte) error { return os.WriteFile("/tmp/acme.json", data, 0o600) }
`,
      note: "Go",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import tempfile

with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
    file.write(rows)
with open("/tmp/acme-export.csv") as file:
    rows = file.read()
`,
      note: "A name that nobody knows; one that is read",
    },
    {
      file: "server.ts",
      code: `import fs from "node:fs";
const folder = fs.mkdtempSync("/tmp/acme-");
`,
      note: "A folder of a random name",
    },
  ],
} satisfies Rule<SyntaxTree>;
