// Rules over how a server is run and speaks the protocol. `deno task new-rule` adds a line to each list.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import corsAnyOrigin from "./cors_any_origin.ts";
import corsCredentials from "./cors_credentials.ts";
import debugMode from "./debug_mode.ts";
import dnsRebindingUnchecked from "./dns_rebinding_unchecked.ts";
import exposedBind from "./exposed_bind.ts";
import stackTraceInResult from "./stack_trace_in_result.ts";
import tokenAudienceNotChecked from "./token_audience_not_checked.ts";
import tokenNotVerified from "./token_not_verified.ts";
import tokenPassthrough from "./token_passthrough.ts";
import unauthenticatedHttpServer from "./unauthenticated_http_server.ts";

export const PROTOCOL_RULES: readonly Rule<SyntaxTree>[] = [
  corsAnyOrigin,
  corsCredentials,
  debugMode,
  dnsRebindingUnchecked,
  exposedBind,
  stackTraceInResult,
  tokenAudienceNotChecked,
  tokenNotVerified,
  tokenPassthrough,
  unauthenticatedHttpServer,
];
