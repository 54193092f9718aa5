// Where it is no number the tool ends.
package main

import (
	"context"
	"fmt"
	"log"
	"os/exec"
	"strconv"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	pid, err := request.RequireString("pid")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	line := "kill " + pid
	number, err := strconv.Atoi(pid)
	if err != nil {
		return mcp.NewToolResultError("not a number"), nil
	} else {
		line = fmt.Sprintf("kill %d", number)
	}
	return mcp.NewToolResultText("sent"), exec.Command("sh", "-c", line).Run()
}

func main() {
	s := server.NewMCPServer("processes", "1.0.0")
	s.AddTool(mcp.NewTool("kill", mcp.WithString("pid", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
