import { deepStrictEqual } from "node:assert/strict";
import { projectFacts } from "../../src/flow/mod.ts";
import { readTarget } from "../../src/mcp/mod.ts";

async function served(texts: Readonly<Record<string, string>>): Promise<string[]> {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    kind: "python" as const,
    context: "product" as const,
    text,
  }));
  const facts = projectFacts(Object.keys(texts), () => undefined);
  const { surface: { tools, prompts, resources, resourceTemplates } } = await readTarget(files, {
    facts,
  });
  const named = [...tools, ...prompts].map(({ name }) =>
    typeof name === "object" ? name.text : `${name}`
  );
  return [...named, ...[...resources, ...resourceTemplates].map(({ uri }) => `${uri}`)];
}

const CHILD = `from fastmcp import FastMCP
child = FastMCP("child")
@child.tool
def find(q: str) -> str:
    """Finds"""
@child.prompt()
def ask() -> str:
    """Asks"""
@child.resource("notes://list/{id}")
def notes(id: str) -> str:
    """Notes"""
`;

Deno.test("readTarget() gives items the prefix that their server is mounted under", async () => {
  const expected = ["open", "a_find", "a_ask", "notes://a/list/{id}"];
  for (
    const mount of [
      'main.mount(child, namespace="a")',
      'main.mount(server=child, prefix="a")',
      'main.mount(child, "a")',
      'main.mount("a", child)',
      'async def setup():\n    await main.import_server(child, prefix="a")',
      'PREFIX = "a"\nmain.mount(make(), PREFIX)\ndef make():\n    return child',
    ]
  ) {
    const main = `from fastmcp import FastMCP
from child import child
main = FastMCP("main")
@main.tool
def open(q: str) -> str:
    """Opens"""
${mount}
`;
    deepStrictEqual(await served({ "main.py": main, "child.py": CHILD }), expected, mount);
  }
});

Deno.test("readTarget() joins the prefixes of servers in servers, and takes each mount", async () => {
  const main = `from fastmcp import FastMCP
from child import child
main = FastMCP("main")
middle = FastMCP("middle")
main.mount(middle, namespace="b")
middle.mount(child, namespace="a")
main.mount(child)
`;
  deepStrictEqual(await served({ "main.py": main, "child.py": CHILD }), [
    "b_a_find",
    "find",
    "b_a_ask",
    "ask",
    "notes://b/a/list/{id}",
    "notes://list/{id}",
  ]);
});

Deno.test("readTarget() takes no mount of a web framework, and ends on circles of servers", async () => {
  const main = `from fastmcp import FastMCP
from child import child
app.mount("/mcp", child.http_app())
one = FastMCP("one")
two = FastMCP("two")
${"one.mount(two, 'x')\ntwo.mount(one, 'y')\n".repeat(20)}
@one.tool
def deep() -> str:
    """Deep"""
`;
  const [first, ...others] = await served({ "main.py": main, "child.py": CHILD });
  deepStrictEqual([first, others.slice(0, 3)], ["x_y_x_y_x_y_x_y_deep", [
    "find",
    "ask",
    "notes://list/{id}",
  ]]);
});
