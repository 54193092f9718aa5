// A report as text: one function a format, each pure, so the same report gives the same bytes.
// Whatever came from a scanned file or its name is made safe to show before it leaves this room.

export {
  type FilteredReport,
  filterReport,
  type Persona,
  PERSONA_THRESHOLDS,
  PERSONAS,
  type Reader,
  type Thresholds,
} from "./filter.ts";
export { REPORT_SCHEMA_VERSION, toJson } from "./json.ts";
export { REPORT_JSON_SCHEMA } from "./json_schema.ts";
export { toSarif } from "./sarif.ts";
export {
  SURFACE_SCHEMA_VERSION,
  type SurfaceContext,
  surfaceJson,
  surfaceTable,
  type SurfaceTerminalOptions,
} from "./surface.ts";
export { type TerminalOptions, toTerminal } from "./terminal.ts";
export { rulePage, ruleTable, type ShownExample, type ShownRule } from "./rule_page.ts";
export { safeJson } from "./_safe.ts";
export { rulesMarkdown } from "./rules_markdown.ts";
export { explainText, type ModelWords } from "./explain.ts";
