// The official SDK with a method of a struct, whose client is a field.
package main

import (
	"context"
	"net/http"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type api struct {
	client *http.Client
	base   string
}

type getInput struct {
	URL  string `json:"url"`
	Path string `json:"path"`
}

func (a *api) get(ctx context.Context, req *mcp.CallToolRequest, in getInput) (*mcp.CallToolResult, any, error) {
	fixed, err := http.NewRequestWithContext(ctx, "GET", "https://api.example.com/"+in.Path, nil)
	if err != nil {
		return nil, nil, err
	}
	a.client.Do(fixed)
	request, err := http.NewRequestWithContext(ctx, "GET", in.URL, nil) // expect: proven url
	if err != nil {
		return nil, nil, err
	}
	_, err = a.client.Do(request)
	return nil, nil, err
}

func main() {
	a := &api{client: http.DefaultClient, base: "https://api.example.com"}
	server := mcp.NewServer(&mcp.Implementation{Name: "api"}, nil)
	mcp.AddTool(server, &mcp.Tool{Name: "get"}, a.get)
	server.Run(context.Background(), &mcp.StdioTransport{})
}
