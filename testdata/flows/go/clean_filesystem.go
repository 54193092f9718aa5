// A well-kept server of files: links are resolved, and the path is held against the allowed folders.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

type files struct {
	allowed []string
}

func newFiles(folders []string) (*files, error) {
	allowed := make([]string, 0, len(folders))
	for _, folder := range folders {
		absolute, err := filepath.Abs(folder)
		if err != nil {
			return nil, err
		}
		allowed = append(allowed, filepath.Clean(absolute)+string(filepath.Separator))
	}
	return &files{allowed: allowed}, nil
}

func (f *files) isAllowed(path string) bool {
	for _, folder := range f.allowed {
		if strings.HasPrefix(path, folder) {
			return true
		}
	}
	return false
}

func (f *files) validPath(requested string) (string, error) {
	absolute, err := filepath.Abs(requested)
	if err != nil {
		return "", fmt.Errorf("bad path: %w", err)
	}
	real, err := filepath.EvalSymlinks(absolute)
	if err != nil {
		return "", err
	}
	if !f.isAllowed(real) {
		return "", errors.New("access denied")
	}
	return real, nil
}

func (f *files) read(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	requested, err := request.RequireString("path")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	path, err := f.validPath(requested)
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return mcp.NewToolResultText(string(data)), nil
}

func main() {
	f, err := newFiles(os.Args[1:])
	if err != nil {
		log.Fatal(err)
	}
	s := server.NewMCPServer("files", "1.0.0")
	s.AddTool(mcp.NewTool("read", mcp.WithString("path", mcp.Required())), f.read)
	log.Fatal(server.ServeStdio(s))
}
