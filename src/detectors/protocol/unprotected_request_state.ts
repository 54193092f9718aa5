import type { Match, Rule } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { callAt, valueOf } from "../code/calls.ts";
import { snakeCase } from "../code/made_names.ts";
import { type Setting, textAt, visitSettings } from "./settings.ts";
import { hasSign, readsIn } from "./signs.ts";

/** Anything in the file that seals or signs. */
const SEALED =
  /[hH]mac|HMAC|createRequestStateCodec|[rR]equestStateSecurity|RequestStateBoundary|[cC]reateCipher|[aA][eE][sS]_?[gG][cC][mM]|[cC]ha[cC]ha|[fF]ernet|(?:(?:^|_)(?:seal|sign|encrypt|mint)|[a-z](?:Seal|Sign|Encrypt|Mint)|^(?:Seal|Sign|Encrypt))(?:ed|er)?(?=$|[_A-Z])(?!In|Up|Out|_in|_up|_out)|[jJ]wt|JWT|jose|paseto|^subtle$|nacl|[sS]ecret[bB]ox/;
/** Servers of the Python SDK that seal what they send by themselves. */
const SEALING = /^(?:MCPServer)$/;
/** Signs of a server that answers with what it needs. */
const ASKS = /input_?required|input_?requests|resultType|result_type/i;

/** Text that anyone can read, change and send back. */
const ENCODERS =
  /^(?:JSON\.stringify|json\.dumps|btoa|base64\.(?:urlsafe_)?b64encode|encodeURIComponent|encoding\/json\.Marshal|encoding\/base64\.\w{1,20}\.EncodeToString)$/;
const MARSHALLED = /json\.Marshal\(/;
const METHODS = /^(?:toString|decode|EncodeToString|encode|model_dump_json|json)$/;
const MOST_STEPS = 6;

/** What the client is shown; `undefined` where it may be sealed. */
function openText(tree: SyntaxTree, value: NodeId): string | undefined {
  let at = valueOf(tree, value);
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const call = callAt(tree, at);
    if (!call) return isPutTogether(tree, at) ? "text" : undefined;
    if (ENCODERS.test(call.callee)) return `what "${call.callee}" makes of it`;
    if (call.callee === "string" && call.positional[0] !== undefined) {
      at = valueOf(tree, call.positional[0]);
    } else if (METHODS.test(call.method) && call.receiver !== undefined) {
      const inner = valueOf(tree, call.receiver);
      const buffer = callAt(tree, inner);
      at = buffer && /Buffer\.from$/.test(buffer.callee) && buffer.positional[0] !== undefined
        ? valueOf(tree, buffer.positional[0])
        : inner;
    } else return undefined;
  }
  return undefined;
}

/** Text with values in it; a choice between two values is not that. */
function isPutTogether(tree: SyntaxTree, node: NodeId): boolean {
  if (!tree.kind(node).startsWith("binary")) return tree.kind(node) === "template_string";
  const operator = tree.child(node, "operator");
  return operator !== undefined && tree.textOf(operator) === "+";
}

function where(tree: SyntaxTree, node: NodeId, { name, value }: Setting): Match | undefined {
  if (snakeCase(name) !== "request_state" || constantText(tree, value) !== undefined) {
    return undefined;
  }
  if (hasSign(tree, SEALED) || !hasSign(tree, ASKS)) return undefined;
  if (tree.language === "python" && (hasSign(tree, SEALING) || !isAnswer(tree, node))) {
    return undefined;
  }
  const shown = openText(tree, value) ?? goText(tree, value);
  return shown === undefined ? undefined : {
    span: tree.span(node),
    message: `The client gets the state unsigned, as ${shown}, and may send back another`,
  };
}

/** `string(data)`, whose data is the first of two results. */
function goText(tree: SyntaxTree, value: NodeId): string | undefined {
  return tree.language === "go" && /^string\(\w{1,40}\)$/.test(textAt(tree, value).trim()) &&
      readsIn(tree, 0, MARSHALLED)
    ? "JSON"
    : undefined;
}

const CALLS = new Set(["call"]);

/** In what a server answers; a client hands back what it was given. */
function isAnswer(tree: SyntaxTree, node: NodeId): boolean {
  const call = tree.ancestor(node, CALLS);
  return tree.kind(node) === "pair" || call === undefined ||
    /InputRequired|Response|Result/.test(callAt(tree, call)?.method ?? "");
}

const WORDS = ["requestState"];

export default {
  id: "unprotected-request-state",
  family: "protocol",
  title: "Request state that the client can change",
  why:
    "The state of a call that waits for input lies with the client. Unsigned, a hostile client " +
    "sends back steps that were never taken, or somebody else's. The specification of 2026-07-28 " +
    "(Multi Round-Trip Requests, Server Requirements) requires an HMAC or AEAD.",
  fix:
    "Seal it (`createRequestStateCodec`, `RequestStateSecurity`, an HMAC) and reject what fails.",
  limits:
    "Looks at one file, in which anything that signs or seals counts as protection; a state " +
    "made in a helper, or one that is a plain name, is not judged.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-353", "CWE-565"],
  owasp: ["MCP07:2025", "MCP10:2025", "ASI03:2026", "ASI07:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["2026-07-28", "state"],
  matcher: visitSettings({
    python: ["request_state"],
    javascript: WORDS,
    typescript: WORDS,
    tsx: WORDS,
    go: ["RequestState"],
  }, where),
  bad: [
    {
      file: "server.ts",
      code: `import { inputRequired, McpServer } from "@modelcontextprotocol/server";

server.registerTool("deploy", { inputSchema }, async ({ target }, ctx) => {
  const form = { message: "Deploy?", requestedSchema: CONFIRM };
  return inputRequired({
    inputRequests: { confirm: inputRequired.elicit(form) },
    requestState: JSON.stringify({ target, approved: true }),
  });
});
`,
      note: "JSON, as it is",
    },
    {
      file: "server.py",
      code: `import base64
import json
from mcp.server.lowlevel import Server
from mcp.types import InputRequiredResult

async def call_tool(ctx, params):
    state = base64.b64encode(json.dumps({"step": 2, "user": params.user}).encode()).decode()
    return InputRequiredResult(input_requests={"confirm": ASK}, request_state=state)
`,
      note: "Base64 is no protection",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `import { createRequestStateCodec, inputRequired } from "@modelcontextprotocol/server";

const codec = createRequestStateCodec({ key, bind: (ctx) => ctx.http?.authInfo?.clientId ?? "" });
server.registerTool("deploy", { inputSchema }, async ({ target }, ctx) =>
  inputRequired({
    inputRequests: { confirm: inputRequired.elicit(FORM) },
    requestState: await codec.mint({ target }, ctx),
  }));
`,
      note: "Sealed by the SDK",
    },
    {
      file: "server.py",
      code: `import json
from mcp.server import MCPServer
from mcp.types import InputRequiredResult

mcp = MCPServer("fleet")

@mcp.tool()
async def deploy(target: str, ctx: Context) -> InputRequiredResult:
    return InputRequiredResult(input_requests={"confirm": ASK}, request_state=json.dumps(target))
`,
      note: "A server that seals what it sends",
    },
  ],
} satisfies Rule<SyntaxTree>;
