// Rules over data flow: what somebody outside sends, at a sink. `deno task new-rule` adds a line to
// each list.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import argumentInjection from "./argument_injection.ts";
import pathTraversal from "./path_traversal.ts";
import serverSideRequestForgery from "./server_side_request_forgery.ts";
import sqlInjection from "./sql_injection.ts";

export const FLOW_RULES: readonly Rule<SyntaxTree>[] = [
  argumentInjection,
  pathTraversal,
  serverSideRequestForgery,
  sqlInjection,
];
