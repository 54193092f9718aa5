// A well-kept store: an `os.Root` keeps every file inside.
package main

import (
	"context"
	"io"
	"log"
	"os"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type noteInput struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

func main() {
	root, err := os.OpenRoot("/srv/notes")
	if err != nil {
		log.Fatal(err)
	}
	defer root.Close()
	server := mcp.NewServer(&mcp.Implementation{Name: "notes"}, nil)
	mcp.AddTool(server, &mcp.Tool{Name: "write"}, func(ctx context.Context, req *mcp.CallToolRequest, in noteInput) (*mcp.CallToolResult, any, error) {
		file, err := root.OpenFile(in.Name, os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			return nil, nil, err
		}
		defer file.Close()
		_, err = file.WriteString(in.Text)
		return nil, nil, err
	})
	mcp.AddTool(server, &mcp.Tool{Name: "read"}, func(ctx context.Context, req *mcp.CallToolRequest, in noteInput) (*mcp.CallToolResult, any, error) {
		file, err := root.Open(in.Name)
		if err != nil {
			return nil, nil, err
		}
		defer file.Close()
		data, err := io.ReadAll(file)
		return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: string(data)}}}, nil, err
	})
	log.Fatal(server.Run(context.Background(), &mcp.StdioTransport{}))
}
