// The host of the parsed address is held against a list.
package main

import (
	"context"
	"log"
	"net/http"
	"net/url"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	address, err := request.RequireString("address")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	parsed, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	if parsed.Host != "api.example.com" && parsed.Host != "docs.example.com" {
		return mcp.NewToolResultError("not allowed"), nil
	}
	response, err := http.Get(parsed.String())
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	return mcp.NewToolResultText(response.Status), nil
}

func main() {
	s := server.NewMCPServer("fetch", "1.0.0")
	s.AddTool(mcp.NewTool("fetch", mcp.WithString("address", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
