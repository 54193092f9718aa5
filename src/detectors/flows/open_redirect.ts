import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "open-redirect",
  family: "data-flow",
  title: "A caller's value chooses where a browser is sent",
  why: "A link to the server, which the user trusts, leads to a page of the attacker's: to " +
    "steal a password, or the code of an OAuth login that the redirect carries along.",
  fix: "Redirect only to addresses of a list, or to a path of your own that does not begin " +
    "with two slashes.",
  limits: "A path behind a fixed host or a fixed folder is not reported. A redirect that the " +
    "page itself makes in the browser is not seen.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-601"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["injection", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["redirect"],
  bad: [
    {
      file: "server.ts",
      code: `app.get("/callback", (req, res) => {
  const next = req.query.next ?? "/";
  res.redirect(next);
});
`,
      note: "Anywhere, once logged in",
    },
    {
      file: "server.py",
      code: `from starlette.responses import RedirectResponse

@mcp.custom_route("/authorize", methods=["GET"])
async def authorize(request):
    target = request.query_params["redirect_uri"]
    return RedirectResponse(f"{target}?code={new_code()}", status_code=302)
`,
      note: "The code of a login goes along",
    },
    {
      file: "main.go",
      code: `package main

import "net/http"

func leave(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, r.FormValue("next"), http.StatusFound)
}

func main() {
	http.HandleFunc("/leave", leave)
}
`,
      note: "A field of the form",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `const CLIENTS = ["https://app.acme.example/done", "https://beta.acme.example/done"];

app.get("/callback", (req, res) => {
  const next = req.query.next;
  if (!CLIENTS.includes(next)) return res.status(400).end();
  res.redirect(next);
});

app.get("/notes", (req, res) => {
  res.redirect(\`/notes/\${req.query.id}\`);
});
`,
      note: "One of a list; and a path of the server's own",
    },
    {
      file: "server.py",
      code: `from starlette.responses import RedirectResponse

@mcp.custom_route("/go", methods=["GET"])
async def go(request):
    return RedirectResponse(f"https://docs.acme.example/{request.query_params['page']}")
`,
      note: "A part of the path, behind a fixed host",
    },
  ],
} satisfies Rule<SyntaxTree>;
