// Who may call a route: middleware, decorators and dependencies that turn away whoever is not known.
// A name that says so is not enough where the code is at hand: it has to refuse somebody.

import type { Call } from "./calls.ts";
import { type Frame, placeKey } from "./frame.ts";
import type { Expr, Func, Param } from "./ir.ts";
import type { Run } from "./run.ts";
import { textOf, type Value } from "./values.ts";

const NAME =
  /auth|login|logged_?in|signed_?in|bearer|jwt|passport|api_?key|token|credential|permission|protect|current_?user|require_?(?:user|session|admin)|verify_?(?:user|session|request)/i;
const CREDENTIALS = /^(?:authorization|x-api-key|cookies?|proxy-authorization)$/i;
const REFUSAL = /^40[13]$|unauthorized|forbidden|permission_?denied/i;

/** Middleware as an argument of a route or of `use`. */
function isAuthentication(expr: Expr, value: Value): boolean {
  const name = nameOf(expr);
  const { closures } = value;
  if (!closures || closures.length === 0) return NAME.test(name) && expr.e !== "const";
  return closures.some(({ func }) =>
    says(func, REFUSAL) && (NAME.test(name) || NAME.test(func.name) || says(func, CREDENTIALS))
  );
}

/** The last name in what is written: `auth.required(…)` is `required` of `auth`, both count. */
function nameOf(expr: Expr): string {
  if (expr.e === "call") return nameOf(expr.callee);
  if (expr.e === "member") return `${nameOf(expr.object)}.${expr.name}`;
  return expr.e === "name" ? expr.name : "";
}

/** Nodes of a function that are looked at. */
const MAX_NODES = 2_000;

/** True where a name, a text or a number in the function is such; `throw` refuses too. */
function says(func: Func, words: RegExp): boolean {
  const open: unknown[] = [func.body];
  for (let seen = 0; open.length > 0 && seen < MAX_NODES; seen++) {
    const node = open.pop();
    if (typeof node !== "object" || node === null) continue;
    if (Array.isArray(node)) {
      for (const each of node) open.push(each);
      continue;
    }
    const { e, s, text, name, key } = node as Readonly<Record<string, unknown>>;
    if (s === "throw" && words === REFUSAL) return true;
    if (e === "const" && typeof text === "string" && words.test(text)) return true;
    if (typeof name === "string" && words.test(name)) return true;
    if (typeof key === "string" && words.test(key)) return true;
    for (const each of Object.values(node)) if (typeof each === "object") open.push(each);
  }
  return false;
}

/** Of the routes that are added to what this call is of. */
function receiverKey(frame: Frame, { expr }: Pick<Call, "expr">): string | undefined {
  return expr.callee.e === "member" ? keyOf(frame, expr.callee.object) : undefined;
}

function keyOf(frame: Frame, expr: Expr): string | undefined {
  const key = placeKey(expr);
  return key && `${frame.file}#${[key.name, ...key.path].join(".")}`;
}

/** `app.use(auth)`, `app.use("/api", auth, router)`, Go's `r.Use(auth)`. */
export function noteMiddleware(run: Run, frame: Frame, call: Call): void {
  const { args, places } = call;
  if (!args.some((value, i) => isAuthentication(places[i]!, value))) return;
  const mounted = places.filter((place, i) =>
    place.e === "name" && !args[i]!.closures && !isAuthentication(place, args[i]!)
  );
  for (const place of mounted) {
    const key = keyOf(frame, place);
    if (key !== undefined) run.guardedRouters.set(key, "");
  }
  const key = receiverKey(frame, call);
  if (mounted.length > 0 || key === undefined) return;
  run.guardedRouters.set(key, textOf(args[0]!) ?? "");
}

/** A route is guarded by its own middleware, or by that of its router. */
export function isGuardedRoute(run: Run, frame: Frame, call: Call): boolean {
  if (call.args.some((value, i) => isAuthentication(call.places[i]!, value))) return true;
  const key = receiverKey(frame, call);
  const prefix = key === undefined ? undefined : run.guardedRouters.get(key);
  return prefix !== undefined && (textOf(call.args[0]!) ?? "").startsWith(prefix);
}

/** `@login_required`; `Depends(current_user)` as a default or among the route's dependencies. */
export function isGuardedByDecorators(
  func: Func,
  decorators: readonly Expr[],
  valueOf: (expr: Expr) => Value,
): boolean {
  return decorators.some((decorator) =>
    !isRoute(decorator) && isAuthentication(decorator, valueOf(decorator)) ||
    decorator.e === "call" &&
      decorator.args.some(({ name, value }) =>
        name === "dependencies" && value.e === "list" &&
        value.items.some((item) => dependsOnUser(item.value, valueOf))
      )
  ) || func.params.some((param) => isUser(param, valueOf));
}

function isRoute(decorator: Expr): boolean {
  return decorator.e === "call" && decorator.args[0]?.value.e === "const";
}

function isUser({ default: value, type }: Param, valueOf: (expr: Expr) => Value): boolean {
  return [value, ...type?.annotations ?? []].some((each) => each && dependsOnUser(each, valueOf));
}

function dependsOnUser(expr: Expr, valueOf: (expr: Expr) => Value): boolean {
  if (expr.e !== "call" || !/(?:^|\.)(?:Depends|Security)$/.test(nameOf(expr))) return false;
  const [first] = expr.args;
  return first !== undefined && isAuthentication(first.value, valueOf(first.value));
}
