import { deepStrictEqual } from "node:assert/strict";
import { lines } from "./_surface.ts";

Deno.test("toolSurface() reads the builders of mcp-go", async () => {
  const code = `package main

import "github.com/mark3labs/mcp-go/mcp"

func main() {
	s := server.NewMCPServer("demo", "1.0.0", server.WithInstructions("Be kind"))
	tool := mcp.NewTool("hello",
		mcp.WithDescription("Says \\"hello\\""),
		mcp.WithTitleAnnotation("Hello"),
		mcp.WithString("name", mcp.Required(), mcp.Description("Whom to greet")),
		mcp.WithObject("more", mcp.Properties(map[string]any{
			"loud": map[string]any{"type": "boolean", "description": "With force"},
		})),
	)
	p := mcp.NewPrompt("ask", mcp.WithPromptDescription("Asks"),
		mcp.WithArgument("topic", mcp.ArgumentDescription("About what")))
	r := mcp.NewResource("docs://readme", "Readme", mcp.WithResourceDescription(\`The readme\`))
}
`;
  deepStrictEqual(await lines("go", code), [
    "server demo",
    "  name = demo",
    "  instructions = Be kind",
    "tool hello",
    "  name = hello",
    '  description = Says "hello" <- Says \\"hello\\"',
    "  title = Hello",
    "  parameter = name",
    "  parameter name = Whom to greet",
    "  parameter = more",
    "  parameter = loud",
    "  parameter loud = With force",
    "prompt ask",
    "  name = ask",
    "  description = Asks",
    "  parameter = topic",
    "  parameter topic = About what",
    "resource Readme",
    "  name = Readme",
    "  description = The readme",
  ]);
});

Deno.test("toolSurface() reads the structs of the official SDK", async () => {
  const code = `package main

import "github.com/modelcontextprotocol/go-sdk/mcp"

const about = "Greets " +
	"someone"

func main() {
	s := mcp.NewServer(&mcp.Implementation{Name: "greeter", Version: "1"}, &mcp.ServerOptions{Instructions: "Smile"})
	mcp.AddTool(s, &mcp.Tool{
		Name:        "greet",
		Description: about,
		Annotations: &mcp.ToolAnnotations{Title: "Greet"},
		InputSchema: &jsonschema.Schema{
			Type: "object",
			Properties: map[string]*jsonschema.Schema{
				"who": {Type: "string", Description: "Whom"},
			},
		},
	}, greet)
	tools := []*mcp.Tool{{Name: "a", Description: "A"}, {Name: "b"}}
	p := mcp.Prompt{Name: "ask", Arguments: []*mcp.PromptArgument{{Name: "topic", Description: "What"}}}
	other := Config{Name: "x", Description: "y"}
	m := map[string]Other{"k": {Name: "z"}}
}
`;
  deepStrictEqual(await lines("go", code), [
    "server greeter",
    "  name = greeter",
    "  instructions = Smile",
    "tool greet",
    "  name = greet",
    "  title = Greet",
    '  description = Greets someone <- Greets " +\n\t"someone',
    "  parameter = who",
    "  parameter who = Whom",
    "tool a",
    "  name = a",
    "  description = A",
    "tool b",
    "  name = b",
    "prompt ask",
    "  name = ask",
    "  parameter = topic",
    "  parameter topic = What",
  ]);
});

Deno.test("toolSurface() reads positional registrations and translated texts of Go", async () => {
  const code = `package main
import mcp_golang "github.com/metoro-io/mcp-golang"
func main() {
	server.RegisterTool("run", "Runs it", func(a Args) error { return nil })
	x := mcp.Tool{Name: "list", Description: t("LIST_DESCRIPTION", "Lists all " + "things")}
	y := mcp.Tool{Name: "f", Description: fmt.Sprintf("Sees %s", root)}
}
`;
  deepStrictEqual(await lines("go", code), [
    "tool run",
    "  name = run",
    "  description = Runs it",
    "tool list",
    "  name = list",
    '  description = Lists all things <- Lists all " + "things',
    "tool f",
    "  name = f",
    "  description = Sees %s",
  ]);
});
