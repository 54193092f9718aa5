import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "unauthenticated-program-start",
  family: "data-flow",
  title: "Anyone who reaches the port names the program to start",
  why: "The route starts whatever program a request names and asks nobody who they are. Any page " +
    "that the user opens in a browser can send such a request to a port of their machine.",
  fix: "Ask for a token made at start on every route, check the request's Origin, listen on " +
    "loopback only, and choose the program from a fixed list.",
  limits:
    "Authentication is known by middleware, decorators and dependencies on the route or its " +
    "router; a check in the middle of a handler is not seen as one.",
  severity: "critical",
  confidence: "high",
  cwe: ["CWE-306", "CWE-78"],
  owasp: ["MCP07:2025", "MCP05:2025", "ASI05:2026"],
  atlas: ["AML.T0049", "AML.T0050"],
  since: "0.1.0",
  tags: ["authentication", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["program"],
  sources: ["request"],
  bad: [
    {
      file: "server.js",
      code: `import express from "express";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const app = express();
app.get("/connect", async (req, res) => {
  const transport = new StdioClientTransport({ command: req.query.command, args: [] });
  await transport.start();
  res.end();
});
`,
      note: "A client's transport starts the program",
    },
    {
      file: "server.py",
      code: `import subprocess
from flask import Flask, request

app = Flask(__name__)

@app.route("/run", methods=["POST"])
def run():
    return subprocess.run([request.json["program"], "--version"], capture_output=True).stdout
`,
      note: "Straight from the request's body",
    },
  ],
  good: [
    {
      file: "server.js",
      code: `import express from "express";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const requireToken = (req, res, next) => {
  if (req.headers.authorization !== \`Bearer \${sessionToken}\`) {
    res.status(401).end();
    return;
  }
  next();
};

const app = express();
app.get("/connect", requireToken, async (req, res) => {
  const transport = new StdioClientTransport({ command: req.query.command, args: [] });
  await transport.start();
  res.end();
});
`,
      note: "Middleware turns away who has no token",
    },
    {
      file: "server.py",
      code: `import subprocess
from flask import Flask, request

app = Flask(__name__)
PROGRAMS = {"git": "/usr/bin/git", "node": "/usr/bin/node"}

@app.route("/version", methods=["POST"])
def version():
    program = PROGRAMS[request.json["program"]]
    return subprocess.run([program, "--version"], capture_output=True).stdout
`,
      note: "One of a fixed list",
    },
  ],
} satisfies Rule<SyntaxTree>;
