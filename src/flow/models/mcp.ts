// The MCP SDKs' own calls that matter to flow: clients that start a server or connect to one.

import { type Lines, passes, sink } from "./build.ts";

const CLIENT = ["stdio", "sse", "streamableHttp", "websocket"];
const inSdk = (file: string, name: string): string =>
  ["", "/index", `/${file}`].flatMap((path) =>
    ["", ".js"].map((end) => `@modelcontextprotocol/sdk/client${path}${path && end}.${name}`)
  ).join(" ") + ` @modelcontextprotocol/client.${name}`;

export const SCRIPT_MCP: Lines = [
  [
    inSdk(CLIENT[0]!, "StdioClientTransport"),
    sink("program", "the start of a program", { field: "command" }),
  ],
  [
    [
      inSdk(CLIENT[1]!, "SSEClientTransport"),
      inSdk(CLIENT[2]!, "StreamableHTTPClientTransport"),
      inSdk(CLIENT[3]!, "WebSocketClientTransport"),
    ].join(" "),
    sink("url", "a connection to an MCP server"),
  ],
];

export const PYTHON_MCP: Lines = [
  [
    "mcp.StdioServerParameters mcp.client.stdio.StdioServerParameters fastmcp.client.transports.StdioTransport",
    sink("program", "the start of a program", { args: ["command", 0] }),
  ],
  [
    "mcp.client.sse.sse_client mcp.client.streamable_http.streamablehttp_client mcp.client.streamable_http.streamable_http_client mcp.client.websocket.websocket_client",
    sink("url", "a connection to an MCP server", { args: [0, "url"] }),
  ],
];

/** Both Go SDKs: what binds arguments, and wrappers of handlers. */
export const GO_MCP: Lines = [
  [
    "github.com/mark3labs/mcp-go/mcp.NewTypedToolHandler github.com/mark3labs/mcp-go/mcp.NewStructuredToolHandler",
    { wraps: true },
  ],
  ["*.BindArguments *.Unmarshal *.Decode *.ShouldBindJSON *.BindJSON", {
    fills: { place: 0, from: "receiver" },
    passes: "none",
  }],
  ["encoding/json.Unmarshal", { fills: { place: 1, from: 0 }, passes: "none" }],
  ["*.NewDecoder().Decode encoding/json.NewDecoder().Decode", {
    fills: { place: 0, from: "receiver" },
    passes: "none",
  }],
  ["encoding/json.NewDecoder", passes(0)],
  [
    "github.com/mark3labs/mcp-go/client.NewStdioMCPClient",
    sink("program", "the start of a program"),
  ],
];
