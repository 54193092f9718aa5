import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "url-opened-by-system",
  family: "data-flow",
  title: "An address of somebody else's choice is opened by the system",
  why: "What opens an address hands it to a shell on some systems, and to whatever program is " +
    "registered for its scheme on all: an address such as `a:$(…)` runs a command.",
  fix: "Parse the address, allow only `https:` and `http:`, encode its parts again, and open that.",
  limits: "A check of the scheme is taken as enough.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-78"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0050"],
  since: "0.1.0",
  tags: ["injection", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["open"],
  sources: ["tool", "request", "remote", "page"],
  bad: [
    {
      file: "client.js",
      code: `import open from "open";

export class SignIn {
  async redirectToAuthorization(authorizationUrl) {
    await open(authorizationUrl.toString());
  }
}
`,
      note: "The server at the other end names the address",
    },
    {
      file: "server.js",
      code: `import open from "open";

server.tool("show", { url: z.string() }, async ({ url }) => {
  await open(url);
  return { content: [] };
});
`,
      note: "The model names it",
    },
  ],
  good: [
    {
      file: "client.js",
      code: `import open from "open";

export class SignIn {
  async redirectToAuthorization(authorizationUrl) {
    const url = new URL(authorizationUrl);
    if (url.protocol !== "https:" && url.protocol !== "http:") {
      throw new Error("Not a web address");
    }
    await open(url.href);
  }
}
`,
      note: "Only addresses of the web",
    },
    {
      file: "server.js",
      code: `import open from "open";

server.tool("show", { page: z.enum(["home", "help"]) }, async ({ page }) => {
  await open("https://acme.example/" + page);
  return { content: [] };
});
`,
      note: "A page of the server's own",
    },
  ],
} satisfies Rule<SyntaxTree>;
