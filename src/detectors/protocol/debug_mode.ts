import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { callAt } from "../code/calls.ts";
import { settingAt, textAt, truthOf, visit } from "./settings.ts";
import { hasSign } from "./signs.ts";

const FLASK = /^(?:flask|Flask|flask_cors)$/;
const TRACEBACKS =
  /^(?:starlette\.applications\.Starlette|fastapi\.FastAPI|sanic\.Sanic|tornado\.web\.Application)$/;
const FLASK_FIELD = /^(?:app|application|server)\.(?:debug|config\[["']DEBUG["']\])$/;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const setting = tree.kind(node) === "assignment" ? settingAt(tree, node) : undefined;
  if (setting) {
    const left = textAt(tree, tree.child(node, "left")!);
    return FLASK_FIELD.test(left) && truthOf(tree, setting.value) === true && hasSign(tree, FLASK)
      ? withConsole(tree, node)
      : undefined;
  }
  const call = callAt(tree, node);
  const option = call?.keywords.get("debug") ?? call?.keywords.get("use_debugger");
  if (option === undefined || truthOf(tree, option) !== true) return undefined;
  if (/^(?:run|run_simple)$/.test(call!.method) && hasSign(tree, FLASK)) {
    return withConsole(tree, node);
  }
  return TRACEBACKS.test(call!.callee)
    ? { span: tree.span(node), message: "Errors are answered with the code around them" }
    : undefined;
}

function withConsole(tree: SyntaxTree, node: NodeId): Match {
  return {
    span: tree.span(node),
    message: "Errors open a console that runs code on this machine",
    severity: "high",
  };
}

export default {
  id: "debug-mode",
  family: "server-hygiene",
  title: "Server that runs in debug mode",
  why: "Where an error happens, Flask's debugger offers a console that runs Python, and others " +
    "show the code, its variables and the paths to whoever sent the request.",
  fix: "Leave debug mode to the command line of whoever develops (`flask run --debug`).",
  limits: "Sees constants in Python's frameworks; a variable of the environment that switches it " +
    "on is not seen.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-489", "CWE-209"],
  owasp: ["MCP07:2025", "ASI05:2026"],
  atlas: ["AML.T0049"],
  since: "0.1.0",
  tags: ["errors"],
  matcher: visit(
    { python: ["debug=True", "debug = True", "DEBUG", "use_debugger"] },
    { python: ["call", "assignment"] },
    where,
  ),
  bad: [
    {
      file: "app.py",
      code: `from flask import Flask

app = Flask(__name__)
app.run(port=8000, debug=True)
`,
      note: "A console for whoever causes an error",
    },
    {
      file: "app.py",
      code: `from starlette.applications import Starlette

app = Starlette(debug=True, routes=routes)
`,
      note: "The code around an error",
    },
  ],
  good: [
    {
      file: "app.py",
      code: `from flask import Flask

app = Flask(__name__)
app.run(port=8000, debug=settings.debug)
`,
      note: "A choice of whoever runs it",
    },
    {
      file: "app.py",
      code: `import asyncio

asyncio.run(main(), debug=True)
log(level="info", debug=True)
`,
      note: "What else is called so",
    },
  ],
} satisfies Rule<SyntaxTree>;
