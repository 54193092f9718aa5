// Every rule, by id. `deno task new-rule` adds a line to each list.

import type { Rule } from "../core/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";
import commandInjection from "./code/command_injection.ts";
import mcpPlainHttp from "./manifests/mcp_plain_http.ts";
import promptInjection from "./tools/prompt_injection.ts";
import providerToken from "./secrets/provider_token.ts";
import sensitiveFileAccess from "./code/sensitive_file_access.ts";
import toolPoisoning from "./tools/tool_poisoning.ts";

export const ALL_RULES: readonly Rule<SyntaxTree>[] = [
  commandInjection,
  mcpPlainHttp,
  promptInjection,
  providerToken,
  sensitiveFileAccess,
  toolPoisoning,
];
