// A connection to a host that was sent.
package main

import (
	"context"
	"log"
	"net"
	"time"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	value := request.GetString("value", "")
	fixed, err := net.Dial("tcp", "db.example.com:5432")
	if err != nil {
		return nil, err
	}
	defer fixed.Close()
	connection, err := net.DialTimeout("tcp", value+":80", time.Second) // expect: proven url
	if err != nil {
		return nil, err
	}
	defer connection.Close()
	return mcp.NewToolResultText("reached"), nil
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
