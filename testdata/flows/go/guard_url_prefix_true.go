// The prefix ends behind the host.
package main

import (
	"context"
	"log"
	"net/http"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	address, err := request.RequireString("address")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	if !strings.HasPrefix(address, "https://api.example.com/") {
		return mcp.NewToolResultError("not one of ours"), nil
	}
	request2, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	response, err := http.DefaultClient.Do(request2)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	return mcp.NewToolResultText(response.Status), nil
}

func main() {
	s := server.NewMCPServer("status", "1.0.0")
	s.AddTool(mcp.NewTool("status", mcp.WithString("address", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
