// What every provider of models offers, and the one question that the reviewer asks of it.
// A provider is data in, data out: keys, hosts and the clock are given to what makes it.

/** One question to a model. */
export interface ModelRequest {
  /** What the model is to do; ours alone, never text of a target. */
  readonly system: string;
  /** The question, with the scanned text marked as data and its secrets replaced. */
  readonly user: string;
  /** JSON Schema that the answer has to meet. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** A name for the schema: letters, digits and `_`. */
  readonly schemaName: string;
  /** Most tokens that the answer may take. */
  readonly maxOutputTokens: number;
}

/** Tokens that were used, as the provider counts them. */
export interface TokenUsage {
  readonly input: number;
  readonly output: number;
}

/** A model's answer, its form not yet checked. */
export interface ModelReply {
  readonly text: string;
  readonly usage: TokenUsage;
  /** The model that answered, as the provider names it. */
  readonly model: string;
  readonly provider: string;
}

/** One place to ask: it answers or throws a `ProviderError`. */
export interface Provider {
  readonly name: string;
  readonly model: string;
  ask(request: ModelRequest, signal: AbortSignal): Promise<ModelReply>;
  /** Free of charge: a list of models or a version, never a completion. */
  checkHealth(signal: AbortSignal): Promise<void>;
}

/**
 * What the reviewer asks through: providers in order, budget, limits and retries stand behind it.
 * `undefined` where nobody could or may answer (all failed, or the budget is used up).
 */
export interface Asker {
  ask(request: ModelRequest): Promise<ModelReply | undefined>;
}
