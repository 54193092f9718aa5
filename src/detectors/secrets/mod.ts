// Rules over text: credentials that stand in a file. `deno task new-rule` adds a line to each list.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import providerToken from "./provider_token.ts";

export const SECRET_RULES: readonly Rule<SyntaxTree>[] = [
  providerToken,
];
