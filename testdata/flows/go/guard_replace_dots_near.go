// Taking `../` out once leaves another one of `....//`.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	name, err := request.RequireString("name")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	clean := strings.ReplaceAll(name, "../", "")
	data, err := os.ReadFile("/srv/icons/" + clean) // expect: proven path
	if err != nil {
		return nil, err
	}
	return mcp.NewToolResultText(fmt.Sprint(len(data))), nil
}

func main() {
	s := server.NewMCPServer("icons", "1.0.0")
	s.AddTool(mcp.NewTool("icon", mcp.WithString("name", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
