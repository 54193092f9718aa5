import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { CALL_NODES } from "../code/calls.ts";
import { CORS_KEYWORDS, corsAt } from "./cors.ts";
import { visit } from "./settings.ts";

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const cors = corsAt(tree, node);
  return cors?.origins === "mirrored" && cors.credentials
    ? { span: tree.span(node), message: "Any site's scripts act with the user's cookies" }
    : undefined;
}

export default {
  id: "cors-any-origin-with-credentials",
  family: "server-hygiene",
  title: "Scripts of any site act in the user's name",
  why: "Every origin that asks is told that it may read the answers, with the cookies that the " +
    "browser holds: a page that the user only visits calls the server as the user.",
  fix: "Name the origins that may, or leave cookies out of it.",
  limits: "Knows Starlette, FastAPI, Flask-CORS, the cors packages of Node and headers that are " +
    "set by hand. An origin that is held to a list elsewhere is taken for any.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-942", "CWE-346"],
  owasp: ["MCP07:2025", "ASI03:2026", "ASI07:2026"],
  atlas: ["AML.T0049"],
  since: "0.1.0",
  tags: ["network", "browser"],
  matcher: visit(CORS_KEYWORDS, CALL_NODES, where),
  bad: [
    {
      file: "app.py",
      code: `from fastapi.middleware.cors import CORSMiddleware

app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)
`,
      note: "With cookies allowed, the star becomes whatever origin asks",
    },
    {
      file: "app.ts",
      code: `import cors from "cors";
app.use(cors({ origin: true, credentials: true }));
`,
      note: "Node's package does the same for `true`",
    },
    {
      file: "app.go",
      code: `package app

import "net/http"

func cors(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}
`,
      note: "By hand",
    },
  ],
  good: [
    {
      file: "app.py",
      code: `from fastapi.middleware.cors import CORSMiddleware

app.add_middleware(CORSMiddleware, allow_origins=["https://acme.example"], allow_credentials=True)
`,
      note: "One site",
    },
    {
      file: "app.ts",
      code: `import cors from "cors";
app.use(cors({ origin: settings.origins, credentials: true }));
app.use((req, res, next) => {
  const origin = req.headers.origin;
  if (allowedOrigins.has(origin)) {
    res.setHeader("Access-Control-Allow-Origin", origin);
    res.setHeader("Access-Control-Allow-Credentials", "true");
  }
  next();
});
`,
      note: "Those of a list",
    },
  ],
} satisfies Rule<SyntaxTree>;
