// A server of builds over HTTP, for whoever reaches the port.
package main

import (
	"net/http"
	"os"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

func main() {
	// expect(+2): dns-rebinding-unchecked
	handler := mcp.NewStreamableHTTPHandler(builds, &mcp.StreamableHTTPOptions{
		DisableLocalhostProtection: true,
	})
	// expect: world-writable-file
	os.Chmod("builds.json", 0o666)
	// expect: unauthenticated-http-server
	http.ListenAndServe(":8080", handler)
}
