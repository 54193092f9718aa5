// Quotes around a name, and none within it doubled.
package main

import (
	"context"
	"database/sql"
	"log"
	"strconv"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func quoted(name string) string {
	return `"` + strings.TrimSpace(name) + `"`
}

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	table, err := request.RequireString("table")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	db, err := sql.Open("postgres", "")
	if err != nil {
		return nil, err
	}
	var count int
	row := db.QueryRow("SELECT count(*) FROM " + quoted(table)) // expect: proven sql
	if err := row.Scan(&count); err != nil {
		return nil, err
	}
	return mcp.NewToolResultText(strconv.Itoa(count)), nil
}

func main() {
	s := server.NewMCPServer("tables", "1.0.0")
	s.AddTool(mcp.NewTool("count", mcp.WithString("table", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
