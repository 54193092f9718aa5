// Packages that launchers (`npx`, `uvx` and their like) fetch and run, and whether a specifier
// says which version. Names are never looked up.

import { type Located, partOf } from "../../core/mod.ts";
import type { Command, Word } from "./command_line.ts";

type Ecosystem = "npm" | "python" | "deno" | "go";

export interface PackageUse {
  readonly launcher: string;
  readonly ecosystem: Ecosystem;
  readonly specifier: Located<string>;
}

interface Launcher {
  readonly ecosystem: Ecosystem;
  /** Words that make the program a launcher: `pnpm dlx`; an empty list: it always is one. */
  readonly verbs: readonly string[];
  /** Options that take a value in the next word. */
  readonly withValue: readonly string[];
  /** Options whose value is a package; the first word is then only a program inside it. */
  readonly packages: readonly string[];
  /** Packages beside the one that is run. */
  readonly beside?: readonly string[];
  /** True where only `packages` and `beside` name packages, and words are files. */
  readonly runsFiles?: true;
}

const NPM = {
  ecosystem: "npm",
  withValue: [
    "--registry",
    "--cache",
    "--prefix",
    "--userconfig",
    "--loglevel",
    "-w",
    "--workspace",
  ],
  packages: ["-p", "--package"],
} as const;

const UV_VALUES = [
  "--python",
  "-p",
  "--index",
  "--index-url",
  "-i",
  "--extra-index-url",
  "--default-index",
  "--directory",
  "--project",
  "--env-file",
  "--with-editable",
  "--with-requirements",
  "--cache-dir",
  "--config-file",
  "--find-links",
  "-f",
  "--constraints",
  "-c",
  "--overrides",
  "--prerelease",
  "--resolution",
  "--refresh-package",
  "--exclude-newer",
  "--allow-insecure-host",
  "--link-mode",
  "--color",
  "--module",
  "-m",
] as const;

const UVX = {
  ecosystem: "python",
  withValue: UV_VALUES,
  packages: ["--from"],
  beside: ["--with", "-w"],
} as const;

const DENO_VALUES = ["-c", "--config", "--import-map", "--lock", "--env-file", "--cert"];

/** The longest verbs first. */
const LAUNCHERS: Readonly<Record<string, readonly Launcher[]>> = {
  npx: [{ ...NPM, verbs: [] }],
  pnpx: [{ ...NPM, verbs: [] }],
  bunx: [{ ...NPM, verbs: [] }],
  npm: [{ ...NPM, verbs: ["exec"] }, { ...NPM, verbs: ["x"] }],
  pnpm: [{ ...NPM, verbs: ["dlx"] }],
  yarn: [{ ...NPM, verbs: ["dlx"] }],
  bun: [{ ...NPM, verbs: ["x"] }],
  uvx: [{ ...UVX, verbs: [] }],
  uv: [{ ...UVX, verbs: ["tool", "run"] }, { ...UVX, verbs: ["run"], runsFiles: true }],
  pipx: [{
    ecosystem: "python",
    verbs: ["run"],
    withValue: ["--python", "--index-url", "-i", "--pip-args"],
    packages: ["--spec"],
  }],
  deno: [
    { ecosystem: "deno", verbs: ["run"], withValue: DENO_VALUES, packages: [] },
    { ecosystem: "deno", verbs: ["x"], withValue: DENO_VALUES, packages: [] },
  ],
  go: [{ ecosystem: "go", verbs: ["run"], withValue: ["-C", "-tags", "-mod"], packages: [] }],
};

/** The packages that one command fetches. */
export function packagesOf({ name, args }: Command): PackageUse[] {
  const launchers = Object.hasOwn(LAUNCHERS, name) ? LAUNCHERS[name]! : [];
  for (const launcher of launchers) {
    const found = read(args, launcher);
    if (!found) continue;
    const title = [name, ...launcher.verbs].join(" ");
    return found
      .filter(({ value }) => isFetched(value, launcher.ecosystem))
      .map((specifier) => ({ launcher: title, ecosystem: launcher.ecosystem, specifier }));
  }
  return [];
}

function read(args: readonly Word[], launcher: Launcher): Word[] | undefined {
  const named: Word[] = [];
  const beside: Word[] = [];
  let verbs = 0;
  let main: Word | undefined;
  for (let i = 0; i < args.length && !main; i++) {
    const word = args[i]!;
    const { option, value } = optionOf(word);
    const takes = (options: readonly string[] = []): boolean => options.includes(option ?? "");
    if (option === undefined) {
      if (verbs === launcher.verbs.length) main = word;
      else if (word.value === launcher.verbs[verbs]) verbs++;
      else return undefined;
    } else if (takes(launcher.packages) || takes(launcher.beside)) {
      const specifier = value ?? args[++i];
      if (specifier) (takes(launcher.packages) ? named : beside).push(...listOf(specifier));
    } else if (takes(launcher.withValue) && !value) i++;
  }
  if (verbs < launcher.verbs.length) return undefined;
  const run = named.length > 0 ? named : main && !launcher.runsFiles ? [main] : [];
  const next = main && args[args.indexOf(main) + 1];
  if (named.length === 0 && isProjectTool(main, next)) return beside;
  return [...run, ...beside];
}

