// Whether a package holds the source of its build output. Where it does, the output only repeats
// it; where it does not, the output is all there is, as in a published server.

import { packageEntryPoints } from "./_entry_points.ts";
import { type Entry, type Filters, isBelowOutput, isCode, list } from "./_list.ts";
import { contextOf } from "./context.ts";
import { kindOf } from "./kinds.ts";

/** Folders to search in one package; beyond, its output is taken for the only source. */
const MAX_FOLDERS = 5000;

const CONFIGURATION =
  /\.config\.(?:[^.]{1,80}\.)?[cm]?[jt]sx?$|^\..{0,80}rc\.[cm]?[jt]s$|^(?:gulpfile|gruntfile|jakefile|build|esbuild)\.(?:[^.]{1,80}\.)?[cm]?[jt]s$|^(?:setup|noxfile|fabfile)\.py$/i;
/** Programs around the product, which a published package ships beside its output. */
const LAUNCHER_FOLDER = /(?:^|\/)(?:bin|scripts)\//i;
const DECLARATION = /\.d\.[cm]?ts$|\.pyi$/i;

/** Answers for a package root, once each. Looks into nothing that the walk would not. */
export function sourceSearch(filters: Filters): (root: Entry) => Promise<boolean> {
  const answers = new Map<string, Promise<boolean>>();
  return (root) => {
    const answer = answers.get(root.path) ?? holdsSource(root, filters);
    answers.set(root.path, answer);
    return answer;
  };
}

async function holdsSource(root: Entry, filters: Filters): Promise<boolean> {
  if (isBelowOutput(root.path)) return false;
  const started = new Set(
    packageEntryPoints(root.absolute).entryPoints.flatMap(({ forms }) => forms),
  );
  const isLauncher = (file: Entry): boolean =>
    started.has(file.absolute) || LAUNCHER_FOLDER.test(pathBelow(root, file));
  const isSource = (file: Entry): boolean =>
    isSourceFile(file, root) && (isTypeScript(file) || !isLauncher(file));
  const folders = [root];
  for (let seen = 0; folders.length > 0 && seen < MAX_FOLDERS; seen++) {
    const { entries, isVirtualEnvironment } = await list(folders.pop()!, filters);
    if (isVirtualEnvironment) continue;
    for (const entry of entries) {
      if (entry.fate !== "open" || entry.package !== root) continue;
      if (entry.isFolder) folders.push(entry);
      else if (isSource(entry)) return true;
    }
  }
  return false;
}

function isSourceFile(file: Entry, root: Entry): boolean {
  if (!isCode(file.name)) return false;
  const aside = [CONFIGURATION, DECLARATION].some((names) => names.test(file.name));
  const context = contextOf(pathBelow(root, file));
  return !aside && context !== "test" && context !== "fixture";
}

function pathBelow(root: Entry, file: Entry): string {
  return root.path === "" ? file.path : file.path.slice(root.path.length + 1);
}

/** A thin launcher in JavaScript is not what the output was built from; TypeScript is. */
function isTypeScript(file: Entry): boolean {
  const kind = kindOf(file.name);
  return kind === "typescript" || kind === "tsx";
}
