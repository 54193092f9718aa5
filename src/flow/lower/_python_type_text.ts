// Types that Python code holds in quotes: `"list[Foo] | None"`.

import type { Span } from "../../core/mod.ts";
import type { TypeRef } from "../ir.ts";
import { appliedType, lastSegment, namedType, oneOfTypes } from "./_python_type_terms.ts";

/** Longer texts, and brackets inside more brackets, are no types that anybody writes. */
const MAX_LENGTH = 2_000;
const MAX_DEPTH = 20;

const TOKENS = /[\p{L}\p{N}_.]+|"[^"]*"|'[^']*'|\S/gu;

/** Every part stands at `at`, the place of the whole. */
export function parseTypeText(text: string, at: Span): TypeRef {
  if (text.length > MAX_LENGTH) return namedType("", at);
  return new TypeText(text.match(TOKENS) ?? [], at).alternatives(0);
}

class TypeText {
  readonly #tokens: readonly string[];
  readonly #at: Span;
  #next = 0;

  constructor(tokens: readonly string[], at: Span) {
    this.#tokens = tokens;
    this.#at = at;
  }

  alternatives(depth: number): TypeRef {
    const types = [this.#one(depth)];
    while (this.#take("|")) types.push(this.#one(depth));
    return oneOfTypes(types, this.#at);
  }

  #take(token: string): boolean {
    const found = this.#tokens[this.#next] === token;
    if (found) this.#next++;
    return found;
  }

  #one(depth: number): TypeRef {
    const at = this.#at;
    const token = this.#tokens[this.#next] ?? "";
    // A list stands for the parameters of a `Callable`, and has no name.
    const name = /^[\p{L}_"'.]/u.test(token) ? token : "";
    if (token !== "[") this.#next++;
    // Whoever asks goes on until the tokens end.
    if (depth > MAX_DEPTH) this.#next = this.#tokens.length;
    if (!this.#take("[")) return namedType(name, at);
    if (lastSegment(name) === "Literal") return { name, args: [], literals: this.#literals(), at };
    return appliedType({ name, args: this.#args(depth + 1), at });
  }

  #args(depth: number): readonly TypeRef[] {
    const args: TypeRef[] = [];
    while (this.#next < this.#tokens.length && !this.#take("]")) {
      args.push(this.alternatives(depth));
      this.#take(",");
    }
    return args;
  }

  #literals(): readonly string[] {
    const literals: string[] = [];
    while (this.#next < this.#tokens.length && !this.#take("]")) {
      const token = this.#tokens[this.#next++]!;
      if (token !== ",") literals.push(/^["']/.test(token) ? token.slice(1, -1) : token);
    }
    return literals;
  }
}
