// The command line: arguments to exit code. The one room that knows the CLI framework.

export { type Io, systemIo } from "./io.ts";
export { dropNetwork } from "./network.ts";
export { run } from "./run.ts";
export { aiPage } from "./ai_page.ts";
export { customRulesPage } from "./custom_rules_page.ts";
export { triagePage } from "./triage_page.ts";
export { commandReference, ruleReference } from "./reference.ts";
