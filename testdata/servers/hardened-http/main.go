// The same builds, on this machine.
package main

import (
	"net/http"
	"os"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

func main() {
	handler := mcp.NewStreamableHTTPHandler(builds, &mcp.StreamableHTTPOptions{Stateless: true})
	os.Chmod("builds.json", 0o600)
	http.ListenAndServe("127.0.0.1:8080", handler)
}
