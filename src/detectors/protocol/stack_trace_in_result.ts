import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { callAt, memberOf } from "../code/calls.ts";
import { lastName, snakeCase } from "../code/made_names.ts";
import { textAt, visit } from "./settings.ts";

const MESSAGE = "The stack trace is part of the answer";

const FUNCTIONS = new Set([
  "arrow_function",
  "func_literal",
  "function_declaration",
  "function_definition",
  "function_expression",
  "lambda",
  "method_declaration",
  "method_definition",
]);
const CALLS = new Set(["call", "call_expression", "new_expression"]);
/** Calls whose result is what is answered, or that answer. */
const ANSWERS =
  /^(?:TextContent|ToolResult|CallToolResult|JSONResponse|PlainTextResponse|HTMLResponse|jsonify|json|send|end|NewToolResultError|NewToolResultText|HTTPException|JSON|String)$/;
const FORMS =
  /^(?:dumps|stringify|str|String|format|join|Sprintf|Sprint|slice|substring|replace|trim|strip|string|Error)$/;
const MOST_STEPS = 30;

/** True where the value is given back by a function, or sent as an answer. */
function isAnswered(tree: SyntaxTree, node: NodeId): boolean {
  let at = node;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const parent = tree.parent(at);
    if (parent === undefined) return false;
    const kind = tree.kind(parent);
    if (kind === "return_statement") return true;
    if (FUNCTIONS.has(kind)) return false;
    if (CALLS.has(kind)) {
      const method = callAt(tree, parent)?.method ?? "";
      if (ANSWERS.test(method) && isOfResponse(tree, parent, method)) return true;
      if (!FORMS.test(method)) return false;
    }
    // What a call is made on is not what it gives.
    if (/statement|declaration|assignment|comparison/.test(kind)) return false;
    // A window of the program itself shows it to whoever runs it.
    if (kind.startsWith("jsx_")) return false;
    if (kind === "pair" && LOGS.test(lastName(tree, tree.child(parent, "key") ?? parent))) {
      return false;
    }
    at = parent;
  }
  return false;
}

/** Fields of what is kept, not of what is said. */
const LOGS = /^(?:log|logs|logger|metadata|extra|stack)$/;
const RESPONSES = /(?:^|[.\s)])(?:res|response|reply|ctx|c|ws|socket)(?:\.status\([^)]{0,40}\))?$/;

/** `json` and `send` of a response; others are anyone's. */
function isOfResponse(tree: SyntaxTree, call: NodeId, method: string): boolean {
  if (!/^(?:json|send|end|JSON|String)$/.test(method)) return true;
  const receiver = callAt(tree, call)?.receiver;
  return receiver !== undefined && RESPONSES.test(textAt(tree, receiver));
}

const ERROR = /^(?:e|ex|err|error|exception|cause|reason)$|(?:_error|_err)$/;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  if (!isTrace(tree, node) || !isAnswered(tree, node)) return undefined;
  const around = tree.ancestor(node, FUNCTIONS);
  const name = around === undefined ? undefined : tree.child(around, "name");
  // A helper that puts errors into words may well be for the log.
  const isHelper = name !== undefined && HELPERS.test(tree.textOf(name));
  return isHelper ? undefined : { span: tree.span(node), message: MESSAGE };
}

const HELPERS = /^_*(?:format|log|seriali[sz]e|describe|to_?json|debug|inspect|get_?stack)/i;

function isTrace(tree: SyntaxTree, node: NodeId): boolean {
  const call = callAt(tree, node);
  if (call) return /^(?:traceback\.format_exc|runtime\/debug\.Stack)$/.test(call.callee);
  const member = tree.language === "python" ? undefined : memberOf(tree, node);
  if (!member || tree.textOf(member.name) !== "stack") return false;
  return ERROR.test(snakeCase(lastName(tree, member.object)));
}

const SCRIPT = ["member_expression"];

export default {
  id: "stack-trace-in-result",
  family: "server-hygiene",
  title: "Stack trace in what a tool answers",
  why: "Paths, names of modules and values in a trace tell an attacker how the server is built; " +
    "it is read by the model and kept in conversations. The specification of 2026-07-28 (Tools, " +
    "Security Considerations) has servers clean what tools give.",
  fix: "Answer with a short message, and write the trace to the server's own log.",
  limits: "Sees a trace that is given back or sent within one expression; a variable in between, " +
    "or a helper that puts it into words, is not followed.",
  severity: "low",
  confidence: "medium",
  cwe: ["CWE-209"],
  owasp: ["MCP10:2025", "LLM02:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["errors"],
  matcher: visit({
    python: ["format_exc"],
    javascript: [".stack"],
    typescript: [".stack"],
    tsx: [".stack"],
    go: ["debug.Stack"],
  }, {
    python: ["call"],
    javascript: SCRIPT,
    typescript: SCRIPT,
    tsx: SCRIPT,
    go: ["call_expression"],
  }, where),
  bad: [
    {
      file: "server.py",
      code: `import traceback

@mcp.tool()
def total(path: str) -> str:
    try:
        return str(add_up(path))
    except Exception:
        return f"Failed: {traceback.format_exc()}"
`,
      note: "Given back by a tool",
    },
    {
      file: "server.ts",
      code: `server.registerTool("total", { inputSchema }, async ({ path }) => {
  try {
    return await addUp(path);
  } catch (error) {
    return { isError: true, content: [{ type: "text", text: \`Failed: \${error.stack}\` }] };
  }
});
`,
      note: "In the text of a result",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import logging
import traceback

@mcp.tool()
def total(path: str) -> str:
    try:
        return str(add_up(path))
    except Exception:
        logging.error("total: %s", traceback.format_exc())
        return "The total could not be worked out"
`,
      note: "Into the log",
    },
    {
      file: "server.ts",
      code: `server.registerTool("total", { inputSchema }, async ({ path }) => {
  try {
    return await addUp(path);
  } catch (error) {
    console.error(error.stack);
    return { isError: true, content: [{ type: "text", text: error.message }] };
  }
});
`,
      note: "Into the log; only the message is answered",
    },
  ],
} satisfies Rule<SyntaxTree>;
