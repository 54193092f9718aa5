// What a file is, by its name or, where the name does not say, by the interpreter that its first
// line names.

import { type FileKind, hasGrammar } from "../core/mod.ts";

const EXTENSIONS: Readonly<Record<FileKind, readonly string[]>> = {
  python: [".py", ".pyi", ".pyw"],
  javascript: [".js", ".mjs", ".cjs", ".jsx"],
  typescript: [".ts", ".mts", ".cts"],
  tsx: [".tsx"],
  go: [".go"],
  rust: [".rs"],
  java: [".java"],
  csharp: [".cs", ".csx"],
  php: [".php"],
  ruby: [".rb", ".rake", ".gemspec"],
  notebook: [".ipynb"],
  json: [".json", ".jsonc", ".json5"],
  yaml: [".yaml", ".yml"],
  toml: [".toml"],
  ini: [".ini", ".cfg", ".conf", ".properties", ".npmrc", ".pypirc", ".netrc"],
  env: [".env"],
  shell: [".sh", ".bash", ".zsh", ".fish", ".ps1", ".bat", ".cmd"],
  dockerfile: [".dockerfile"],
  // By whole names alone.
  lock: [],
  // Never told by a name.
  dump: [],
  // Key files, and what builds and deploys: read for secrets, and nothing else.
  text: [".pem", ".key", ".ppk", ".p8", ".tf", ".tfvars", ".hcl", ".groovy", ".gradle"],
  instructions: [".mdc"],
  skill: [],
};

/** Files that clients give to their models, by the names that each client documents. */
const INSTRUCTION_NAMES =
  /^(?:(?:claude(?:\.local)?|agents?(?:\.override)?|gemini|qwen|crush|warp)\.md|\.(?:cursorrules|windsurfrules|clinerules|roorules(?:-[\w-]{1,40})?|goosehints|rules)|copilot-instructions\.md|.{1,100}\.(?:instructions|prompt|chatmode|agent)\.md)$/;
const SKILL_NAME = /^skill\.md$/;
/** Folders whose Markdown clients load: rules, commands and agents, at any depth. */
const INSTRUCTION_FOLDERS =
  /(?:^|\/)(?:\.claude\/(?:commands|agents|rules|output-styles)|\.cursor\/(?:rules|commands)|\.windsurf\/(?:rules|workflows)|\.clinerules|\.roo\/(?:rules(?:-[\w-]{1,40})?|commands)|\.kiro\/steering|\.amazonq\/rules|\.continue\/(?:rules|prompts)|\.github\/(?:prompts|instructions|agents|chatmodes)|\.gemini\/commands|\.codex\/prompts|\.opencode\/(?:agents?|commands?)|\.junie|\.augment\/(?:rules|commands)|\.trae\/rules)\/(?:[^/]{1,200}\/){0,20}[^/]{1,200}\.md$/;

/** Whole names, and what they start with: `.env.local`, `Dockerfile.dev`. */
const STEMS: Readonly<Record<string, FileKind>> = {
  ".env": "env",
  dockerfile: "dockerfile",
  containerfile: "dockerfile",
  makefile: "text",
  jenkinsfile: "text",
  ".git-credentials": "text",
  credentials: "ini",
  id_rsa: "text",
  id_dsa: "text",
  id_ecdsa: "text",
  id_ed25519: "text",
};

/** Without their version: `python3.12` is `python`. */
const INTERPRETERS: Readonly<Partial<Record<FileKind, readonly string[]>>> = {
  python: ["python", "pythonw", "pypy", "uv"],
  javascript: ["node", "nodejs"],
  typescript: ["deno", "bun", "tsx", "ts-node", "ts-node-esm"],
  php: ["php"],
  ruby: ["ruby"],
  shell: ["sh", "bash", "zsh", "dash", "ksh", "fish", "pwsh"],
};

/** Whole names whose extension says less. */
const NAMES: Readonly<Record<string, FileKind>> = {
  "package-lock.json": "lock",
  "npm-shrinkwrap.json": "lock",
  "yarn.lock": "lock",
  "pnpm-lock.yaml": "lock",
  "bun.lock": "lock",
  "uv.lock": "lock",
  "poetry.lock": "lock",
  "go.mod": "text",
};

