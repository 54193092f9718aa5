import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { type Call, callAt, mentions, optionOf, switchOf, valueOf } from "./calls.ts";
import { parameterIn } from "./parameters.ts";
import { describeValue, isLiteral, type Value, valuesOf, worstValue } from "./values.ts";
import { scripts, visitCalls } from "./visits.ts";

/** Calls that run their first argument as code. */
const PYTHON_EVALUATORS = new Set([
  "eval",
  "exec",
  "builtins.eval",
  "builtins.exec",
  "__builtins__.eval",
  "__builtins__.exec",
  "timeit.timeit",
  "cProfile.run",
  "numexpr.evaluate",
  "pandas.eval",
  "sympy.sympify",
  "sympy.parse_expr",
  "sympy.parsing.sympy_parser.parse_expr",
]);

const SCRIPT_EVALUATORS = new Set([
  "eval",
  "globalThis.eval",
  "global.eval",
  "window.eval",
  "vm.runInNewContext",
  "vm.runInThisContext",
  "vm.runInContext",
  "vm.compileFunction",
  "vm.Script",
  "vm.SourceTextModule",
  "safe-eval",
  "safer-eval",
  "notevil",
  "static-eval",
]);

/** Functions made of text: each argument is code, the last one the body. */
const FUNCTION_MAKERS = new Set(["Function", "globalThis.Function"]);
/** Text as the first argument is evaluated. */
const TIMERS = new Set(["setTimeout", "setInterval", "setImmediate", "window.setTimeout"]);

/** Methods that evaluate their first argument, of objects that a library makes. */
const METHODS: readonly { library: string; methods: ReadonlySet<string> }[] = [
  { library: "InteractiveInterpreter", methods: new Set(["runsource", "runcode"]) },
  { library: "InteractiveConsole", methods: new Set(["push", "runsource"]) },
  { library: "IPython", methods: new Set(["run_cell", "run_code"]) },
  { library: "traefik/yaegi", methods: new Set(["Eval", "EvalPath"]) },
  { library: "gopher-lua", methods: new Set(["DoString"]) },
];

/** Sandboxes that were broken out of and given up. */
const BROKEN_SANDBOXES = new Set(["vm2.VM", "vm2.NodeVM"]);
const TEXT_KINDS = new Set(["string", "template_string", "binary_expression"]);
/** `Object.getPrototypeOf(async function () {}).constructor` makes functions of text as well. */
const ASYNC_MAKER = /^Object\.getPrototypeOf\(\s{0,9}async\b[^]{0,60}\)\.constructor$/;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  const code = call && codeOf(call);
  const worst = code && worstValue(tree, code);
  if (!worst) return undefined;
  const [last] = code.slice(-1);
  return {
    span: { start: tree.span(node).start, end: tree.span(last!).end },
    message: `"${call.callee || call.method}" runs code with ${
      describeValue(tree, worst.node)
    } in it`,
    ...weightOf(call, worst),
  };
}

function weightOf({ tree, callee }: Call, { node, origin }: Value): Partial<Match> {
  // Validators and serialisers make functions of code that they wrote themselves.
  const own = FUNCTION_MAKERS.has(callee) && !parameterIn(tree, node)?.handler;
  if (origin === "open" && !own && !isLiteral(tree, node)) return {};
  return { severity: "low", confidence: "low" };
}

function codeOf(call: Call): readonly NodeId[] | undefined {
  const { tree, callee, positional } = call;
  const [first] = positional;
  if (first === undefined) return undefined;
  if (tree.language === "python") {
    return PYTHON_EVALUATORS.has(callee) || isEvaluating(call) ? [first] : undefined;
  }
  if (tree.language !== "go") {
    if (SCRIPT_EVALUATORS.has(callee)) return [first];
    if (FUNCTION_MAKERS.has(callee) || makesAsync(call)) return positional;
    if (TIMERS.has(callee)) {
      return TEXT_KINDS.has(tree.kind(first)) ? evaluated(tree, first) : undefined;
    }
    if (callee === "Worker" || callee === "worker_threads.Worker") {
      return switchOf(tree, optionOf(call, "eval")) === "on" ? [first] : undefined;
    }
  }
  return isEvaluating(call) ? [first] : undefined;
}

/** A sum of numbers is no code. */
function evaluated(tree: SyntaxTree, first: NodeId): readonly NodeId[] | undefined {
  const text = tree.textOf(first).slice(0, 400);
  return /["'`]/.test(text) && valuesOf(tree, first).length > 0 ? [first] : undefined;
}

function makesAsync({ tree, node }: Call): boolean {
  const made = tree.child(node, "constructor");
  if (made === undefined || tree.kind(made) !== "identifier") return false;
  const value = valueOf(tree, made);
  const { start, end } = tree.span(value);
  return end - start < 120 && ASYNC_MAKER.test(tree.textOf(value));
}

function isEvaluating({ tree, method, receiver }: Call): boolean {
  if (receiver === undefined) return false;
  if (method === "run" || method === "runFile") {
    return BROKEN_SANDBOXES.has(callAt(tree, valueOf(tree, receiver))?.callee ?? "");
  }
  return METHODS.some((each) => each.methods.has(method) && mentions(tree, each.library));
}

export default {
  id: "code-evaluation",
  family: "command-injection",
  title: "Code evaluated from a value",
  why:
    "Whoever controls the text runs code inside the server, with its keys and connections; taking " +
    "builtins away or filtering words does not stop attribute chains.",
  fix:
    "Parse what is meant: ast.literal_eval or JSON.parse for data, an expression parser for sums.",
  limits:
    "Sees a value that is not constant, not where it comes from; a timer that gets text under a " +
    "name is not told from one that gets a function.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-95", "CWE-94"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0050", "AML.T0053"],
  since: "0.1.0",
  tags: ["injection"],
  matcher: visitCalls({
    python: [
      "eval",
      "exec",
      "timeit",
      "cProfile",
      "sympify",
      "parse_expr",
      "run_c",
      "Interactive",
    ],
    ...scripts(["eval", "Function", "vm", "setTimeout", "setInterval", "Worker", "getPrototypeOf"]),
    go: ["traefik/yaegi", "gopher-lua"],
  }, where),
  sinks: ["code"],
  bad: [
    {
      file: "server.py",
      code: `@mcp.tool()
def calculate(expression: str) -> str:
    return str(eval(expression, {"__builtins__": {}}))
`,
      note: "A calculator without builtins",
    },
    {
      file: "server.ts",
      code: `import vm from "node:vm";
server.registerTool("run", config, async ({ code, key }) => {
  const pick = new Function("o", \`return o.\${key}\`);
  return text(vm.runInNewContext(code, { pick }));
});
`,
      note: "A new function, and a context that is no sandbox",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import ast, re

"""eval(expression) is not used here."""
def parse(text: str):
    # exec(text)
    cursor.exec(text)
    model.eval()
    re.compile(text)
    compile(text, "check", "exec")
    return ast.literal_eval(text) + eval("1 + 1")
`,
      note: "Data, a constant, a check of syntax, and other things of these names",
    },
    {
      file: "server.ts",
      code: `const found = /a(.*)/.exec(text);
setTimeout(() => save(text), delay + 100);
setTimeout(tick, delay);
const zero = new Function("return 0");
`,
      note: "An expression's exec, timers with functions, a constant body",
    },
  ],
} satisfies Rule<SyntaxTree>;
