// The official SDK holds the input to its struct: only numbers and booleans reach the shell.
package main

import (
	"context"
	"fmt"
	"log"
	"os/exec"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type volumeInput struct {
	Level int  `json:"level"`
	Mute  bool `json:"mute"`
}

func volume(ctx context.Context, req *mcp.CallToolRequest, in volumeInput) (*mcp.CallToolResult, any, error) {
	line := fmt.Sprintf("amixer set Master %d%% %t", in.Level, in.Mute)
	err := exec.Command("sh", "-c", line).Run()
	return nil, nil, err
}

func main() {
	server := mcp.NewServer(&mcp.Implementation{Name: "audio"}, nil)
	mcp.AddTool(server, &mcp.Tool{Name: "volume"}, volume)
	log.Fatal(server.Run(context.Background(), &mcp.StdioTransport{}))
}
