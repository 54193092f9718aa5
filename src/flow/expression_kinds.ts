// What a value that an anchored regular expression accepts can no longer harm: the expression's
// characters against those that a kind of sink fears.

import { shapeOf } from "./expression_shape.ts";
import { SLASHLESS } from "./models/marks.ts";
import type { Expr } from "./ir.ts";
import { type Kinds, kindsOf, NO_KINDS } from "./kinds.ts";

const LONGEST = 300;
/** Atoms that let through only what they show, quantifiers and groups. */
const ATOMS =
  /\\[wd.\-/@:+_]|\[(?:\\[wd.\-/@:+_\]]|[A-Za-z0-9_.@:+=,/-]){1,80}\]|[A-Za-z0-9_@:,=/-]|\(\?:|[()?*+|{}]/g;
const SAFE = kindsOf(
  "shell",
  "sql",
  "code",
  "template",
  "log",
  "header",
  "xpath",
  "ldap",
  "nosql",
  "regex",
  "xml",
);

/** `start` and `end`: the call that tests it anchors it there. */
export function anchoredKinds(
  source: string,
  anchored: { readonly start: boolean; readonly end: boolean },
): Kinds {
  const literal = /^\/(.*)\/[a-z]*$/s.exec(source);
  const flags = literal ? source.slice(source.lastIndexOf("/") + 1) : "";
  let body = literal ? literal[1]! : source;
  if (body.length > LONGEST || flags.includes("m")) return NO_KINDS;
  if (!anchored.start && !/^(?:\^|\\A)/.test(body)) return NO_KINDS;
  if (!anchored.end && !/(?:[^\\]\$|\\[zZ])$/.test(body)) return NO_KINDS;
  body = body.replace(/^(?:\^|\\A)/, "").replace(/(?:\$|\\[zZ])$/, "");
  if (hasLooseAlternative(body) || body.replace(ATOMS, "") !== "") return NO_KINDS;
  const inside = body.replaceAll(/\\w|\\d/g, "");
  const dots = /\.|\\\./.test(inside);
  const slashes = inside.includes("/");
  const dashFirst = /^(?:\[[^\]]{0,80}-\]|\[\\?-|-|\\-|\[[^\]]{0,80}\\-)/.test(body);
  // Two dots alone are a folder, the one above.
  const shape = dots ? shapeOf(body) : undefined;
  const climbs = dots && (!shape || shape.climbs && (slashes || shape.startsWithDot) ||
    shape.isAbsolute);
  return SAFE | (climbs ? 0 : kindsOf("path", "archive")) |
    (slashes ? 0 : SLASHLESS) |
    (dashFirst ? 0 : kindsOf("argument")) |
    (dots || slashes || inside.includes(":") ? 0 : kindsOf("url", "redirect"));
}

/** Anchors of lines hold no text as a whole. */
export function isMultiline(flags: Expr): boolean {
  if (flags.e === "binary") return isMultiline(flags.left) || isMultiline(flags.right);
  return flags.e === "member" && /^(?:M|MULTILINE)$/.test(flags.name);
}

/** `^a|b$` is anchored at one side each. */
function hasLooseAlternative(body: string): boolean {
  let depth = 0;
  for (let i = 0; i < body.length; i++) {
    const unit = body[i];
    if (unit === "\\") i++;
    else if (unit === "(") depth++;
    else if (unit === ")") depth--;
    else if (unit === "|" && depth === 0) return true;
  }
  return false;
}
