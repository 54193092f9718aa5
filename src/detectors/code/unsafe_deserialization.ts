import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { type Call, callAt } from "./calls.ts";
import { parameterIn } from "./parameters.ts";
import { worstValue } from "./values.ts";
import { scripts, visitCalls } from "./visits.ts";

/** Calls that make objects, and with them calls, out of bytes or text. */
const LOADERS = new Set([
  "pickle.loads",
  "_pickle.loads",
  "cPickle.loads",
  "dill.loads",
  "cloudpickle.loads",
  "marshal.loads",
  "jsonpickle.decode",
  "jsonpickle.loads",
  "yaml.unsafe_load",
  "yaml.unsafe_load_all",
  "node-serialize.unserialize",
  "funcster.deepDeserialize",
  "cryo.parse",
]);

/** The same from a file, which the server may have written itself. */
const FILE_LOADERS = new Set([
  "pickle.load",
  "_pickle.load",
  "cPickle.load",
  "pickle.Unpickler",
  "dill.load",
  "cloudpickle.load",
  "marshal.load",
  "joblib.load",
  "shelve.open",
  "pandas.read_pickle",
]);

/** Safe only with a loader that says so. */
const YAML = new Set(["yaml.load", "yaml.load_all"]);
const SAFE_LOADERS = /(?:Safe|Base|Full)Loader$/;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  const [data] = call?.positional ?? [];
  if (!call || data === undefined) return undefined;
  const kind = LOADERS.has(call.callee) || isUnsafeYaml(call)
    ? "data"
    : FILE_LOADERS.has(call.callee)
    ? "file"
    : undefined;
  const worst = kind && worstValue(tree, [data]);
  if (!worst) return undefined;
  const named = kind === "data" || parameterIn(tree, data) !== undefined;
  if (kind === "file" && !named && worst.origin !== "open") return undefined;
  return {
    span: { start: tree.span(node).start, end: tree.span(data).end },
    message: `"${call.callee}" makes objects, and runs code, as its input says`,
    ...(worst.origin === "open" && named
      ? kind === "file" ? { severity: "medium", confidence: "medium" } : {}
      : { severity: "low", confidence: "low" }),
  };
}

function isUnsafeYaml({ tree, callee, positional, keywords }: Call): boolean {
  if (!YAML.has(callee)) return false;
  const loader = keywords.get("Loader") ?? positional[1];
  return loader === undefined || !SAFE_LOADERS.test(tree.textOf(loader).slice(-80));
}

export default {
  id: "unsafe-deserialization",
  family: "command-injection",
  title: "Objects made from untrusted data",
  why:
    "Formats such as pickle name functions to call while loading: whoever writes the data runs " +
    "code inside the server, before any check of what came out.",
  fix: "Use JSON, or yaml.safe_load; where pickle must be, verify a signature before loading.",
  limits:
    "Sees a value that is not constant, not where it comes from; what is loaded from a file " +
    "weighs less, as the server may have written it.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-502"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0050"],
  since: "0.1.0",
  tags: ["injection"],
  matcher: visitCalls({
    python: ["pickle", "dill", "marshal", "yaml", "joblib", "shelve"],
    ...scripts(["node-serialize", "funcster", "cryo"]),
  }, where),
  sinks: ["deserialization"],
  bad: [
    {
      file: "server.py",
      code: `import base64, pickle, yaml

@mcp.tool()
def restore(state: str, config: str):
    return pickle.loads(base64.b64decode(state)), yaml.load(config, Loader=yaml.Loader)
`,
      note: "A pickle, and YAML with a loader that makes any object",
    },
    {
      file: "server.js",
      code: `const { unserialize } = require("node-serialize");
server.tool("restore", shape, async ({ state }) => unserialize(state));
`,
      note: "A format that holds functions",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import json, pickle, yaml

def restore(state: str, config: str):
    pickle.dumps(state)
    return json.loads(state), yaml.safe_load(config), yaml.load(config, Loader=yaml.SafeLoader)
`,
      note: "JSON, safe loaders, and writing only",
    },
    {
      file: "server.js",
      code: `const yaml = require("js-yaml");
module.exports = (text) => [JSON.parse(text), yaml.load(text)];
`,
      note: "Formats that hold data only",
    },
  ],
} satisfies Rule<SyntaxTree>;
