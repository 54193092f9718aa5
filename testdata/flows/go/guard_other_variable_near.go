// The check speaks of another argument.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"slices"
	"strconv"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	table, err := request.RequireString("table")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	schema := request.GetString("schema", "public")
	if !slices.Contains([]string{"public", "audit"}, schema) {
		return mcp.NewToolResultError("unknown"), nil
	}
	db, err := sql.Open("postgres", "")
	if err != nil {
		return nil, err
	}
	var count int
	row := db.QueryRowContext(ctx, "SELECT count(*) FROM "+table) // expect: proven sql
	if err := row.Scan(&count); err != nil {
		return nil, err
	}
	return mcp.NewToolResultText(fmt.Sprintf("%d in %s", count, strconv.Quote(schema))), nil
}

func main() {
	s := server.NewMCPServer("tables", "1.0.0")
	s.AddTool(mcp.NewTool("count", mcp.WithString("table", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
