// The query is escaped, the host is not.
package main

import (
	"context"
	"net/http"
	"net/url"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type askInput struct {
	Host  string `json:"host"`
	Query string `json:"query"`
}

func ask(ctx context.Context, req *mcp.CallToolRequest, in askInput) (*mcp.CallToolResult, any, error) {
	answer, err := http.Get("https://" + in.Host + "/search?q=" + url.QueryEscape(in.Query)) // expect: proven url
	if err != nil {
		return nil, nil, err
	}
	defer answer.Body.Close()
	return nil, answer.StatusCode, nil
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "ask"}, ask)
}
