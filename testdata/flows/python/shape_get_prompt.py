# The low-level server: a prompt's arguments.
from mcp import types
from mcp.server.lowlevel import Server

app = Server("prompts")


@app.get_prompt()
async def get_prompt(name: str, arguments: dict[str, str] | None) -> types.GetPromptResult:
    topic = (arguments or {}).get("topic", "default")
    with open(f"/srv/prompts/{topic}.txt") as file:  # expect: proven path
        text = file.read()
    message = types.PromptMessage(role="user", content=types.TextContent(type="text", text=text))
    return types.GetPromptResult(messages=[message])
