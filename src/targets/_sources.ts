// Whether a package holds the source of its build output. Where it does, the output only repeats
// it; where it does not, the output is all there is, as in a published server.

import { isLanguage } from "../core/mod.ts";
import { packageEntryPoints } from "./_entry_points.ts";
import { type Entry, type Filters, isBelowOutput, list } from "./_list.ts";
import { contextOf } from "./context.ts";
import { kindOf } from "./kinds.ts";

/** Folders to search in one package; beyond, its output is taken for the only source. */
const MAX_FOLDERS = 5000;

const CONFIGURATION =
  /\.config\.(?:[^.]{1,80}\.)?[cm]?[jt]sx?$|^\..{0,80}rc\.[cm]?[jt]s$|^(?:gulpfile|gruntfile|jakefile|build|esbuild)\.(?:[^.]{1,80}\.)?[cm]?[jt]s$|^(?:setup|noxfile|fabfile)\.py$/i;
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
  const started = new Set(packageEntryPoints(root.absolute).flat());
  const isSource = (file: Entry): boolean =>
    isSourceFile(file, root) && (isTypeScript(file) || !started.has(file.absolute));
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
  const kind = kindOf(file.name);
  if (kind === undefined || !(isLanguage(kind) || kind === "notebook")) return false;
  const aside = [CONFIGURATION, DECLARATION].some((names) => names.test(file.name));
  const below = root.path === "" ? file.path : file.path.slice(root.path.length + 1);
  const context = contextOf(below);
  return !aside && context !== "test" && context !== "fixture";
}

/** A thin launcher in JavaScript is not what the output was built from; TypeScript is. */
function isTypeScript(file: Entry): boolean {
  const kind = kindOf(file.name);
  return kind === "typescript" || kind === "tsx";
}
