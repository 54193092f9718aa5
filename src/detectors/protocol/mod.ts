// Rules over how a server is run and speaks the protocol. `deno task new-rule` adds a line to each list.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import dnsRebindingUnchecked from "./dns_rebinding_unchecked.ts";
import exposedBind from "./exposed_bind.ts";
import unauthenticatedHttpServer from "./unauthenticated_http_server.ts";

export const PROTOCOL_RULES: readonly Rule<SyntaxTree>[] = [
  dnsRebindingUnchecked,
  exposedBind,
  unauthenticatedHttpServer,
];
