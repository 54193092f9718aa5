import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { lines, surfaceOf } from "./_surface.ts";

Deno.test("toolSurface() reads a decorated function: its name, docstring and parameters", async () => {
  const code = `
from mcp.server.fastmcp import Context, FastMCP

mcp = FastMCP("Weather", instructions="Ask before you call")

@mcp.tool()
async def forecast(city: str, days: int = 3, *, ctx: Context) -> str:
    """Forecast for a city."""
    return ""

class Notes:
    @mcp.tool
    def add(self, text):
        '''Adds
        a note'''
`;
  deepStrictEqual(await lines("python", code), [
    "server Weather",
    "  name = Weather",
    "  instructions = Ask before you call",
    "tool forecast",
    "  name = forecast",
    "  description = Forecast for a city.",
    "  parameter = city",
    "  parameter = days",
    "tool add",
    "  name = add",
    "  description = Adds\n        a note",
    "  parameter = text",
  ]);
});

Deno.test("toolSurface() reads a bare decorator, and no decorator of another name", async () => {
  const code = `
from langchain_core.tools import tool

@tool
def search(query: str) -> str:
    """Searches"""

@cache
def other():
    """Nothing to see"""
`;
  deepStrictEqual(await lines("python", code), [
    "tool search",
    "  name = search",
    "  description = Searches",
    "  parameter = query",
  ]);
});

Deno.test("toolSurface() takes a decorator's own name and description over the function's", async () => {
  const code = `
NOTE = "Reads a file. "
@server.tool("read", title="Read", description=NOTE + f"Root: {root}")
def read_file(path: str):
    """Not shown"""

@mcp.prompt(name="review", description="Reviews code")
def review_prompt(code: str): ...

@mcp.resource("users://{id}", name="user", description="One user")
def user(id: str): ...
`;
  deepStrictEqual(await lines("python", code), [
    "tool read",
    "  name = read",
    "  title = Read",
    '  description = Reads a file. Root:  <- Reads a file. "\n@server.tool("read", title="Read", description=NOTE + f"Root: ',
    "  parameter = path",
    "prompt review",
    "  name = review",
    "  description = Reviews code",
    "  parameter = code",
    "resource user",
    "  name = user",
    "  description = One user",
    "  parameter = id",
  ]);
});

Deno.test("toolSurface() leaves prompts and resources of files without MCP alone", async () => {
  const code = `
@click.prompt("name")
def ask(): "Not for a model"
`;
  deepStrictEqual(await lines("python", code), []);
});

Deno.test("toolSurface() reads descriptions of parameters from annotations and fields", async () => {
  const code = `
Limit = Annotated[int, Field(description="How many")]

@mcp.tool()
def find(
    query: Annotated[str, Field(description="What to find", pattern="x")],
    kind: Annotated[Literal["a", "b"], "Which kind"] = "a",
    limit: Limit = 5,
    deep: bool = Field(False, description="Also below"),
    where: Optional[typing.Annotated[str, Doc("The folder")]] = None,
): ...
`;
  deepStrictEqual(await lines("python", code), [
    "tool find",
    "  name = find",
    "  parameter = query",
    "  parameter query = What to find",
    "  parameter = kind",
    "  choice kind = a",
    "  choice kind = b",
    "  parameter kind = Which kind",
    "  parameter = limit",
    "  parameter limit = How many",
    "  parameter = deep",
    "  parameter deep = Also below",
    "  parameter = where",
    "  parameter where = The folder",
  ]);
});

Deno.test("toolSurface() reads the fields of a model that a parameter or schema names", async () => {
  const code = `
import mcp.types as types

class Base(BaseModel):
    repo: str = Field(description="The repository")

class Commit(Base):
    """A commit to make"""
    model_config = ConfigDict()
    message: Annotated[str, Field(description="The message")]

types.Tool(name="git_commit", description="Commits", inputSchema=Commit.model_json_schema())
`;
  deepStrictEqual(await lines("python", code), [
    "tool git_commit",
    "  name = git_commit",
    "  description = Commits",
    "  description = A commit to make",
    "  parameter = repo",
    "  parameter repo = The repository",
    "  parameter = message",
    "  parameter message = The message",
  ]);
});

