// A hint: words that are no attack by themselves, and that are seldom together in honest texts.

/** What hints are about: points, and how a message goes on after "The description of tool "add" …". */
export const FAMILIES = {
  "model": { points: 4, says: "speaks of the model's own rules or state" },
  "text": { points: 4, says: "makes itself what counts" },
  "party": { points: 4, says: "speaks for somebody who wants something" },
  "pretend": { points: 4, says: "has the model say what is not so" },
  "trigger": { points: 4, says: "waits for an occasion" },
  "danger": { points: 4, says: "calls for something that ought to be asked about" },
  "address": { points: 4, says: "names an address" },
  "against the user": { points: 3, says: "goes against what the user wants or knows" },
  "from now on": { points: 3, says: "is about what the model does later or elsewhere" },
  "others": { points: 3, says: "is about tools of others" },
  "secret": { points: 3, says: "is about secrets that are not its subject" },
  "seen": { points: 2, says: "asks for what was seen or said before" },
  "transfer": { points: 2, says: "orders something to be handed over" },
  "authority": { points: 2, says: "claims an authority" },
  "prefer": { points: 2, says: "claims a preference" },
  "private": { points: 1, says: "is about private things" },
  "take": { points: 1, says: "orders something to be read" },
  "void": { points: 1, says: "declares something void" },
  "rules": { points: 1, says: "speaks of rules" },
  "pressure": { points: 1, says: "presses the model" },
} as const;

export type Family = keyof typeof FAMILIES;

export interface Hint {
  /** Of one family a place has at most one hint. */
  readonly family: Family;
  /** Global; runs on one sentence of plain text. */
  readonly expression: RegExp;
  /** The verb that starts it must be an order to the reader. */
  readonly isOrder?: boolean;
  /** What the tool itself is about does not count. */
  readonly isSubject?: boolean;
}
