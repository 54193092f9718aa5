// The host's end is checked without a dot.
package main

import (
	"context"
	"log"
	"net/http"
	"net/url"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	address, err := request.RequireString("address")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	parsed, err := url.Parse(address)
	if err != nil || parsed.Scheme != "https" {
		return mcp.NewToolResultError("bad address"), nil
	}
	if !strings.HasSuffix(parsed.Hostname(), "example.com") {
		return mcp.NewToolResultError("not a mirror"), nil
	}
	response, err := http.Head(address) // expect: proven url
	if err != nil {
		return nil, err
	}
	return mcp.NewToolResultText(response.Status), nil
}

func main() {
	s := server.NewMCPServer("mirror", "1.0.0")
	s.AddTool(mcp.NewTool("mirror", mcp.WithString("address", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
