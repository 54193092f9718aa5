// Paths as a suppression names them: `*` and `?` within one name, `**` over any number of folders,
// everything else as it stands. The whole path has to fit, and steps are few: no backtracking.

const ANY_FOLDERS = "**";

/** True where `glob` fits all of `path`; both with `/`. `docs/` stands for all below it. */
export function fitsGlob(glob: string, path: string): boolean {
  const whole = glob.replace(/^\.\//, "");
  const wanted = (whole.endsWith("/") ? `${whole}**` : whole).split("/");
  // All below a folder is not the folder's own name.
  if (wanted.at(-1) === ANY_FOLDERS) wanted.push("*");
  return fits(wanted, path.split("/"), { any: (part) => part === ANY_FOLDERS, one: fitsName });
}

function fitsName(glob: string, name: string): boolean {
  const one = (wanted: string, given: string) => wanted === "?" || wanted === given;
  return fits([...glob], [...name], { any: (part) => part === "*", one });
}

/** Sequences with parts that stand for any run; the last such part alone is ever tried again. */
function fits(
  wanted: readonly string[],
  given: readonly string[],
  { any, one }: {
    readonly any: (part: string) => boolean;
    readonly one: (wanted: string, given: string) => boolean;
  },
): boolean {
  let [at, place] = [0, 0];
  let retry: { readonly at: number; place: number } | undefined;
  while (place < given.length) {
    const part = wanted[at];
    if (part !== undefined && any(part)) {
      retry = { at: ++at, place };
    } else if (part !== undefined && one(part, given[place]!)) {
      at++;
      place++;
    } else if (retry) {
      at = retry.at;
      place = ++retry.place;
    } else return false;
  }
  while (at < wanted.length && any(wanted[at]!)) at++;
  return at === wanted.length;
}
