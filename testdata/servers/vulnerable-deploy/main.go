// A deployment server with one fault of each kind, for trying the scanner. Do not run it.
package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
	"golang.org/x/crypto/ssh"
)

func main() {
	s := server.NewMCPServer("deploy", "1.0.0")
	tool := mcp.NewTool("restart",
		mcp.WithDescription("Restarts a service"),
		mcp.WithString("service", mcp.Required(), mcp.Description("The service")),
	)
	s.AddTool(tool, restart)
	_ = server.ServeStdio(s)
}

func restart(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	service := request.GetString("service", "web")
	// expect: command-injection
	out, err := exec.CommandContext(ctx, "bash", "-c", fmt.Sprintf("systemctl restart %s", service)).Output()
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	return mcp.NewToolResultText(string(out)), nil
}

func runHook(ctx context.Context, request mcp.CallToolRequest) ([]byte, error) {
	hook := request.GetString("hook", "true")
	// expect: program-from-value
	return exec.CommandContext(ctx, hook, "--deploy").Output()
}

func runScript(request mcp.CallToolRequest) ([]byte, error) {
	// expect: interpreter-code-from-value
	return exec.Command("python3", "-c", request.GetString("script", "")).Output()
}

func remote(session *ssh.Session, request mcp.CallToolRequest) ([]byte, error) {
	// expect: remote-shell-command
	return session.CombinedOutput("docker pull " + request.GetString("image", ""))
}

func environment() string {
	// expect: environment-exposure
	return strings.Join(os.Environ(), "\n")
}

func credentials(home string) ([]byte, error) {
	// expect: cloud-credentials-access
	return os.ReadFile(filepath.Join(home, ".aws", "credentials"))
}

func keys(home string) ([]os.DirEntry, error) {
	// expect: private-key-access
	return os.ReadDir(filepath.Join(home, ".ssh"))
}
