// What a regular expression catches is made of what its groups let through.

import type { Call } from "./calls.ts";
import { anchoredKinds } from "./expression_kinds.ts";
import type { Frame } from "./frame.ts";
import type { Kinds } from "./kinds.ts";
import { stepAt } from "./run.ts";
import { isTainted, madeSafe, stepped, textOf, type Value } from "./values.ts";

interface Group {
  readonly name: string | undefined;
  readonly body: string;
}

const LONGEST = 300;

/** Groups of an expression in their order, those inside of others too. */
function groupsOf(source: string): Group[] {
  const body = /^\/(.*)\/[a-z]*$/s.exec(source)?.[1] ?? source;
  if (body.length > LONGEST) return [];
  const groups: { name: string | undefined; start: number; end: number }[] = [];
  const open: (number | undefined)[] = [];
  let inClass = false;
  for (let i = 0; i < body.length; i++) {
    const unit = body[i];
    if (unit === "\\") i++;
    else if (unit === "]") inClass = false;
    else if (inClass) continue;
    else if (unit === "[") inClass = true;
    else if (unit === "(") {
      const name = /^\(\?P?<(\w{1,40})>/.exec(body.slice(i, i + 48));
      const isGroup = name !== null || body[i + 1] !== "?";
      open.push(isGroup ? groups.length : undefined);
      if (isGroup) groups.push({ name: name?.[1], start: i + (name?.[0].length ?? 1), end: i });
    } else if (unit === ")") {
      const at = open.pop();
      if (at !== undefined) groups[at]!.end = i;
    }
  }
  return groups.map(({ name, start, end }) => ({ name, body: body.slice(start, end) }));
}

function kindsOfBody(body: string): Kinds {
  return anchoredKinds(`^(?:${body})$`, { start: true, end: true });
}

/** `re.exec(x)`, `x.match(re)`, `re.match(p, x)`, `pattern.search(x)`; and `.group(n)` of such. */
export function matched(frame: Frame, call: Call): Value | undefined {
  const { method, receiver, args, callee } = call;
  if (method === "group" && receiver?.fields) {
    const key = args[0] ? textOf(args[0]) : "0";
    return key === undefined ? undefined : receiver.fields.get(key);
  }
  const isPython = /^re\.(?:match|search|fullmatch)$/.test(callee.refs?.[0] ?? "");
  const [pattern, subject] = isPython
    ? [args[0], args[1]]
    : /^(?:exec|match|search|fullmatch)$/.test(method) && receiver?.constants
    ? [receiver, args[0]]
    : method === "match"
    ? [args[0], receiver]
    : [];
  const source = pattern && textOf(pattern);
  if (source === undefined || !subject || !isTainted(subject)) return undefined;
  const whole = stepped(subject, stepAt(frame, call.expr, "matched by an expression"));
  const fields = new Map<string, Value>([["0", whole]]);
  const named = new Map<string, Value>();
  for (const [i, { name, body }] of groupsOf(source).entries()) {
    const caught = madeSafe(whole, kindsOfBody(body));
    fields.set(String(i + 1), caught);
    if (name !== undefined) {
      named.set(name, caught);
      fields.set(name, caught);
    }
  }
  if (named.size > 0) fields.set("groups", { taints: [], fields: named });
  return { taints: [], fields };
}
