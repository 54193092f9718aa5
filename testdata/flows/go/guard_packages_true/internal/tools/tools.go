// The validator of another package says no in the end.
package tools

import (
	"context"

	"github.com/mark3labs/mcp-go/mcp"

	"example.com/server/internal/guard"
	"example.com/server/internal/run"
)

// Status tells a unit's state.
func Status(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	unit, err := request.RequireString("unit")
	if err != nil {
		return mcp.NewToolResultError(err.Error()), nil
	}
	if !guard.Known(unit) {
		return mcp.NewToolResultError("unknown unit"), nil
	}
	out, err := run.Shell("systemctl status " + unit)
	return mcp.NewToolResultText(out), err
}
