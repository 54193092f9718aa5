// Runs git so that a hostile repository cannot make it start anything: no shell, no network, no
// hook, no monitor, no filter, no converter, and an environment of its own.

import { Failure, printable } from "../core/mod.ts";

/** A repository as git is asked about it. */
export interface Git {
  /** Where git is started, by `-C`. */
  readonly folder: string;
  /** Filters of the configuration, each to be switched off. */
  readonly filters: readonly string[];
  /** Names the user's own configuration, which says what repositories are safe, and index. */
  readonly env: Readonly<Record<string, string>>;
}

/** Options that stand over what any configuration says. */
const HARMLESS = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.pager=cat",
  "core.sshCommand=false",
  "core.askPass=",
  "credential.helper=",
  "protocol.allow=never",
  "submodule.recurse=false",
].flatMap((option) => ["-c", option]);

const ENVIRONMENT: Readonly<Record<string, string>> = {
  LC_ALL: "C",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  GIT_NO_LAZY_FETCH: "1",
  // Stands over `protocol.<name>.allow` too; there is no protocol of this name.
  GIT_ALLOW_PROTOCOL: "none",
  GIT_PAGER: "cat",
};

/** The last resort against a repository that keeps git busy. */
const MAX_MS = 120_000;
/** Of what git says of an error. */
const MAX_WORDS = 300;

export interface GitResult {
  readonly code: number;
  /** What git said on stderr first, in printable form. */
  readonly words: string;
}

/**
 * Runs one command of git, with its output given to `take` piece by piece until that answers
 * false. Throws a Failure where git cannot be run, or does not end.
 */
export async function runGit(
  git: Git,
  args: readonly string[],
  take: (piece: Uint8Array) => boolean | void,
): Promise<GitResult> {
  const child = spawn(git, args);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    stop(child);
  }, MAX_MS);
  try {
    const words = headOf(child.stderr);
    for await (const piece of child.stdout) {
      if (take(piece) !== false) continue;
      stop(child);
      break;
    }
    const { code } = await child.status;
    if (isLate) throw new Failure("git-failed", `Git did not end within ${MAX_MS / 1000} seconds`);
    return { code, words: await words };
  } finally {
    clearTimeout(timer);
  }
}

function spawn({ folder, filters, env }: Git, args: readonly string[]): Deno.ChildProcess {
  if (Deno.permissions.querySync({ name: "run", command: "git" }).state !== "granted") {
    throw new Failure("git-unavailable", "Could not run git: not allowed by Deno's permissions", {
      hint: "Add --allow-run=git, and see that git is installed and on the PATH",
    });
  }
  try {
    return new Deno.Command("git", {
      args: ["--no-pager", ...HARMLESS, "-C", folder, ...args],
      clearEnv: true,
      env: { ...env, ...ENVIRONMENT, ...switchedOff(filters) },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound || error instanceof Deno.errors.PermissionDenied)) {
      throw error;
    }
    throw new Failure("git-unavailable", "Could not run git: no such program", {
      hint: "Install git 2.32 or newer, or scan without --diff and --staged",
      cause: error,
    });
  }
}

/** A filter without a command changes nothing; by variables, as its name may hold anything. */
function switchedOff(filters: readonly string[]): Record<string, string> {
  const env: Record<string, string> = {};
  let count = 0;
  const set = (key: string, value: string): void => {
    env[`GIT_CONFIG_KEY_${count}`] = key;
    env[`GIT_CONFIG_VALUE_${count}`] = value;
    count++;
  };
  for (const filter of filters) {
    for (const command of ["clean", "smudge", "process"]) set(`filter.${filter}.${command}`, "");
    set(`filter.${filter}.required`, "false");
  }
  return { ...env, GIT_CONFIG_COUNT: String(count) };
}

function stop(child: Deno.ChildProcess): void {
  try {
    child.kill("SIGKILL");
  } catch (error) {
    // It has ended already.
    if (!(error instanceof TypeError || error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** The first line; the rest is read and dropped, so that git never waits. */
async function headOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  let head = "";
  const decoder = new TextDecoder();
  for await (const piece of stream) {
    if (head.length < MAX_WORDS) head += decoder.decode(piece, { stream: true });
  }
  return printable(head.slice(0, MAX_WORDS).split("\n", 1)[0]!.trim());
}

/** More bytes than any list of names in a repository that can be scanned. */
const MAX_LIST = 256 * 1024 * 1024;

/** The whole output of a command as text; undefined where git refuses. */
export async function askGit(
  git: Git,
  args: readonly string[],
): Promise<{ readonly text: string | undefined; readonly words: string }> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  const { code, words } = await runGit(git, args, (piece) => {
    size += piece.length;
    if (size > MAX_LIST) throw new Failure("git-failed", "Git lists more than can be read");
    text += decoder.decode(piece, { stream: true });
  });
  return { text: code === 0 ? text + decoder.decode() : undefined, words };
}

/** The output of a command that has no reason to fail. */
export async function needGit(git: Git, args: readonly string[]): Promise<string> {
  const { text, words } = await askGit(git, args);
  if (text === undefined) throw gitFailed(args[0]!, words);
  return text;
}

export function gitFailed(command: string, words: string): Failure {
  return new Failure("git-failed", `Git could not answer "git ${command}"`, {
    hint: words === "" ? "Run git there and see what it says" : words,
  });
}