Deno.test("toolSurface() reads the types of the low-level SDK", async () => {
  const code = `
class Names(str, Enum):
    FETCH = "fetch"

server = Server("demo", instructions="Be kind")

@server.list_tools()
async def list_tools():
    return [
        types.Tool(
            name=Names.FETCH.value,
            description="Fetches \\"a\\" page",
            inputSchema={
                "type": "object",
                "properties": {
                    "url": {"type": "string", "description": "The page"},
                    "options": {
                        "type": "object",
                        "properties": {"raw": {"type": "boolean", "description": "As it is"}},
                    },
                },
            },
        )
    ]

Prompt(name="ask", description="Asks", arguments=[
    PromptArgument(name="topic", description="About what", required=True),
])
Resource(uri="file:///a", name="a", description="A file", mimeType="text/plain")
# mcp
`;
  deepStrictEqual(await lines("python", code), [
    "server demo",
    "  name = demo",
    "  instructions = Be kind",
    "tool fetch",
    "  name = fetch",
    '  description = Fetches "a" page <- Fetches \\"a\\" page',
    "  parameter = url",
    "  parameter url = The page",
    "  parameter = options",
    "  parameter = raw",
    "  parameter raw = As it is",
    "prompt ask",
    "  name = ask",
    "  description = Asks",
    "  parameter = topic",
    "  parameter topic = About what",
    "resource a",
    "  name = a",
    "  description = A file",
  ]);
});

Deno.test("toolSurface() reads dictionaries that describe a tool, and no others", async () => {
  const code = `
TOOLS = [{
    "name": "ping",
    "description": "Pings",
    "inputSchema": {"type": "object", "properties": {"name": {"description": "Whom"}}},
}]
other = {"name": "x", "description": "no schema"}
params = {"name": {"type": "string"}, "description": {"type": "string"}, "parameters": {}}
`;
  deepStrictEqual(await lines("python", code), [
    "tool ping",
    "  name = ping",
    "  description = Pings",
    "  parameter = name",
    "  parameter name = Whom",
  ]);
});

Deno.test("toolSurface() reads functions and methods given to add_tool", async () => {
  const code = `
def add(a: int):
    """Adds"""

class Server:
    def run(self, command: str):
        """Runs"""
    def register(self):
        mcp.add_tool(self.run, name="run_command")

mcp.add_tool(add, description="Adds numbers")
mcp.tool(name="plus")(add)
mcp.add_tool(unknown_function)
`;
  deepStrictEqual(await lines("python", code), [
    "tool run_command",
    "  name = run_command",
    "  description = Runs",
    "  parameter = command",
    "tool add",
    "  name = add",
    "  description = Adds numbers",
    "  parameter = a",
  ]);
});

Deno.test("toolSurface() reads the tool decorator of the Claude agent SDK", async () => {
  const code = `
@tool("greet", "Greets a user", {"who": str})
async def greet(args): ...
`;
  deepStrictEqual(await lines("python", code), [
    "tool greet",
    "  name = greet",
    "  description = Greets a user",
    "  parameter = who",
  ]);
});

Deno.test("toolSurface() shows every alternative of a description", async () => {
  const code = `
TEXTS = {"short": "Short one"}
DESCRIPTION = "first"
if windows:
    DESCRIPTION = "second"

@mcp.tool(description=DESCRIPTION)
def a(): ...
@mcp.tool(description="kind" if friendly else "unkind")
def b(): ...
@mcp.tool(description=TEXTS["short"])
def c(): ...
@mcp.tool(description=textwrap.dedent("""
  Indented"""))
def d(): ...
@mcp.tool(description=" ".join(["one", "two"]))
def e(): ...
@mcp.tool(description=_("DESCRIPTION", "Shown text of it"))
def f(): ...
`;
  const descriptions = (await surfaceOf("python", code)).map(({ texts }) => texts[1]?.value.text);
  deepStrictEqual(descriptions, [
    "first\nsecond",
    "kind\nunkind",
    "Short one",
    "\n  Indented",
    "one two",
    "Shown text of it",
  ]);
});

Deno.test("toolSurface() gives the span of the whole declaration", async () => {
  const code = `import mcp
@mcp.tool()
def a():
    """A"""
    return 1
x = 1
`;
  const [item] = await surfaceOf("python", code);
  strictEqual(
    code.slice(item!.span.start, item!.span.end),
    '@mcp.tool()\ndef a():\n    """A"""\n    return 1',
  );
});
