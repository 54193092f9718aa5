// Rules over a server as a whole: its tools among one another, and what they say against what they do.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import changingDescription from "./changing_description.ts";
import descriptionContradicted from "./description_contradicted.ts";
import destructiveHintContradicted from "./destructive_hint_contradicted.ts";
import duplicateToolName from "./duplicate_tool_name.ts";
import lookAlikeToolNames from "./look_alike_tool_names.ts";
import readOnlyHintContradicted from "./read_only_hint_contradicted.ts";
import toxicToolCombination from "./toxic_tool_combination.ts";
import undeclaredTool from "./undeclared_tool.ts";
import unmentionedCapability from "./unmentioned_capability.ts";

export const SERVER_RULES: readonly Rule<SyntaxTree>[] = [
  changingDescription,
  descriptionContradicted,
  destructiveHintContradicted,
  duplicateToolName,
  lookAlikeToolNames,
  readOnlyHintContradicted,
  toxicToolCombination,
  undeclaredTool,
  unmentionedCapability,
];
