import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { BIND_KEYWORDS, BIND_NODES, bindAt } from "./binds.ts";
import { visit } from "./settings.ts";
import { asksWho, servesMcp } from "./signs.ts";

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const bind = bindAt(tree, node);
  // Where nobody is asked who they are, another rule says so.
  if (bind?.reach !== "all" || (servesMcp(tree) && !asksWho(tree))) return undefined;
  return {
    span: tree.span(bind.node),
    message: bind.isDefault
      ? "Unless told otherwise, listens on every network of the machine"
      : "Listens on every network of the machine",
  };
}

export default {
  id: "exposed-bind",
  family: "server-hygiene",
  title: "Server that listens on every network",
  why: "Everybody who reaches the machine reaches the server: the office, the café, other " +
    "containers. The specification of 2026-07-28 (Transports, Streamable HTTP, Security & " +
    "Endpoint) asks local servers to bind to localhost only.",
  fix: "Bind to 127.0.0.1 unless told otherwise, and let whoever deploys it choose the address.",
  limits: "In a container the address is usual, and what is published decides: that is not seen. " +
    "An address that a setting gives is not known.",
  severity: "low",
  confidence: "medium",
  cwe: ["CWE-1327"],
  owasp: ["MCP07:2025", "ASI07:2026"],
  atlas: ["AML.T0049"],
  since: "0.1.0",
  tags: ["network"],
  matcher: visit(BIND_KEYWORDS, BIND_NODES, where),
  bad: [
    {
      file: "server.py",
      code: `import os
import uvicorn
from acme.app import app

uvicorn.run(app, host=os.getenv("HOST", "0.0.0.0"), port=8000)
`,
      note: "By default, on every network",
    },
    {
      file: "server.ts",
      code: `import express from "express";
const app = express();
app.use(requireSignIn);
app.listen(3000, "0.0.0.0");
`,
      note: "Named outright",
    },
    {
      file: "main.go",
      code: `package main

import "net/http"

func main() {
	server := &http.Server{Addr: "0.0.0.0:8080", Handler: routes()}
	server.ListenAndServe()
}
`,
      note: "A server of Go",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import os
import uvicorn
from acme.app import app

uvicorn.run(app, host=os.getenv("HOST", "127.0.0.1"), port=8000)
blocked = ["0.0.0.0", "169.254.169.254"]
`,
      note: "This machine, unless told otherwise; an address that is refused",
    },
    {
      file: "server.ts",
      code: `import express from "express";
const app = express();
app.listen(3000, "127.0.0.1");
if (host === "0.0.0.0") console.warn("Open to the network");
`,
      note: "This machine; a warning about the address",
    },
  ],
} satisfies Rule<SyntaxTree>;
