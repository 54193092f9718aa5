// Archive entries are written by their own names.
package main

import (
	"archive/zip"
	"context"
	"log"
	"path/filepath"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	value := request.GetString("value", "")
	archive, err := zip.OpenReader(filepath.Join("/srv/uploads", filepath.Base(value)))
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	for _, entry := range archive.File {
		log.Println(entry.CompressedSize64)
	}
	return mcp.NewToolResultText("listed"), nil
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
