// A well-kept server of a database: values are bound, the order is one of a few.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"os"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type listInput struct {
	Customer string `json:"customer"`
	Order    string `json:"order" jsonschema:"price or date"`
	Limit    int    `json:"limit"`
}

type store struct {
	db *sql.DB
}

func orderBy(name string) (string, error) {
	switch name {
	case "price", "date":
		return name, nil
	case "":
		return "date", nil
	default:
		return "", fmt.Errorf("unknown order %q", name)
	}
}

func (s *store) list(ctx context.Context, req *mcp.CallToolRequest, in listInput) (*mcp.CallToolResult, any, error) {
	order, err := orderBy(in.Order)
	if err != nil {
		return nil, nil, err
	}
	statement := "SELECT id FROM orders WHERE customer = $1 ORDER BY " + order + fmt.Sprintf(" LIMIT %d", in.Limit)
	rows, err := s.db.QueryContext(ctx, statement, in.Customer)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	return nil, nil, rows.Err()
}

func main() {
	db, err := sql.Open("postgres", os.Getenv("DATABASE"))
	if err != nil {
		log.Fatal(err)
	}
	s := &store{db: db}
	server := mcp.NewServer(&mcp.Implementation{Name: "orders"}, nil)
	mcp.AddTool(server, &mcp.Tool{Name: "list"}, s.list)
	log.Fatal(server.Run(context.Background(), &mcp.StdioTransport{}))
}
