// The deployment server without the faults: the scanner must find nothing here.
package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
	"golang.org/x/crypto/ssh"
	"k8s.io/client-go/tools/clientcmd"
)

const upper = "import sys; print(sys.argv[1].upper())"

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
	out, err := exec.CommandContext(ctx, "systemctl", "restart", "--", service).Output()
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	return mcp.NewToolResultText(string(out)), nil
}

func version() ([]byte, error) {
	git, err := exec.LookPath("git")
	if err != nil {
		return nil, err
	}
	return exec.Command(git, "describe").Output()
}

func runScript(word string) ([]byte, error) {
	return exec.Command("python3", "-c", upper, word).Output()
}

func remote(session *ssh.Session) ([]byte, error) {
	return session.CombinedOutput("docker pull registry.example.com/web:1.2.3")
}

func level() string {
	return os.Getenv("LOG_LEVEL")
}

func cluster(home string) error {
	_, err := clientcmd.BuildConfigFromFlags("", filepath.Join(home, ".kube", "config"))
	return err
}
