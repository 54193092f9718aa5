import type { Match, Rule } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { callAt } from "../code/calls.ts";
import {
  isAuthorizationRequest,
  REQUEST_KEYWORDS,
  REQUEST_NODES,
} from "./authorization_request.ts";
import { visit } from "./settings.ts";
import { hasSign, readsIn } from "./signs.ts";

const STATE = /^(?:\w{0,20}_?state|state\w{0,20}|nonce)$/i;

/** In an address that is written out. */
const WRITTEN = /[?&]state=/;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  if (!isAuthorizationRequest(tree, node)) return undefined;
  const call = callAt(tree, node);
  if (call?.method === "AuthCodeURL") {
    const [state] = call.positional;
    const text = state === undefined ? undefined : constantText(tree, state)?.text;
    return text === undefined ? undefined : {
      span: tree.span(node),
      message: "Every sign-in is sent with the same state, which anyone knows",
    };
  }
  if (hasSign(tree, STATE) || readsIn(tree, 0, WRITTEN)) return undefined;
  return { span: tree.span(node), message: "The sign-in is asked for without a state" };
}

export default {
  id: "oauth-without-state",
  family: "protocol",
  title: "OAuth sign-in that is bound to nobody",
  why:
    "An attacker starts a sign-in of their own and has the user's browser end it: the user then " +
    "works in the attacker's account, or links it to theirs. The specification of 2026-07-28 " +
    "(Authorization, Open Redirection) has clients send a state and check it.",
  fix: "Send a random `state` for each sign-in, keep it with the session, and compare on return.",
  limits: "Sees requests that are put together by hand or with Go's oauth2; whether the state is " +
    "compared on return is not looked at.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-352"],
  owasp: ["MCP07:2025", "ASI03:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["authentication", "oauth"],
  matcher: visit(REQUEST_KEYWORDS, REQUEST_NODES, where),
  bad: [
    {
      file: "oauth.py",
      code: `from urllib.parse import urlencode

def address(client: str, back: str, challenge: str) -> str:
    return "https://id.acme.example/authorize?" + urlencode({
        "client_id": client,
        "redirect_uri": back,
        "response_type": "code",
        "code_challenge": challenge,
    })
`,
      note: "None at all",
    },
    {
      file: "oauth.go",
      code: `package oauth

import "golang.org/x/oauth2"

func address(verifier string) string {
	return config.AuthCodeURL("state", oauth2.S256ChallengeOption(verifier))
}
`,
      note: "The same for everybody",
    },
  ],
  good: [
    {
      file: "oauth.py",
      code: `import secrets
from urllib.parse import urlencode

def address(client: str, back: str, challenge: str, session: dict) -> str:
    session["state"] = secrets.token_urlsafe(32)
    return "https://id.acme.example/authorize?" + urlencode({
        "client_id": client,
        "redirect_uri": back,
        "response_type": "code",
        "state": session["state"],
        "code_challenge": challenge,
    })
`,
      note: "Random, and kept with the session",
    },
    {
      file: "oauth.go",
      code: `package oauth

import "golang.org/x/oauth2"

func address(state, verifier string) string {
	return config.AuthCodeURL(state, oauth2.S256ChallengeOption(verifier))
}
`,
      note: "Given by the caller",
    },
  ],
} satisfies Rule<SyntaxTree>;
