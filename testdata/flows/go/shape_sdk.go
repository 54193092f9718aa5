// The official SDK: a generic function with the input's struct.
package main

import (
	"context"
	"fmt"
	"log"
	"os/exec"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type resizeInput struct {
	Image string `json:"image" jsonschema:"the image's file"`
	Width int    `json:"width"`
}

type resizeOutput struct {
	Output string `json:"output"`
}

func resize(ctx context.Context, req *mcp.CallToolRequest, input resizeInput) (*mcp.CallToolResult, resizeOutput, error) {
	line := fmt.Sprintf("convert %s -resize %d out.png", input.Image, input.Width)
	if err := exec.CommandContext(ctx, "sh", "-c", line).Run(); err != nil { // expect: proven shell
		return nil, resizeOutput{}, err
	}
	return nil, resizeOutput{Output: "out.png"}, nil
}

func main() {
	server := mcp.NewServer(&mcp.Implementation{Name: "images", Version: "v1.0.0"}, nil)
	mcp.AddTool(server, &mcp.Tool{Name: "resize", Description: "Resizes an image"}, resize)
	if err := server.Run(context.Background(), &mcp.StdioTransport{}); err != nil {
		log.Fatal(err)
	}
}
