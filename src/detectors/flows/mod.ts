// Rules over data flow: what somebody outside sends, at a sink. `deno task new-rule` adds a line to
// each list.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import argumentInjection from "./argument_injection.ts";
import pathTraversal from "./path_traversal.ts";
import secretInOutput from "./secret_in_output.ts";
import serverSideRequestForgery from "./server_side_request_forgery.ts";
import sqlInjection from "./sql_injection.ts";
import unauthenticatedProgramStart from "./unauthenticated_program_start.ts";
import unmarkedPageInResult from "./unmarked_page_in_result.ts";
import urlOpenedBySystem from "./url_opened_by_system.ts";

export const FLOW_RULES: readonly Rule<SyntaxTree>[] = [
  argumentInjection,
  pathTraversal,
  secretInOutput,
  serverSideRequestForgery,
  sqlInjection,
  unauthenticatedProgramStart,
  unmarkedPageInResult,
  urlOpenedBySystem,
];
