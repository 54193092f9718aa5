import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { callAt } from "./calls.ts";
import { parameterIn } from "./parameters.ts";
import { describeValue, worstValue } from "./values.ts";
import { scripts, visitCalls } from "./visits.ts";

/** Calls that load and run the code that an argument names, and which argument that is. */
const LOADERS: ReadonlyMap<string, number> = new Map([
  ["__import__", 0],
  ["importlib.import_module", 0],
  ["importlib.__import__", 0],
  ["importlib.util.spec_from_file_location", 1],
  ["imp.load_source", 1],
  ["runpy.run_path", 0],
  ["runpy.run_module", 0],
  ["ctypes.CDLL", 0],
  ["ctypes.cdll.LoadLibrary", 0],
  ["import", 0],
  ["require", 0],
  ["process.dlopen", 1],
  ["plugin.Open", 0],
]);

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  const place = call && LOADERS.get(call.callee);
  const module = place === undefined ? undefined : call!.positional[place];
  const worst = module === undefined ? undefined : worstValue(tree, [module]);
  if (worst?.origin !== "open" || !parameterIn(tree, worst.node)) return undefined;
  return {
    span: { start: tree.span(node).start, end: tree.span(module!).end },
    message: `"${call!.callee}" loads the code that ${describeValue(tree, worst.node)} names`,
  };
}

export default {
  id: "module-from-value",
  family: "command-injection",
  title: "A caller's value names the code to load",
  why:
    "Loading a module runs it: a value that names a file in a folder that others may write to, or " +
    "any module of the machine, runs code inside the server.",
  fix: "Look modules up in a fixed table by a key; never load what a caller names.",
  limits:
    "Follows the value to a parameter within the file, and cannot tell a tool's from that of a " +
    "plugin loader, which only the server's own code calls.",
  severity: "medium",
  confidence: "low",
  cwe: ["CWE-470", "CWE-829"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0050"],
  since: "0.1.0",
  tags: ["injection"],
  matcher: visitCalls({
    python: [
      "__import__",
      "import_module",
      "spec_from_file",
      "load_source",
      "run_path",
      "run_module",
      "ctypes",
    ],
    ...scripts(["import(", "require(", "dlopen"]),
    go: ['"plugin"'],
  }, where),
  sinks: ["module"],
  bad: [
    {
      file: "server.py",
      code: `import importlib

@mcp.tool()
def call(module: str, function: str) -> str:
    return getattr(importlib.import_module(module), function)()
`,
      note: "Any module, any function",
    },
    {
      file: "server.ts",
      code: `server.tool("plugin", shape, async ({ name }) => {
  const plugin = await import(\`./plugins/\${name}.js\`);
  return plugin.default();
});
`,
      note: "A name that may climb out of its folder",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import importlib

for name in ["notes", "files"]:
    importlib.import_module(f"server.tools.{name}")
`,
      note: "Names of a fixed list",
    },
    {
      file: "server.ts",
      code: `const driver = await import(process.env.DRIVER ?? "./sqlite.js");
const os = require("node:os");
`,
      note: "A choice of whoever starts the server, and a constant",
    },
  ],
} satisfies Rule<SyntaxTree>;
