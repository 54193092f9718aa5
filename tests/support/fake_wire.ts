// What a provider's interface is from the server's side.

/** A question, whatever wire it came over. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
  readonly model: string;
  readonly schema: unknown;
  readonly maxOutputTokens: number | undefined;
  readonly temperature: number | undefined;
  /** The tool that has to be called. */
  readonly tool?: string | undefined;
}

export interface Given {
  readonly prompt: Prompt;
  readonly usage: { readonly input: number; readonly output: number };
}

export interface Wire {
  /** What the base address ends with. */
  readonly below: string;
  route(method: string, url: URL): "ask" | "health" | undefined;
  // deno-lint-ignore no-explicit-any
  prompt(body: any, url: URL): Prompt;
  key(headers: Readonly<Record<string, string>>): string | undefined;
  /** The status for a key that is refused; 401 where none is given. */
  readonly refusedStatus?: number;
  /** What a request lacks that the interface asks for. */
  missing(headers: Readonly<Record<string, string>>): string | undefined;
  models(names: readonly string[], url: URL): unknown;
  reply(answer: unknown, given: Given): unknown;
  error(status: number, message: string): unknown;
}

export function asText(answer: unknown): string {
  return typeof answer === "string" ? answer : JSON.stringify(answer);
}

export function bearer(headers: Readonly<Record<string, string>>): string | undefined {
  const [scheme, key] = headers["authorization"]?.split(" ") ?? [];
  return scheme === "Bearer" ? key : undefined;
}

export function noJson(headers: Readonly<Record<string, string>>): string | undefined {
  const type = headers["content-type"];
  return type === undefined || type === "application/json" ? undefined : "Expected JSON";
}