/** `npx tsx server.ts`: a development tool of the project, which runs a file of the project. */
function isProjectTool(main: Word | undefined, next: Word | undefined): boolean {
  return /^(?:tsx|ts-node|vite-node|nodemon|jiti)$/.test(main?.value ?? "") &&
    /\.[cm]?[jt]sx?$|^watch$/.test(next?.value ?? "");
}

/** `--name=value` or `--name`; neither for a plain word. */
function optionOf(word: Word): { option?: string; value?: Word } {
  if (!word.value.startsWith("-")) return {};
  const equals = word.value.indexOf("=");
  if (equals < 0) return { option: word.value };
  const value = partOf(word, { start: equals + 1, end: word.value.length });
  return { option: word.value.slice(0, equals), value };
}

/** `--with a,b` */
function listOf(word: Word): Word[] {
  return [...word.value.matchAll(/[^,]+/g)].slice(0, MAX_LIST).map(({ index, 0: part }) =>
    partOf(word, { start: index, end: index + part.length })
  );
}

/** Packages in one option. */
const MAX_LIST = 50;

const LOCAL =
  /^(?:\.{1,2}$|\.{0,2}[\\/]|~|[A-Za-z]:[\\/]|file:|link:|workspace:)|^[^:]{0,300}\.(?:tgz|whl|py|js|mjs|ts)$/;
/** Put together by the client or a shell, or to be filled in by a reader. */
const VARIABLE = /\$|%\w|\{|<[A-Za-z]/;

function isFetched(specifier: string, ecosystem: Ecosystem): boolean {
  if (specifier === "" || VARIABLE.test(specifier) || LOCAL.test(specifier)) return false;
  if (ecosystem === "deno") return /^(?:npm|jsr|https?):/.test(specifier);
  if (ecosystem === "go") return /^[\w.-]{1,80}\.[a-z]{2,20}\//.test(specifier);
  return true;
}

/** `undefined`: the specifier names one version. */
export type Looseness =
  | { readonly kind: "version"; readonly asked: string }
  | { readonly kind: "source" };

export function loosenessOf({ ecosystem, specifier }: PackageUse): Looseness | undefined {
  const text = specifier.value.trim();
  if (isSource(text, ecosystem)) return isFixedSource(text) ? undefined : { kind: "source" };
  if (ecosystem === "python") return pythonLooseness(text);
  const [, version = ""] = /^(?:npm:|jsr:)?\/?(?:@[^/@]{1,200}\/)?[^@]{1,300}(?:@(.{0,100}))?$/
    .exec(text) ?? [];
  const exact = /^v?\d{1,9}\.\d{1,9}\.\d{1,9}(?:[-+][\w.+-]{1,80})?$/.test(
    // A path inside the package may follow.
    ecosystem === "deno" ? version.split("/", 1)[0]! : version,
  );
  // `go run` without a version takes the one of the module it is started in.
  if (exact || (ecosystem === "go" && (version === "" || /^[0-9a-f]{7,40}$/.test(version)))) {
    return undefined;
  }
  return { kind: "version", asked: version };
}

function isSource(text: string, ecosystem: Ecosystem): boolean {
  if (/^(?:git[+:@]|https?:|ssh:|(?:github|gitlab|bitbucket|gist):)/i.test(text)) return true;
  if (ecosystem === "python") return /@\s{0,8}(?:git\+|https?:)/i.test(text);
  // `owner/name` is a repository on GitHub to npm.
  return ecosystem === "npm" && /^[\w.-]{1,100}\/[\w.-]{1,100}(?:#\S{0,200})?$/.test(text);
}

/** A commit, or an archive with a version in its name. */
function isFixedSource(text: string): boolean {
  if (/[@#][0-9a-f]{7,40}(?:[#&?/]|$)/i.test(text)) return true;
  return /^https?:/i.test(text) && !/\.git(?:[@#]|$)/.test(text) && /\d\.\d/.test(pathOf(text));
}

function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]{0,300}/i, "");
}

function pythonLooseness(text: string): Looseness | undefined {
  const [, rest = ""] = /^[\w.-]{1,200}(?:\[[^\]]{0,200}\])?\s{0,8}(.{0,200})$/s.exec(text) ?? [];
  const version = rest.replace(/^(?:===?|@)\s{0,8}/, "");
  if (version !== rest && /^v?\d[\w.!+-]{0,80}$/.test(version)) return undefined;
  return { kind: "version", asked: rest.replace(/^@/, "") };
}
