// Regular expressions of rules from outside. They run in linear time, whatever they and the text
// are, in an engine without backreferences and lookaround (the syntax is RE2's).

import { RE2JS } from "re2js";
import type { Problems } from "./fields.ts";

/** Units of an expression, and instructions that it may come to. */
const MAX_LENGTH = 1000;
const MAX_PROGRAM = 2000;

const FLAGS: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
};

/** An expression, and what a unit of text costs it. */
export interface Expression {
  readonly compiled: RE2JS;
  readonly size: number;
}

/** Text by which an expression is known, and where it stands. */
interface Given {
  readonly text: string;
  readonly flags?: string | undefined;
  readonly at: number;
}

/** `undefined`, and a problem, where the text is no expression. */
export function compileExpression(
  { text, flags = "m", at }: Given,
  problems: Problems,
): Expression | undefined {
  if (text.length > MAX_LENGTH) {
    return problems.add(at, `Expected at most ${MAX_LENGTH} characters for an expression`);
  }
  let bits = 0;
  for (const flag of flags) {
    const bit = Object.hasOwn(FLAGS, flag) ? FLAGS[flag]! : undefined;
    if (bit === undefined) return problems.add(at, `Expected flags out of i, m and s`);
    bits |= bit;
  }
  try {
    const compiled = RE2JS.compile(text, bits);
    const size = compiled.programSize();
    if (size > MAX_PROGRAM) return problems.add(at, "The expression repeats too much");
    if (compiled.matches("")) return problems.add(at, "The expression matches the empty text");
    return { compiled, size };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return problems.add(at, `No expression: ${sentence(reason)}`);
  }
}

function sentence(reason: string): string {
  // The engine shows the flags as if they stood in the expression.
  const said = reason.replace(/^error parsing regexp: /, "").replace(/`\(\?[ims]{1,3}\)/, "`")
    .replaceAll("`", '"');
  const isPerl = /Perl syntax|escape sequence/.test(said);
  return isPerl ? `${said} (neither lookaround nor backreferences are taken)` : said;
}

/** Every hit in `text`, in order; of the empty ones none. */
export function* hits(
  { compiled }: Expression,
  text: string,
): Generator<{ readonly start: number; readonly end: number }> {
  const matcher = compiled.matcher(text);
  while (matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()];
    if (end > start) yield { start, end };
  }
}

/** True where it matches anywhere in `text`. */
export function occursIn({ compiled }: Expression, text: string): boolean {
  return compiled.matcher(text).find();
}
