// What a server lets scripts of other sites read: what it says of origins, and of cookies.

import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { type Call, callAt, elementsOf, optionOf, valueOf } from "../code/calls.ts";
import { textAt, truthOf } from "./settings.ts";
import { signIn } from "./signs.ts";

export interface Cors {
  /** `any`: said outright; `mirrored`: whatever origin asks is named as allowed. */
  readonly origins: "any" | "mirrored";
  readonly credentials: boolean;
  readonly node: NodeId;
}

export const CORS_KEYWORDS = {
  python: ["CORS", "Access-Control-Allow-Origin"],
  javascript: ["cors", "Access-Control-Allow-Origin", "access-control-allow-origin"],
  typescript: ["cors", "Access-Control-Allow-Origin", "access-control-allow-origin"],
  tsx: ["cors", "Access-Control-Allow-Origin", "access-control-allow-origin"],
  go: ["Access-Control-Allow-Origin", "AllowOriginFunc", "AllowedOrigins", "AllowAllOrigins"],
} as const;

/** `undefined` where `node` says nothing of origins, or names them. */
export function corsAt(tree: SyntaxTree, node: NodeId): Cors | undefined {
  const call = callAt(tree, node);
  if (!call) return undefined;
  const header = ofHeader(call);
  if (header) return header;
  return tree.language === "python" ? inPython(call) : inScript(call);
}

/** Starlette and Flask answer `*` with the origin that asks, once cookies are allowed. */
function inPython(call: Call): Cors | undefined {
  const { tree, node, keywords, positional, callee, method } = call;
  const isFlask = callee === "flask_cors.CORS";
  const [first] = positional;
  const names = `${method} ${first === undefined ? "" : textAt(tree, first)}`;
  if (!isFlask && !/\bCORSMiddleware\b/.test(names)) return undefined;
  const origins = keywords.get(isFlask ? "origins" : "allow_origins");
  const pattern = keywords.get("allow_origin_regex");
  const option = keywords.get(isFlask ? "supports_credentials" : "allow_credentials");
  const credentials = option !== undefined && truthOf(tree, option) === true;
  const isAny = isFlask && origins === undefined && !keywords.has("resources") ||
    origins !== undefined && holdsAny(tree, origins) ||
    pattern !== undefined && /^\^?\.[*+]\$?$/.test(constantText(tree, pattern)?.text ?? "");
  return isAny ? { origins: credentials ? "mirrored" : "any", credentials, node } : undefined;
}

function holdsAny(tree: SyntaxTree, node: NodeId): boolean {
  const elements = elementsOf(tree, node) ?? [node];
  return elements.some((element) => constantText(tree, element)?.text === "*");
}

const MODULES = /^(?:cors|hono\/cors\.cors|@koa\/cors|fastify-cors)$/;

function inScript(call: Call): Cors | undefined {
  const { tree, node, callee, method, positional } = call;
  const isPlugin = method === "register" && positional[0] !== undefined &&
    /^(?:fastifyCors|cors)$/i.test(textAt(tree, positional[0]));
  if (!isPlugin && !MODULES.test(callee)) return undefined;
  const option = optionOf(call, "credentials");
  const credentials = option !== undefined && truthOf(tree, option) === true;
  const origin = optionOf(call, "origin");
  if (origin === undefined) {
    const isBare = positional.length === 0 && !isPlugin;
    return isBare ? { origins: "any", credentials: false, node } : undefined;
  }
  if (truthOf(tree, origin) === true || letsAllIn(tree, origin)) {
    return { origins: "mirrored", credentials, node };
  }
  return holdsAny(tree, origin) ? { origins: "any", credentials, node } : undefined;
}

/** `(origin, next) => next(null, true)` and `(origin) => origin`. */
function letsAllIn(tree: SyntaxTree, origin: NodeId): boolean {
  const text = textAt(tree, valueOf(tree, origin)).replaceAll(/\s+/g, " ");
  return /^(?:\(_?\w{1,20}(?:: ?[\w |]{1,40})?, ?(\w{1,20})\) => \{? ?(?:return )?\1\(null, ?true\);? ?\}?|\(?(\w{1,20})\)? => \2(?: ?(?:\|\||\?\?) ?["'][*]?["'])?)$/
    .test(text);
}

const SETTERS = /^(?:setHeader|header|set|Set|Add|append)$/;
const NAME = "access-control-allow-origin";
const CREDENTIALS = /^access-control-allow-credentials$/i;
const ASKING = /origin/i;
/** Names of what an origin is held to. */
const HELD =
  /allow(?:ed|list)?_?(?:ed)?_?(?:cors_?)?origin(?!func)|origin_?(?:allow|white|is)|whitelist|trusted|isallowed|is_?(?:valid|safe|local|trusted)|permitted|^origins$/i;

function ofHeader({ tree, node, method, positional }: Call): Cors | undefined {
  const [name, value] = positional;
  if (!SETTERS.test(method) || name === undefined || value === undefined) return undefined;
  if (constantText(tree, name)?.text.toLowerCase() !== NAME) return undefined;
  const credentials = signIn(tree, 0, CREDENTIALS);
  if (constantText(tree, value)?.text === "*") return { origins: "any", credentials: false, node };
  if (!isAsking(tree, value) || signIn(tree, 0, HELD) || isChosen(tree, node)) return undefined;
  return { origins: "mirrored", credentials, node };
}

/** `req.headers.origin`, `r.Header.Get("Origin")`, `request.headers["origin"] ?? "*"`. */
function isAsking(tree: SyntaxTree, value: NodeId): boolean {
  const text = textAt(tree, valueOf(tree, value));
  return text.length < 120 && ASKING.test(text) && /head/i.test(text) && !/\?(?![?.])/.test(text);
}

const CONDITIONS = new Set(["if_statement", "switch_statement", "case_clause"]);

/** Under a condition that looks at more than whether there is an origin at all. */
function isChosen(tree: SyntaxTree, node: NodeId): boolean {
  const around = tree.ancestor(node, CONDITIONS);
  const condition = around === undefined ? undefined : tree.child(around, "condition");
  if (condition === undefined) return around !== undefined;
  return !/^\(?\s{0,9}!{0,2}[\w.]{1,60}(?:\s{0,9}!==?\s{0,9}(?:""|''|undefined|null|nil))?\s{0,9}\)?$/
    .test(textAt(tree, condition));
}
