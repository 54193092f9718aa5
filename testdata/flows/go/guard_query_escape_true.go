// The host is the server's own.
package main

import (
	"context"
	"net/http"
	"net/url"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type askInput struct {
	Query string `json:"query"`
}

func ask(ctx context.Context, req *mcp.CallToolRequest, in askInput) (*mcp.CallToolResult, any, error) {
	answer, err := http.Get("https://search.example.com/search?q=" + url.QueryEscape(in.Query))
	if err != nil {
		return nil, nil, err
	}
	defer answer.Body.Close()
	return nil, answer.StatusCode, nil
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "ask"}, ask)
}
