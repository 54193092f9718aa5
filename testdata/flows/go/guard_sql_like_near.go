// The statement's quotes hold nothing: a quote ends them.
package main

import (
	"context"
	"database/sql"
	"log"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	words, err := request.RequireString("words")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	db, err := sql.Open("postgres", "")
	if err != nil {
		return nil, err
	}
	rows, err := db.QueryContext(ctx, "SELECT id FROM notes WHERE text LIKE '%"+words+"%'") // expect: proven sql
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	return mcp.NewToolResultText("found"), nil
}

func main() {
	s := server.NewMCPServer("search", "1.0.0")
	s.AddTool(mcp.NewTool("search", mcp.WithString("words", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
