// Rules over the tool surface: what a server says to the model. `deno task new-rule` adds a line to each list.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import promptInjection from "./prompt_injection.ts";
import toolPoisoning from "./tool_poisoning.ts";

export const TOOL_RULES: readonly Rule<SyntaxTree>[] = [
  promptInjection,
  toolPoisoning,
];