/** `requirements.txt`, `requirements-dev.txt`, `dev-requirements.in` */
const REQUIREMENTS =
  /^(?:[\w-]{1,40}[-_.])?(?:requirements|constraints)(?:[-_.][\w.-]{1,40})?\.(?:txt|in)$/;

/** What they lock stands in other files too: `go.mod` names the versions that are built. */
const UNREAD = new Set(["deno.lock", "go.sum"]);

/** What Node.js loads by other means than as JavaScript. */
const NATIVE = /\.(?:node|wasm)$/;

const BY_EXTENSION = invert(EXTENSIONS);
const BY_INTERPRETER = invert(INTERPRETERS);

/** The kind of the file at `path`, whose folders may say what its name does not. */
export function kindOfPath(path: string, firstLine?: string): FileKind | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return INSTRUCTION_FOLDERS.test(path.toLowerCase()) ? "instructions" : kindOf(name, firstLine);
}

/**
 * The kind of a file called `name` (no folders); `undefined` where no rule reads such files. A
 * known extension says more than a known stem: `.env.ts` is TypeScript. `firstLine` is heeded
 * only where `needsFirstLine(name)`.
 */
export function kindOf(name: string, firstLine?: string): FileKind | undefined {
  const lower = name.toLowerCase();
  if (UNREAD.has(lower)) return undefined;
  if (Object.hasOwn(NAMES, lower)) return NAMES[lower];
  if (REQUIREMENTS.test(lower)) return "text";
  if (SKILL_NAME.test(lower)) return "skill";
  if (INSTRUCTION_NAMES.test(lower)) return "instructions";
  const kind = BY_EXTENSION.get(extension(lower)) ?? kindByStem(lower);
  if (kind !== undefined || firstLine === undefined || !isBare(lower)) return kind;
  return kindByShebang(firstLine);
}

/**
 * The kind of a file that something starts: interpreters read any name, so where the name speaks
 * of no program, the first line does, and else `starter`, the kind that the starter takes it for.
 */
export function kindOfStarted(
  name: string,
  options: { readonly firstLine: string | undefined; readonly starter: FileKind },
): FileKind | undefined {
  const { firstLine = "", starter } = options;
  const kind = kindOf(name, firstLine);
  if (tellsProgram(name) || NATIVE.test(name.toLowerCase())) return kind;
  return kindByShebang(firstLine) ?? starter;
}

/** True where the extension names a language, or JSON, which Node.js does not take for code. */
export function tellsProgram(name: string): boolean {
  const kind = BY_EXTENSION.get(extension(name.toLowerCase()));
  return kind === "json" || kind === "notebook" || (kind !== undefined && hasGrammar(kind));
}

/**
 * The kind of program that a command line starts. The first word that names an interpreter
 * decides, so `env`, its flags and `npx` pass.
 */
export function kindByCommand(line: string): FileKind | undefined {
  for (const word of line.split(/\s+/)) {
    const program = word.slice(Math.max(word.lastIndexOf("/"), word.lastIndexOf("\\")) + 1);
    const kind = BY_INTERPRETER.get(program.replace(/\.exe$/i, "").replace(/[\d.]{1,20}$/, ""));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** True where the name leaves the kind to the file's first line. */
export function needsFirstLine(name: string): boolean {
  return isBare(name) && kindOf(name) === undefined;
}

function kindByStem(name: string): FileKind | undefined {
  for (const [stem, kind] of Object.entries(STEMS)) {
    if (name === stem || name.startsWith(`${stem}.`)) return kind;
  }
  return undefined;
}

function kindByShebang(line: string): FileKind | undefined {
  return line.startsWith("#!") ? kindByCommand(line.slice(2)) : undefined;
}

function extension(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(dot);
}

function isBare(name: string): boolean {
  return name.lastIndexOf(".") <= 0;
}

function invert(
  table: Readonly<Partial<Record<FileKind, readonly string[]>>>,
): ReadonlyMap<string, FileKind> {
  return new Map(
    Object.entries(table).flatMap(([kind, words]) =>
      words.map((word) => [word, kind as FileKind] as const)
    ),
  );
}
