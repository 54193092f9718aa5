import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { type Call, callAt, mentions, valueOf } from "./calls.ts";
import { parameterIn } from "./parameters.ts";
import { describeValue, worstValue } from "./values.ts";
import { scripts, visitCalls } from "./visits.ts";

/** Calls that compile their first argument as a template whose language runs code. */
const COMPILERS = new Set([
  "jinja2.Template",
  "jinja2.environment.Template",
  "flask.render_template_string",
  "mako.template.Template",
  "tornado.template.Template",
  "handlebars.compile",
  "handlebars.precompile",
  "Handlebars.compile",
  "ejs.render",
  "ejs.compile",
  "pug.render",
  "pug.compile",
  "nunjucks.renderString",
  "nunjucks.compile",
  "lodash.template",
  "lodash/template",
  "_.template",
  "dot.template",
  "eta.renderString",
]);

/** Methods of an environment that do the same. */
const METHODS = new Set(["from_string", "renderString"]);

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  const [template] = call?.positional ?? [];
  if (!call || template === undefined || !compiles(call)) return undefined;
  const worst = worstValue(tree, [template]);
  if (worst?.origin !== "open") return undefined;
  return {
    span: { start: tree.span(node).start, end: tree.span(template).end },
    message: `"${call.callee || call.method}" compiles ${
      describeValue(tree, worst.node)
    } as a template`,
    ...weightOf(call, worst.node),
  };
}

function weightOf({ tree, receiver }: Call, value: NodeId): Partial<Match> {
  const maker = receiver === undefined ? undefined : callAt(tree, valueOf(tree, receiver));
  // A sandboxed environment takes most of the sting out.
  if (maker?.method.endsWith("SandboxedEnvironment")) return { severity: "low", confidence: "low" };
  // A class around templates is given the server's own as a rule.
  return parameterIn(tree, value)?.handler ? {} : { severity: "medium", confidence: "low" };
}

function compiles({ tree, callee, method, receiver }: Call): boolean {
  if (COMPILERS.has(callee)) return true;
  if (receiver === undefined || !METHODS.has(method)) return false;
  return mentions(tree, "jinja2") || mentions(tree, "nunjucks") || mentions(tree, "eta");
}

export default {
  id: "template-from-value",
  family: "command-injection",
  title: "Template compiled from a value",
  why:
    "Template languages reach attributes and functions of the host: whoever writes the template, " +
    "not just its values, runs code inside the server.",
  fix:
    "Keep templates constant and pass values to render; for user templates use one without logic.",
  limits:
    "Sees a value that is not constant, not where it comes from; templates out of the server's own " +
    "files are left alone.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-1336", "CWE-94"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0050", "AML.T0053"],
  since: "0.1.0",
  tags: ["injection"],
  matcher: visitCalls({
    python: ["jinja2", "render_template_string", "mako", "tornado"],
    ...scripts(["andlebars", "ejs", "pug", "nunjucks", "template", "eta"]),
  }, where),
  sinks: ["template"],
  bad: [
    {
      file: "server.py",
      code: `from jinja2 import Environment

@mcp.tool()
def render(template: str, name: str) -> str:
    return Environment().from_string(template).render(name=name)
`,
      note: "A template out of a tool's argument",
    },
    {
      file: "server.ts",
      code: `import Handlebars from "handlebars";
server.tool("greet", shape, async ({ greeting, name }) => text(
  Handlebars.compile(\`<b>\${greeting}</b> {{name}}\`)({ name }),
));
`,
      note: "A value put into the template in place of its data",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `from jinja2 import Environment, FileSystemLoader, Template

PAGE = Template("Hello {{ name }}")

def render(name: str) -> str:
    return PAGE.render(name=name) + Environment(loader=FileSystemLoader("t")).get_template("a").render()
`,
      note: "Constant templates, the value as data",
    },
    {
      file: "server.ts",
      code: `import { readFileSync } from "node:fs";
import path from "node:path";
import ejs from "ejs";
const page = ejs.compile(readFileSync(path.join(__dirname, "page.ejs"), "utf8"));
page({ name });
`,
      note: "A template out of a file of the server",
    },
  ],
} satisfies Rule<SyntaxTree>;
