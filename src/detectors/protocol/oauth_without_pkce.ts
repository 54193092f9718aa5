import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import {
  isAuthorizationRequest,
  REQUEST_KEYWORDS,
  REQUEST_NODES,
} from "./authorization_request.ts";
import { visit } from "./settings.ts";
import { hasSign, readsIn } from "./signs.ts";

const PKCE = /code_?challenge|code_?verifier|S256|pkce|GenerateVerifier/i;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  if (!isAuthorizationRequest(tree, node) || hasSign(tree, PKCE) || speaksOfIt(tree)) {
    return undefined;
  }
  return { span: tree.span(node), message: "The sign-in is asked for without a code challenge" };
}

const WRITTEN = /code_challenge/;

/** In an address that is written out. */
function speaksOfIt(tree: SyntaxTree): boolean {
  return readsIn(tree, 0, WRITTEN);
}

export default {
  id: "oauth-without-pkce",
  family: "protocol",
  title: "OAuth sign-in without PKCE",
  why:
    "Whoever sees the code on its way back, in a log, a history or another program that claims " +
    "the address, redeems it and has the user's token. The specification of 2026-07-28 " +
    "(Authorization, Authorization Code Protection) requires PKCE with S256.",
  fix: "Send `code_challenge` and `code_challenge_method=S256`, and the verifier with the code.",
  limits: "Sees requests that are put together by hand or with Go's oauth2, and looks for a " +
    "challenge in the same file. What a library adds by itself is not seen.",
  severity: "low",
  confidence: "medium",
  cwe: ["CWE-287"],
  owasp: ["MCP07:2025", "ASI03:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["authentication", "oauth"],
  matcher: visit(REQUEST_KEYWORDS, REQUEST_NODES, where),
  bad: [
    {
      file: "oauth.ts",
      code: `const query = new URLSearchParams({
  client_id: settings.client,
  redirect_uri: settings.callback,
  response_type: "code",
  state,
});
export const address = \`https://id.acme.example/authorize?\${query}\`;
`,
      note: "A request put together by hand",
    },
    {
      file: "oauth.py",
      code: `def address(client: str, back: str, state: str) -> str:
    return (
        f"https://id.acme.example/authorize?client_id={client}&redirect_uri={back}"
        f"&response_type=code&state={state}"
    )
`,
      note: "An address",
    },
    {
      file: "oauth.go",
      code: `package oauth

func address(state string) string { return config.AuthCodeURL(state) }
`,
      note: "Go's package adds none by itself",
    },
  ],
  good: [
    {
      file: "oauth.ts",
      code: `const query = new URLSearchParams({
  client_id: settings.client,
  redirect_uri: settings.callback,
  response_type: "code",
  state,
  code_challenge: challenge,
  code_challenge_method: "S256",
});
`,
      note: "With a challenge",
    },
    {
      file: "oauth.go",
      code: `package oauth

import "golang.org/x/oauth2"

func address(state, verifier string) string {
	return config.AuthCodeURL(state, oauth2.S256ChallengeOption(verifier))
}
`,
      note: "With a challenge",
    },
    {
      file: "routes.py",
      code: `def authorize(request) -> None:
    if request.query["response_type"] != "code":
        raise ValueError("unsupported_response_type")

METADATA = {"response_type": "code"}
`,
      note: "A server that reads a request",
    },
  ],
} satisfies Rule<SyntaxTree>;
