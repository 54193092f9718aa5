// Scripts that fetch code and run it in the same breath.

const FETCH =
  /\b(?:curl|wget|fetch|iwr|irm|invoke-webrequest|invoke-restmethod|downloadstring|base64)\b/i;
const INTO_SHELL =
  /\|\s{0,8}(?:sudo\s{1,8})?(?:\/[\w/]{1,40}\/)?(?:(?:ba|z|da|k)?sh|iex|invoke-expression)\b/i;
/** With a program of its own an interpreter only reads what comes in: `| python3 -m json.tool`. */
const INTO_INTERPRETER =
  /\|\s{0,8}(?:sudo\s{1,8})?(?:\/[\w/]{1,40}\/)?(?:python[\d.]{0,5}|node|deno run|perl|ruby)(?:\s{1,8}-)?\s{0,8}(?:$|[;&|)"'`<>\n])/i;
const EVALUATED =
  /\b(?:eval|iex|invoke-expression|source)\s{1,8}["']?(?:& ?\{ ?)?(?:<\(|\$\(|\(|`)/i;
const SHELL_OF = /sh\s{1,8}(?:-c\s{1,8})?["']?(?:<\(|\$\(|`)/i;
/** `sh -c` is outside the script where it is only a substitution. */
const ONLY_SUBSTITUTION = /^\s{0,8}["']?(?:\$\(|`)/;

/** Units of a script that are judged. */
const MAX_SCRIPT = 10_000;

/** True where what a script fetches goes to an interpreter and not to a file. */
export function downloads(script: string): boolean {
  const text = script.slice(0, MAX_SCRIPT);
  if (!FETCH.test(text)) return false;
  return [INTO_SHELL, INTO_INTERPRETER, EVALUATED, SHELL_OF, ONLY_SUBSTITUTION].some((way) =>
    way.test(text)
  );
}
