// What a rule over data flow knows, told to its reader.

/** Names of one language's libraries. */
export interface LanguageNames {
  readonly language: string;
  readonly names: readonly string[];
  /** How many more there are. */
  readonly more: number;
}

export interface FlowFacts {
  /** Where what is followed comes from. */
  readonly sources: readonly string[];
  /** Calls that it must not reach. */
  readonly sinks: readonly LanguageNames[];
  /** Calls behind which it is harmless. */
  readonly sanitisers: readonly LanguageNames[];
  /** Checks behind which it is. */
  readonly guards: readonly string[];
}
