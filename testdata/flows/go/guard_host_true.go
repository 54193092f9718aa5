// The host is compared.
package main

import (
	"context"
	"errors"
	"net/http"
	"net/url"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type fetchInput struct {
	URL string `json:"url"`
}

func fetch(ctx context.Context, req *mcp.CallToolRequest, in fetchInput) (*mcp.CallToolResult, any, error) {
	parsed, err := url.Parse(in.URL)
	if err != nil || parsed.Host != "api.example.com" {
		return nil, nil, errors.New("expected the API")
	}
	answer, err := http.Get(parsed.String())
	if err != nil {
		return nil, nil, err
	}
	defer answer.Body.Close()
	return nil, answer.StatusCode, nil
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "fetch"}, fetch)
}
