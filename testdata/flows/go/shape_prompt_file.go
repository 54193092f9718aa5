// A prompt's argument.
package main

import (
	"context"
	"os"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func review(ctx context.Context, request mcp.GetPromptRequest) (*mcp.GetPromptResult, error) {
	file := request.Params.Arguments["file"]
	data, err := os.ReadFile(file) // expect: proven path
	if err != nil {
		return nil, err
	}
	message := mcp.NewPromptMessage(mcp.RoleUser, mcp.NewTextContent(string(data)))
	return mcp.NewGetPromptResult("review", []mcp.PromptMessage{message}), nil
}

func register(s *server.MCPServer) {
	s.AddPrompt(mcp.NewPrompt("review"), review)
}
