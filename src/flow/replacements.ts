// What a value can no longer harm once characters of it have been replaced: all but some of them, or
// those that end what it stands in.

import type { Call } from "./calls.ts";
import { anchoredKinds } from "./expression_kinds.ts";
import type { Module } from "./ir.ts";
import { type Kinds, kindsOf, NO_KINDS } from "./kinds.ts";
import { QUOTED, SLASHLESS } from "./models/marks.ts";
import { textOf, type Value } from "./values.ts";

interface Replacement {
  readonly pattern: string;
  readonly by: string;
}

export function replacedKinds(call: Call, language: Module["language"] | undefined): Kinds {
  const replacement = replacementIn(call, language);
  return replacement
    ? keptKinds(replacement) | takenKinds(replacement) | escapedKinds(replacement)
    : NO_KINDS;
}

/** `x.replace(/…/g, "")`, `re.sub("…", "", x)`, `expression.ReplaceAllString(x, "")`. */
function replacementIn(
  { method, args, receiver, callee }: Call,
  language: Module["language"] | undefined,
): Replacement | undefined {
  switch (method) {
    case "replace":
    case "replaceAll": {
      const pattern = textIn(args[0]);
      // A script's `replace` replaces the first one only, but for an expression with the flag.
      const isAll = language !== "script" || method === "replaceAll" ||
        isGlobal(pattern ?? "");
      return isAll ? made(pattern, textIn(args[1])) : undefined;
    }
    case "sub": {
      const own = callee.refs?.includes("re.sub");
      return own ? made(textIn(args[0]), textIn(args[1])) : made(textIn(receiver), textIn(args[0]));
    }
    case "ReplaceAllString":
    case "ReplaceAllLiteralString":
      return made(textIn(receiver), textIn(args[1]));
    case "ReplaceAll":
      return made(textIn(args[1]), textIn(args[2]));
    default:
      return undefined;
  }
}

function isGlobal(expression: string): boolean {
  return expression.startsWith("/") && expression.slice(expression.lastIndexOf("/")).includes("g");
}

function textIn(value: Value | undefined): string | undefined {
  return value && textOf(value);
}

function made(pattern: string | undefined, by: string | undefined): Replacement | undefined {
  return pattern === undefined || by === undefined ? undefined : { pattern, by };
}

/** `folder.replace(/\\?$/, "\\")`: it ends with a separator now. */
export function endsWithSeparator({ method, args }: Call): boolean {
  return method === "replace" && /\$\/[a-z]*$/.test(textIn(args[0]) ?? "") &&
    /[\\/]$/.test(textIn(args[1]) ?? "");
}

const ONLY_OTHERS = /^\/?\[\^((?:[^\]\\]|\\.){1,80})\][+*]?(?:\/[a-z]*)?$/;

const TAKEN = /^\/?\[((?:[^\]\\]|\\.){1,80})\][+*]?(?:\/[a-z]*)?$/;

/** All of some characters are taken away. */
function takenKinds({ pattern, by }: Replacement): Kinds {
  const taken = TAKEN.exec(pattern)?.[1];
  if (taken === undefined || taken.startsWith("^") || !/^[\w-]{0,3}$/.test(by)) return NO_KINDS;
  if (!/\//.test(taken)) return NO_KINDS;
  return SLASHLESS | (taken.includes(".") ? kindsOf("path", "archive") : NO_KINDS);
}

/** All but some characters are taken away, so that only those are left. */
function keptKinds({ pattern, by }: Replacement): Kinds {
  const kept = ONLY_OTHERS.exec(pattern)?.[1];
  if (kept === undefined || !/^[\w-]{0,3}$/.test(by)) return NO_KINDS;
  return anchoredKinds(`^[${kept}]*$`, { start: true, end: true });
}

const ESCAPES: readonly (readonly [pattern: RegExp, by: RegExp, kinds: Kinds])[] = [
  // A quote that ends the quoted text, stands for itself, and begins the next.
  [/^\/?\[?'\]?(?:\/[a-z]*)?$/, /^(?:'\\{1,2}''|'"'"')$/, QUOTED],
  [/^\/?\[?(?:'|")\]?(?:\/[a-z]*)?$/, /^(?:''|"")$/, QUOTED],
  // Every character that an expression gives a meaning.
  [/^\/\[(?=.{0,60}\()(?=.{0,60}\+)/, /^\\{1,2}\$&$/, kindsOf("regex")],
  [
    /^\/?(?:\[\\r\\n\]|\[\\n\\r\]|\\r\?\\n|\\n|\n)[+*]?(?:\/[a-z]*)?$/,
    /^[^\r\n]*$/,
    kindsOf("log", "header"),
  ],
];

function escapedKinds({ pattern, by }: Replacement): Kinds {
  return ESCAPES.reduce(
    (all, [of, to, kinds]) => of.test(pattern) && to.test(by) ? all | kinds : all,
    NO_KINDS,
  );
}
