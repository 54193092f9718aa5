// An interface hides which struct runs the command.
package main

import (
	"context"
	"log"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

type runner interface {
	run(line string) error
}

type shellRunner struct{}

func (shellRunner) run(line string) error {
	return exec.Command("sh", "-c", line).Run() // expect: proven shell
}

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	value := request.GetString("value", "")
	var r runner = shellRunner{}
	return mcp.NewToolResultText("ran"), r.run(value)
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
