// What is decided about findings: set aside with a reason, or known already. Pure: files and the
// clock are arguments, and no finding is ever dropped.

export {
  type LogFile,
  type LogProblem,
  type LogReader,
  logReader,
  type LogVerdict,
} from "./audit_chain.ts";
export { historyOf, type SuppressionHistory } from "./audit_history.ts";
export {
  type AuditChange,
  type AuditCount,
  type AuditedSuppression,
  type AuditReport,
  auditReport,
} from "./audit_report.ts";
export { type AuditRecord, formatRecord, hashOfLine, NO_HASH } from "./audit_record.ts";
export {
  type Baseline,
  baselineOf,
  compare,
  type Compared,
  type KnownFinding,
  type Present,
} from "./baseline.ts";
export { type BaselineProblem, formatBaseline, readBaseline } from "./baseline_format.ts";
export { type BaselineMetadata, isBaselineMetadata, metadataOf } from "./baseline_metadata.ts";
export { INLINE_MARK, type InlineComments, type InlineIgnore, readInline } from "./inline.ts";
export { fitsGlob } from "./path_glob.ts";
export { readExpiry } from "./expiry.ts";
export { addSuppression, type Edited, type NewSuppression, nextId } from "./suppression_edit.ts";
export {
  readSuppressions,
  type Suppression,
  SUPPRESSION_FILE,
  SUPPRESSION_KEYS,
  type SuppressionsRead,
} from "./suppression_file.ts";
export {
  type AppliedSuppression,
  suppress,
  type SuppressContext,
  type SuppressionSource,
} from "./suppress.ts";
