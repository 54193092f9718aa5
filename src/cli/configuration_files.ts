// Finds and reads the files that settings stand in: the project's, the user's, and one that is
// named. Of a project that is not the user's own nothing counts, and what it says is told of.

import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import {
  type ConfigProblem,
  type FileOrigin,
  type Given,
  type Layer,
  readConfig,
  type SettingName,
  settingOf,
} from "../config/mod.ts";
import { Failure, printable, type TriageNote } from "../core/mod.ts";
import { isGlob, ownership, projectReader } from "../targets/mod.ts";
import { homeOf } from "./client_places.ts";
import type { Io } from "./io.ts";
import { secretPlaces } from "./secret_places.ts";
import { didYouMean } from "./suggest.ts";
import { whyUnread } from "./why_unread.ts";

export const CONFIG_FILE = ".mcp-sentinel.yaml";
const MISNAMED_FILE = ".mcp-sentinel.yml";
const MAX_BYTES = 256 * 1024;
/** Names that a note lists. */
const MAX_NAMED = 5;

export interface Places {
  /** The absolute project root, and the folder in it from where to look upwards. */
  readonly root: string;
  readonly folder: string;
}

/** One file that was read, with its problems. */
export interface ReadFile {
  readonly absolute: string;
  /** As messages show it. */
  readonly file: string;
  readonly layer: Layer;
  readonly problems: readonly ConfigProblem[];
}

/** The project's file, or what there is to say of one that does not count. */
export async function projectFile(
  io: Io,
  { root, folder }: Places,
  { isTrusted }: { readonly isTrusted: boolean },
): Promise<ReadFile | TriageNote | undefined> {
  const absolute = findUpwards(folder, root);
  if (absolute === undefined) return undefined;
  const isOwn = isTrusted || (await ownership(io.cwd()))(absolute);
  const file = relative(io.cwd(), absolute) || absolute;
  if (!isOwn) return await untrusted(absolute, { root, file });
  if (basename(absolute) === MISNAMED_FILE) {
    throw new Failure("malformed-configuration", `"${printable(file)}" is not read`, {
      hint: `Name it ${CONFIG_FILE}`,
    });
  }
  const text = projectReader(dirname(absolute))(CONFIG_FILE);
  if (text === undefined) throw unreadable(file, "it is no plain file, or is too large");
  return await read(text, { absolute, file, root, from: "project" });
}

/** The nearest file from `folder` up to `root`, as far as they may be looked into. */
function findUpwards(folder: string, root: string): string | undefined {
  for (let at = folder;; at = dirname(at)) {
    for (const name of [CONFIG_FILE, MISNAMED_FILE]) {
      const path = join(at, name);
      if (mayRead(path) && exists(path)) return path;
    }
    if (at === root || at === dirname(at)) return undefined;
  }
}

function mayRead(path: string): boolean {
  return Deno.permissions.querySync({ name: "read", path }).state === "granted";
}

function exists(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch {
    // What cannot be looked at is not there for us.
    return false;
  }
}

async function untrusted(
  absolute: string,
  { root, file }: { readonly root: string; readonly file: string },
): Promise<TriageNote> {
  const text = projectReader(dirname(absolute))(CONFIG_FILE);
  const found = text === undefined
    ? undefined
    : await read(text, { absolute, file, root, from: "project", isVain: true })
      .catch(() => undefined);
  const names = found === undefined || found.problems.length > 0 ? [] : namesIn(found.layer);
  const what = names.length === 0 ? "" : ` (${names.slice(0, MAX_NAMED).join(", ")})`;
  return {
    kind: "untrusted",
    file: relative(root, absolute).replaceAll(sep, "/"),
    line: 1,
    message: `A configuration${what}: it has no effect, as the target is not in your repository ` +
      "(--trust-target)",
  };
}

function namesIn({ values, words, paths }: Layer): string[] {
  return [
    ...new Set([
      ...values.keys(),
      ...words.map(({ says }) =>
        says === "on" ? "rules.enable" : says === "off" ? "rules.disable" : "rules.severity"
      ),
      ...(paths.length > 0 ? ["rules.paths"] : []),
    ]),
  ].sort();
}

