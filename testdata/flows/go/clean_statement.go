// A well-kept statement that grows: its conditions count placeholders, values go beside it.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"os"
	"strconv"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

type people struct {
	db *sql.DB
}

func (p *people) search(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	conditions := []string{}
	var values []any
	if name := request.GetString("name", ""); name != "" {
		values = append(values, "%"+name+"%")
		conditions = append(conditions, fmt.Sprintf("name LIKE $%d", len(values)))
	}
	if city := request.GetString("city", ""); city != "" {
		values = append(values, city)
		conditions = append(conditions, "city = $"+strconv.Itoa(len(values)))
	}
	statement := "SELECT id FROM people"
	if len(conditions) > 0 {
		statement += " WHERE " + strings.Join(conditions, " AND ")
	}
	statement += fmt.Sprintf(" LIMIT %d", min(request.GetInt("limit", 10), 100))
	rows, err := p.db.QueryContext(ctx, statement, values...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	return mcp.NewToolResultText("searched"), rows.Err()
}

func main() {
	db, err := sql.Open("postgres", os.Getenv("DATABASE"))
	if err != nil {
		log.Fatal(err)
	}
	p := &people{db: db}
	s := server.NewMCPServer("people", "1.0.0")
	s.AddTool(mcp.NewTool("search"), p.search)
	log.Fatal(server.ServeStdio(s))
}
