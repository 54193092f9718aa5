// Both of the paths are looked at.
package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type removeInput struct {
	Old string `json:"old"`
	New string `json:"new"`
}

func rename(ctx context.Context, req *mcp.CallToolRequest, in removeInput) (*mcp.CallToolResult, any, error) {
	if !filepath.IsLocal(in.Old) || !filepath.IsLocal(in.New) {
		return nil, nil, errors.New("expected local paths")
	}
	err := os.Rename(filepath.Join("/srv", in.Old), filepath.Join("/srv", in.New))
	return nil, nil, err
}

func register(server *mcp.Server) {
	mcp.AddTool(server, &mcp.Tool{Name: "rename"}, rename)
}
