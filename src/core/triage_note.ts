// What there is to say of suppressions and baselines themselves: one without effect must not look
// like one that works. A note never makes a report incomplete.

export const NOTE_KINDS = [
  "untrusted",
  "malformed",
  "expired",
  "unused",
  "unknown-rule",
  "unbound",
] as const;
/**
 * Why it has no effect: it stands in a target that is not the user's own (`untrusted`), is not
 * written as it must be (`malformed`), is over (`expired`), fits no finding (`unused`), names a rule
 * that did not run (`unknown-rule`), or would hide a critical finding for good (`unbound`).
 */
export type NoteKind = typeof NOTE_KINDS[number];

export interface TriageNote {
  readonly kind: NoteKind;
  /** Relative to the project root where it lies in it, else as the user named it. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}
