// Rules over code: calls, paths and values in a syntax tree. `deno task new-rule` adds a line to each list.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import commandInjection from "./command_injection.ts";
import sensitiveFileAccess from "./sensitive_file_access.ts";

export const CODE_RULES: readonly Rule<SyntaxTree>[] = [
  commandInjection,
  sensitiveFileAccess,
];
