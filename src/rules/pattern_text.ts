// A pattern is code with holes: `$NAME` stands for one expression, `...` for any number. Neither is
// code in every language, so both are written as names that the grammar takes.

import type { Language } from "../core/mod.ts";

const HOLE = "__HOLE_";
const REST = "__REST__";

/** What a node of a pattern's tree stands for, told by its text. */
export type Meaning =
  | { readonly kind: "rest" }
  /** `name` is empty where the hole is `$_`. */
  | { readonly kind: "hole"; readonly name: string };

export function meaningOf(text: string): Meaning | undefined {
  if (text.length > 120) return undefined;
  if (/^(?:\*\*)?__REST__;?$/.test(text)) return { kind: "rest" };
  const name = /^__HOLE_([A-Z0-9_]{1,80})__;?$/.exec(text)?.[1];
  if (name === undefined) return undefined;
  return { kind: "hole", name: name === "_" ? "" : name };
}

/** The names of the holes that a text speaks of. */
export function holesIn(text: string): string[] {
  const names = text.matchAll(/\$([A-Z][A-Z0-9_]{0,39})(?![A-Za-z0-9_])/g);
  return Array.from(names, ([, name]) => name!);
}

const QUOTES: Readonly<Record<string, readonly string[]>> = {
  python: ['"""', "'''", '"', "'"],
  go: ['"', "`", "'"],
  script: ['"', "'", "`"],
};

/** `pattern` with its holes as names; what stands in strings stays as it is. */
export function withNames(pattern: string, language: Language): string {
  const quotes = QUOTES[language] ?? QUOTES["script"]!;
  let out = "";
  /** Brackets that are open. */
  const open: string[] = [];
  for (let at = 0; at < pattern.length;) {
    const rest = pattern.slice(at);
    const quote = quotes.find((each) => rest.startsWith(each));
    if (quote !== undefined) {
      const end = endOfString(pattern, at + quote.length, quote);
      out += pattern.slice(at, end);
      at = end;
      continue;
    }
    const hole = /^\$([A-Z_][A-Z0-9_]{0,39})(?![A-Za-z0-9_])/.exec(rest);
    if (hole) {
      out += `${HOLE}${hole[1]}__`;
      at += hole[0].length;
      continue;
    }
    if (rest.startsWith("...") && isRest(pattern, at, language)) {
      out += language === "python" && open.at(-1) === "{" ? `**${REST}` : REST;
      at += 3;
      continue;
    }
    const unit = pattern[at]!;
    if ("([{".includes(unit)) open.push(unit);
    else if (")]}".includes(unit)) open.pop();
    out += unit;
    at++;
  }
  return out;
}

/** False for what the language itself means by three points: a spread, a list of arguments. */
function isRest(pattern: string, at: number, language: Language): boolean {
  if (language === "python") return true;
  if (language === "go") return !/[\w)\]]$/.test(pattern.slice(Math.max(at - 1, 0), at));
  return !/^[\w$[{("'`]/.test(pattern.slice(at + 3, at + 4));
}

function endOfString(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text.startsWith(quote, at)) return at + quote.length;
  }
  return text.length;
}
