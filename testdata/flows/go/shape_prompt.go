// A prompt's argument is compiled as a template.
package main

import (
	"bytes"
	"context"
	"os"
	"text/template"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func greet(ctx context.Context, request mcp.GetPromptRequest) (*mcp.GetPromptResult, error) {
	source := request.Params.Arguments["template"]
	parsed, err := template.New("greeting").Parse(source) // expect: proven template
	if err != nil {
		return nil, err
	}
	var text bytes.Buffer
	if err := parsed.Execute(&text, os.Environ); err != nil {
		return nil, err
	}
	message := mcp.NewPromptMessage(mcp.RoleUser, mcp.NewTextContent(text.String()))
	return mcp.NewGetPromptResult("A greeting", []mcp.PromptMessage{message}), nil
}

func main() {
	s := server.NewMCPServer("prompts", "1.0.0")
	s.AddPrompt(mcp.NewPrompt("greet", mcp.WithArgument("template")), greet)
	server.ServeStdio(s)
}
