// An embedded struct lends its field and its method.
package main

import (
	"context"
	"log"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

type base struct {
	command string
}

func (b *base) run() error {
	return exec.Command("sh", "-c", b.command).Run() // expect: proven shell
}

type task struct {
	base
	name string
}

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	value := request.GetString("value", "")
	t := task{base: base{command: value}, name: "fixed"}
	exec.Command("sh", "-c", t.name).Run()
	err := t.run()
	return mcp.NewToolResultText("ran"), err
}

func main() {
	s := server.NewMCPServer("server", "1.0.0")
	s.AddTool(mcp.NewTool("tool", mcp.WithString("value", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
