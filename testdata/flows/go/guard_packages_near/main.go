package main

import (
	"log"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"

	"example.com/server/internal/tools"
)

func main() {
	s := server.NewMCPServer("units", "1.0.0")
	s.AddTool(mcp.NewTool("status", mcp.WithString("unit")), tools.Status)
	log.Fatal(server.ServeStdio(s))
}
