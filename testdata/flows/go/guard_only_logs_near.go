// What is not allowed is written to the log, and runs.
package main

import (
	"context"
	"log"
	"os/exec"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

var allowed = map[string]bool{"backup": true, "vacuum": true}

func handle(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	job, err := request.RequireString("job")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	if !allowed[job] {
		log.Println("unknown job")
	}
	out, err := exec.CommandContext(ctx, "sh", "-c", "/opt/jobs/"+job).CombinedOutput() // expect: proven shell
	return mcp.NewToolResultText(string(out)), err
}

func main() {
	s := server.NewMCPServer("jobs", "1.0.0")
	s.AddTool(mcp.NewTool("run_job", mcp.WithString("job", mcp.Required())), handle)
	if err := server.ServeStdio(s); err != nil {
		log.Fatal(err)
	}
}
