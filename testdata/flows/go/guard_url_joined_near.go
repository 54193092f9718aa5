// A host that was sent before a fixed path.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	place, err := request.RequireString("place")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	response, err := http.Get("https://" + place + ".weather.example.com/now") // expect: proven url
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	return mcp.NewToolResultText(response.Status), nil
}

func main() {
	s := server.NewMCPServer("weather", "1.0.0")
	s.AddTool(mcp.NewTool("weather", mcp.WithString("place", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
