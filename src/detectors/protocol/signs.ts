// Signs in one file: that it asks who calls, that it is a server of the protocol. They go by names
// and short texts in code; what stands in comments is a sign of nothing.

import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";

const NAMES = new Set([
  "identifier",
  "property_identifier",
  "shorthand_property_identifier",
  "field_identifier",
  "type_identifier",
  "package_identifier",
]);
const TEXTS = new Set([
  "string_fragment",
  "string_content",
  "interpreted_string_literal_content",
  "raw_string_literal_content",
]);
/** Longer texts tell a story. */
const LONGEST = 48;
/** Nodes that are looked at for one sign, in a file and in a part of one. */
const MAX_NODES = 400_000;
const MAX_PART = 4000;
/** Units of a part's text that are looked at. */
const MAX_UNITS = 8000;

const known = new WeakMap<SyntaxTree, Map<RegExp, Map<NodeId, boolean>>>();

/** Each question is answered once. */
function remembered(
  tree: SyntaxTree,
  { sign, node }: { readonly sign: RegExp; readonly node: NodeId },
  answer: () => boolean,
): boolean {
  let signs = known.get(tree);
  if (!signs) known.set(tree, signs = new Map());
  let nodes = signs.get(sign);
  if (!nodes) signs.set(sign, nodes = new Map());
  let found = nodes.get(node);
  if (found === undefined) nodes.set(node, found = answer());
  return found;
}

/** True where a name or a short text in code matches `sign`. */
export function hasSign(tree: SyntaxTree, sign: RegExp): boolean {
  return signIn(tree, 0, sign);
}

/** The same of what stands in one node. */
export function signIn(tree: SyntaxTree, node: NodeId, sign: RegExp): boolean {
  return remembered(tree, { sign, node }, () => {
    const end = Math.min(tree.next(node), node + (node === 0 ? MAX_NODES : MAX_PART));
    for (let at = node; at < end; at++) {
      const kind = tree.kind(at);
      if (!TEXTS.has(kind) && !NAMES.has(kind)) continue;
      const span = tree.span(at);
      const length = span.end - span.start;
      if (length <= LONGEST && sign.test(tree.text.slice(span.start, span.end))) return true;
    }
    return false;
  });
}

/** True where the text of a node, as it stands, matches `sign`: numbers and addresses too. */
export function readsIn(tree: SyntaxTree, node: NodeId, sign: RegExp): boolean {
  return remembered(tree, { sign, node }, () => {
    const { start, end } = tree.span(node);
    return sign.test(
      node === 0 ? tree.text : tree.text.slice(start, Math.min(end, start + MAX_UNITS)),
    );
  });
}

const AUTHENTICATION =
  /auth(?!or(?!i[sz])|enticat\w{0,4}\s{0,3}(?:off|disabled))|bearer|jwt|x-api-key|verify_?token|token_?verif|check_?token|compare_digest|timingSafeEqual|ConstantTimeCompare|^WWW-|unauthorized|valid_?api_?key|require_?(?:api_?key|token)|api_?key_?(?:middleware|check)/i;

/** True where something in the file asks callers who they are. */
export function asksWho(tree: SyntaxTree): boolean {
  return hasSign(tree, AUTHENTICATION);
}

const SERVED =
  /^(?:\w{0,12}StreamableHTTPServerTransport|SSEServerTransport|createMcp(?:Express|Hono|Fastify)?(?:App|Handler)|createSseServer|httpStream|SseServerTransport|StreamableHTTPSessionManager|sse_app|streamable_http_app|http_app|NewSSEServer|NewStreamableHTTPServer|NewStreamableHTTPHandler|NewSSEHandler|FastMCP|MCPServer)$/;

/** True where the file makes a server of the protocol that is reached over HTTP. */
export function servesMcp(tree: SyntaxTree): boolean {
  return hasSign(tree, SERVED);
}
