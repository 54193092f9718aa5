// The value goes to the database beside the statement.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"log"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	email, err := request.RequireString("email")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	db, err := sql.Open("sqlite3", "crm.db")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	rows, err := db.Query("SELECT id FROM customers WHERE email = ?", email)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	return mcp.NewToolResultText(fmt.Sprint(rows.Next())), nil
}

func main() {
	s := server.NewMCPServer("crm", "1.0.0")
	s.AddTool(mcp.NewTool("customer", mcp.WithString("email", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