/** The user's own file, where there is one that may be read. */
export async function userFile(io: Io, root: string): Promise<ReadFile | undefined> {
  const home = homeOf(io);
  if (home === undefined || home === "") return undefined;
  const absolute = join(home, ".mcp-sentinel", "config.yaml");
  if (!mayRead(absolute) || !exists(absolute)) return undefined;
  const file = join("~", ".mcp-sentinel", "config.yaml");
  return await read(readWhole(absolute, file), { absolute, file, root, from: "user", home });
}

/** The file that `--config` names. */
export async function namedFile(io: Io, named: string, root: string): Promise<ReadFile> {
  const absolute = resolve(io.cwd(), named);
  const text = readWhole(absolute, named);
  return await read(text, { absolute, file: named, root, from: "named", home: homeOf(io) });
}

function readWhole(absolute: string, file: string): string {
  try {
    const { isFile, size } = Deno.statSync(absolute);
    if (!isFile) throw new Error("it is no file");
    if (size > MAX_BYTES) throw new Error("it is too large");
    return Deno.readTextFileSync(absolute);
  } catch (cause) {
    const reason = whyUnread(cause);
    throw unreadable(file, reason, cause);
  }
}

function unreadable(file: string, reason: string, cause?: unknown): Failure {
  return new Failure(
    "malformed-configuration",
    `Could not read the configuration "${printable(file)}": ${printable(reason)}`,
    { hint: "Name a file of settings; docs/configuration.md shows one", cause },
  );
}

async function read(
  text: string,
  { absolute, file, root, from, home, isVain = false }: {
    readonly absolute: string;
    readonly file: string;
    readonly root: string;
    readonly from: FileOrigin["from"];
    readonly home?: string | undefined;
    /** It does not count, so that nothing of it has to be tried. */
    readonly isVain?: boolean;
  },
): Promise<ReadFile> {
  const folder = dirname(realPath(absolute));
  const way = relative(realPath(root), folder);
  const isInside = way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  const isOfProject = from === "project" || from === "named" && isInside;
  try {
    const { layer, problems } = await readConfig(text, {
      from,
      file,
      isOfProject,
      folder: isOfProject ? way.replaceAll(sep, "/") : "",
      suggest: didYouMean,
      isGlob: isVain ? () => true : isGlob,
      secrets: await secretPlaces(text),
    });
    const placed = withPlaces(layer, { folder, isOfProject, home });
    return { absolute, file, layer: placed.layer, problems: [...problems, ...placed.problems] };
  } catch (error) {
    // The parser looks for two switches of its own in the environment.
    if (error instanceof Error && error.name === "NotCapable") {
      throw new Failure("malformed-configuration", `No permission to read YAML ("${file}")`, {
        hint: "Add --allow-env=LOG_TOKENS,LOG_STREAM to the deno command line",
        cause: error,
      });
    }
    throw error;
  }
}

/** Paths count from the folder of their file; those of a project have to end up in it. */
function withPlaces(
  layer: Layer,
  { folder, isOfProject, home }: {
    readonly folder: string;
    readonly isOfProject: boolean;
    readonly home: string | undefined;
  },
): { readonly layer: Layer; readonly problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const values = new Map<SettingName, Given>([...layer.values].map(([name, given]) => {
    if (settingOf(name).type.kind !== "path") return [name, given] as const;
    const place = (path: string): string => {
      const isAtHome = !isOfProject && home !== undefined && path.startsWith("~/");
      const absolute = isAtHome ? join(home, path.slice(2)) : resolve(folder, path);
      if (isOfProject && !realPath(absolute).startsWith(folder + sep)) {
        const { line, column } = given.origin as FileOrigin;
        const message = `Expected a path inside the project for "${name}", and a link leads out`;
        problems.push({ line, column, message });
      }
      return absolute;
    };
    const { value } = given;
    return [name, {
      ...given,
      value: Array.isArray(value) ? value.map(place) : place(value as string),
    }] as const;
  }));
  return { layer: { ...layer, values }, problems };
}

/** Of what is not there yet, that of the folder which is. */
function realPath(path: string): string {
  try {
    return Deno.realPathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realPath(above), basename(path));
  }
}
