// Variables of the environment that hold a secret, as their name says.

import type { Place, Taint, Value } from "./values.ts";
import { joinTaints } from "./values.ts";

const VARIABLE = /^(?:process\.env|import\.meta\.env|Bun\.env|os\.environ)\.(\w+)$/;
const SECRET =
  /(?:^|_)(?:API_?KEY|(?:ACCESS|SECRET|PRIVATE|ENCRYPTION|SIGNING|SERVICE_ROLE|MASTER)_?KEY|TOKEN|PAT|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|DATABASE_URL|CONNECTION_STRING)(?:_\d{1,3})?$/i;

/** A member of a library's value; a secret where it is a variable that is called one. */
export function withVariable(value: Value, place: Place): Value {
  const name = value.refs?.length === 1 ? VARIABLE.exec(value.refs[0]!)?.[1] : undefined;
  const taint = secretOf(name, place);
  return taint ? { ...value, taints: joinTaints(value.taints, [taint]) } : value;
}

/** The variable of this name. */
export function secretOf(name: string | undefined, place: Place): Taint | undefined {
  if (name === undefined || !SECRET.test(name)) return undefined;
  const words = `the secret in the variable "${name.slice(0, 60)}"`;
  return { origin: { from: "source", kind: "secret", place, words }, safe: 0, trail: undefined };
}
