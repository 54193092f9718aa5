// The driver puts the value in.
package main

import (
	"context"
	"database/sql"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

type store struct{ db *sql.DB }

func (s *store) find(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	email, err := request.RequireString("email")
	if err != nil {
		return nil, err
	}
	statement := "SELECT name FROM users WHERE email = $1"
	var name string
	if err := s.db.QueryRowContext(ctx, statement, email).Scan(&name); err != nil {
		return nil, err
	}
	return mcp.NewToolResultText(name), nil
}

func register(s *server.MCPServer, db *sql.DB) {
	users := &store{db: db}
	s.AddTool(mcp.NewTool("find"), users.find)
}
