// The value is put between quotes by hand.
package main

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

type store struct{ db *sql.DB }

func (s *store) find(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	email, err := request.RequireString("email")
	if err != nil {
		return nil, err
	}
	statement := fmt.Sprintf("SELECT name FROM users WHERE email = '%s'", email)
	var name string
	if err := s.db.QueryRowContext(ctx, statement).Scan(&name); err != nil { // expect: proven sql
		return nil, err
	}
	return mcp.NewToolResultText(name), nil
}

func register(s *server.MCPServer, db *sql.DB) {
	users := &store{db: db}
	s.AddTool(mcp.NewTool("find"), users.find)
}
