// Every rule, in the order of their ids.

import type { Rule } from "../core/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";
import { CLIENT_RULES } from "./clients/mod.ts";
import { CODE_RULES } from "./code/mod.ts";
import { FLOW_RULES } from "./flows/mod.ts";
import { MANIFEST_RULES } from "./manifests/mod.ts";
import { PROTOCOL_RULES } from "./protocol/mod.ts";
import { PACKAGE_RULES } from "./packages/mod.ts";
import { SECRET_RULES } from "./secrets/mod.ts";
import { SERVER_RULES } from "./servers/mod.ts";
import { TOOL_RULES } from "./tools/mod.ts";

export { DOUBTFUL_TEXT } from "./tools/doubtful_text.ts";

export const ALL_RULES: readonly Rule<SyntaxTree>[] = [
  ...CLIENT_RULES,
  ...CODE_RULES,
  ...FLOW_RULES,
  ...MANIFEST_RULES,
  ...PROTOCOL_RULES,
  ...PACKAGE_RULES,
  ...SECRET_RULES,
  ...SERVER_RULES,
  ...TOOL_RULES,
].sort((a, b) => a.id < b.id ? -1 : 1);
