// A resource template's address names the file.
package main

import (
	"context"
	"os"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func readDoc(ctx context.Context, request mcp.ReadResourceRequest) ([]mcp.ResourceContents, error) {
	name := strings.TrimPrefix(request.Params.URI, "docs://")
	data, err := os.ReadFile("/srv/docs/" + name) // expect: proven path
	if err != nil {
		return nil, err
	}
	text := mcp.TextResourceContents{URI: request.Params.URI, MIMEType: "text/plain", Text: string(data)}
	return []mcp.ResourceContents{text}, nil
}

func main() {
	s := server.NewMCPServer("docs", "1.0.0")
	s.AddResourceTemplate(mcp.NewResourceTemplate("docs://{name}", "Docs"), readDoc)
	server.ServeStdio(s)
}
