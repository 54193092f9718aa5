// The request with which a client of OAuth sends a user to sign in, as code puts it together.

import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { callAt } from "../code/calls.ts";
import { settingAt, textAt } from "./settings.ts";

const SCRIPT = ["pair", "call_expression", "template_string", "string"];

export const REQUEST_NODES = {
  python: ["pair", "keyword_argument", "string"],
  javascript: SCRIPT,
  typescript: SCRIPT,
  tsx: SCRIPT,
  go: ["call_expression", "keyed_element", "interpreted_string_literal"],
} as const;

export const REQUEST_KEYWORDS = {
  python: ["response_type"],
  javascript: ["response_type"],
  typescript: ["response_type"],
  tsx: ["response_type"],
  go: ["response_type", "AuthCodeURL"],
} as const;

const IN_ADDRESS = /[?&]response_type=code(?!\w)/;

/** True where a request for a code is put together; reading one is not that. */
export function isAuthorizationRequest(tree: SyntaxTree, node: NodeId): boolean {
  const kind = tree.kind(node);
  if (/string/.test(kind)) return IN_ADDRESS.test(textAt(tree, node));
  const call = callAt(tree, node);
  if (call) {
    if (call.method === "AuthCodeURL") return tree.language === "go";
    const [name, value] = call.positional;
    return /^(?:set|append|Set|Add)$/.test(call.method) && isType(tree, name) &&
      isCode(tree, value);
  }
  const setting = settingAt(tree, node);
  return setting?.name === "response_type" && isCode(tree, setting.value) &&
    !isRegistration(tree, node);
}

function isType(tree: SyntaxTree, name: NodeId | undefined): boolean {
  return name !== undefined && constantText(tree, name)?.text === "response_type";
}

function isCode(tree: SyntaxTree, value: NodeId | undefined): boolean {
  return value !== undefined && constantText(tree, value)?.text === "code";
}

/** A request names its client and where to come back to, beside the type. */
function isRegistration(tree: SyntaxTree, node: NodeId): boolean {
  const around = tree.parent(node);
  return around === undefined || !/client_id|clientId|ClientID/.test(textAt(tree, around));
}
