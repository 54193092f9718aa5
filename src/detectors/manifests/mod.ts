// Rules over client configurations: how servers are started and reached. `deno task new-rule` adds a line to each list.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import mcpPlainHttp from "./mcp_plain_http.ts";

export const MANIFEST_RULES: readonly Rule<SyntaxTree>[] = [
  mcpPlainHttp,
];
