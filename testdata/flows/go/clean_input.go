// What was sent goes to a program's input, environment and folder of its own, and to the log.
package main

import (
	"bytes"
	"context"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type formatInput struct {
	Code string   `json:"code"`
	Tags []string `json:"tags"`
}

func format(ctx context.Context, req *mcp.CallToolRequest, in formatInput) (*mcp.CallToolResult, any, error) {
	folder, err := os.MkdirTemp("", "format")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(folder)
	var out bytes.Buffer
	cmd := exec.CommandContext(ctx, "gofmt", "-s")
	cmd.Stdin = strings.NewReader(in.Code)
	cmd.Stdout = &out
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "TAGS="+strings.Join(in.Tags, ","))
	if err := cmd.Run(); err != nil {
		log.Printf("not formatted: %q", in.Code)
		return nil, nil, err
	}
	if err := os.WriteFile(filepath.Join(folder, "code.go"), []byte(in.Code), 0o600); err != nil {
		return nil, nil, err
	}
	return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: out.String()}}}, nil, nil
}

func main() {
	server := mcp.NewServer(&mcp.Implementation{Name: "format"}, nil)
	mcp.AddTool(server, &mcp.Tool{Name: "format"}, format)
	log.Fatal(server.Run(context.Background(), &mcp.StdioTransport{}))
}
