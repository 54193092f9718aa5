// Runs the program for tests: in process with an Io of the test's own, or as a process with an
// environment of its own. Nothing of the developer's environment reaches either.

import { fileURLToPath } from "node:url";
import { type Io, run } from "../../src/cli/mod.ts";

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly os?: Io["os"];
  /** The program's date; one long past where none is given. */
  readonly date?: string;
  /** What is typed at questions, in order; without it stdin is no terminal. */
  readonly answers?: readonly string[];
  /** Both streams are a terminal; progress is then shown at every step. */
  readonly terminal?: boolean;
  /** Told of each piece for stderr before the program goes on. */
  readonly onError?: (text: string) => void;
  /** Told of each variable that the program looks at. */
  readonly onEnv?: (name: string) => void;
}

const WIDTH = 100;
/** More than any interval that the program waits for. */
const TICK_MS = 1000;

export const ROOT: string = fileURLToPath(new URL("../../", import.meta.url));
export const MAIN: string = fileURLToPath(new URL("../../main.ts", import.meta.url));

/** Runs one command line in process. */
export async function runCli(
  args: readonly string[],
  options: RunOptions = {},
): Promise<CliResult> {
  let stdout = "";
  let stderr = "";
  let clock = 0;
  const answers = [...options.answers ?? []];
  const io: Io = {
    writeOut: (text) => {
      stdout += text;
      return Promise.resolve(true);
    },
    writeError: (text) => {
      stderr += text;
      options.onError?.(text);
    },
    env: (name) => {
      options.onEnv?.(name);
      return options.env?.[name];
    },
    envNames: () => Object.keys(options.env ?? {}),
    cwd: () => options.cwd ?? ROOT,
    os: options.os ?? "linux",
    inIsTerminal: options.answers !== undefined,
    ask: (question) => {
      stderr += question;
      return Promise.resolve(answers.shift());
    },
    outIsTerminal: options.terminal === true,
    errorIsTerminal: options.terminal === true,
    width: WIDTH,
    now: () => clock += TICK_MS,
    onStuck: () => {},
    date: () => new Date(options.date ?? "2026-01-15T12:00:00Z"),
  };
  const code = await run(args, io);
  return { code, stdout, stderr };
}

export interface SpawnOptions {
  /** Permissions and other flags of `deno run`; everything is granted where none are given. */
  readonly denoArgs?: readonly string[];
  /** Path or URL of the program; nothing but what the cache holds is loaded for a path. */
  readonly entry?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A guard against hanging, far above what any test needs. */
const HANG_MS = 60_000;

/** Runs one command line as a process of its own; a hang is killed and gives code 137 or more. */
export async function spawnCli(
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<CliResult> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), HANG_MS);
  try {
    const command = await cliCommand(args, options, timeout.signal);
    const { code, stdout, stderr } = await command.output();
    const decoder = new TextDecoder();
    return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
  } finally {
    clearTimeout(timer);
  }
}

/** The process that `spawnCli` runs, for tests that hold its streams themselves. */
export async function cliCommand(
  args: readonly string[],
  options: SpawnOptions = {},
  signal?: AbortSignal,
): Promise<Deno.Command> {
  const { entry = MAIN, denoArgs = ["-A"] } = options;
  const flags = ["--no-prompt", ...(entry.startsWith("http:") ? [] : ["--cached-only"])];
  return new Deno.Command(Deno.execPath(), {
    args: ["run", ...flags, ...denoArgs, entry, ...args],
    cwd: options.cwd ?? ROOT,
    clearEnv: true,
    env: {
      DENO_DIR: await cacheFolder(),
      DENO_NO_UPDATE_CHECK: "1",
      NO_COLOR: "1",
      // Without it no process of Windows starts well.
      ...(Deno.build.os === "windows" && { SystemRoot: Deno.env.get("SystemRoot") ?? "" }),
      ...options.env,
    },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    ...(signal && { signal }),
  });
}

let cache: Promise<string> | undefined;

/** Deno's own cache, which a scrubbed HOME would move. */
export function cacheFolder(): Promise<string> {
  return cache ??= findCacheFolder();
}

async function findCacheFolder(): Promise<string> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json"],
    stdin: "null",
  }).output();
  return JSON.parse(new TextDecoder().decode(stdout)).denoDir;
}
