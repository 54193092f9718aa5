// Trouble that the user can act on. One table gives each kind its exit code; the hint says what
// to do. Trouble with one file is a Diagnostic, and anything else is a bug.

export const EXIT = { clean: 0, findings: 1, cannotScan: 2, usage: 3, bug: 70 } as const;

const FAILURES = {
  "target-missing": EXIT.cannotScan,
  "target-unreadable": EXIT.cannotScan,
  "nothing-to-scan": EXIT.cannotScan,
  "output-unwritable": EXIT.cannotScan,
  "git-unavailable": EXIT.cannotScan,
  "git-failed": EXIT.cannotScan,
  "no-repository": EXIT.cannotScan,
  "unknown-ref": EXIT.cannotScan,
  "no-merge-base": EXIT.cannotScan,
  "cache-unusable": EXIT.cannotScan,
  usage: EXIT.usage,
  "unknown-rule": EXIT.usage,
  "malformed-configuration": EXIT.usage,
  "malformed-rules": EXIT.usage,
  "malformed-suppressions": EXIT.usage,
  "malformed-baseline": EXIT.usage,
  "malformed-audit-log": EXIT.usage,
  "malformed-verdicts": EXIT.usage,
  "malformed-report": EXIT.usage,
  "unknown-finding": EXIT.usage,
} as const;

export type FailureKind = keyof typeof FAILURES;

/** `message`: capital, no full stop, quoted values. `hint`: what to do, one line or more. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly kind: FailureKind;
  readonly hint: string | undefined;

  constructor(
    kind: FailureKind,
    message: string,
    options: { hint?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.hint = options.hint;
  }

  get exitCode(): number {
    return FAILURES[this.kind];
  }
}
