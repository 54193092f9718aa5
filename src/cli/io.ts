// The outside world as the commands see it; tests put another in its place. Nothing here asks
// for a permission: what is not granted counts as not there.

import { Failure } from "../core/mod.ts";

export interface Io {
  /** The report; resolves to false where nobody reads on (a closed pipe). */
  readonly writeOut: (text: string) => Promise<boolean>;
  /** Everything for people. */
  readonly writeError: (text: string) => void;
  readonly env: (name: string) => string | undefined;
  /** The names of all variables; none where they may not be listed. */
  readonly envNames: () => readonly string[];
  readonly cwd: () => string;
  /** Decides where clients keep their files. */
  readonly os: typeof Deno.build.os;
  readonly inIsTerminal: boolean;
  /** Asks on stderr, and reads a line of stdin; `undefined` at the end of it. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly outIsTerminal: boolean;
  readonly errorIsTerminal: boolean;
  /** Columns of the terminal, or of a page where there is none. */
  readonly width: number;
  /** Milliseconds, for durations only. */
  readonly now: () => number;
  /** Something waits without limit that nobody needs: the process must not end in the common way. */
  readonly onStuck: () => void;
  /** The date and time, for what expires. */
  readonly date: () => Date;
}

const PAGE_WIDTH = 100;

/** `onStuck`: see `Io`. */
export function systemIo(onStuck: () => void): Io {
  return {
    writeOut,
    writeError: writeAllToStderr,
    env: (name) => {
      const { state } = Deno.permissions.querySync({ name: "env", variable: name });
      return state === "granted" ? Deno.env.get(name) : undefined;
    },
    envNames: () => {
      const { state } = Deno.permissions.querySync({ name: "env" });
      return state === "granted" ? Object.keys(Deno.env.toObject()) : [];
    },
    cwd: () => Deno.cwd(),
    os: Deno.build.os,
    inIsTerminal: Deno.stdin.isTerminal(),
    ask,
    outIsTerminal: Deno.stdout.isTerminal(),
    errorIsTerminal: Deno.stderr.isTerminal(),
    width: terminalWidth(),
    now: () => performance.now(),
    onStuck,
    date: () => new Date(),
  };
}

async function writeOut(text: string): Promise<boolean> {
  const bytes = new TextEncoder().encode(text);
  try {
    for (let at = 0; at < bytes.length;) at += await Deno.stdout.write(bytes.subarray(at));
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.BrokenPipe) return false;
    throw new Failure("output-unwritable", "Could not write the report to stdout", {
      hint: error instanceof Error ? error.message : "Check where stdout leads",
      cause: error,
    });
  }
}

function writeAllToStderr(text: string): void {
  const bytes = new TextEncoder().encode(text);
  try {
    for (let at = 0; at < bytes.length;) at += Deno.stderr.writeSync(bytes.subarray(at));
  } catch (error) {
    // With nobody to tell, there is nothing to do.
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}

/** Units of an answer; nobody types more. */
const MAX_ANSWER = 1000;

async function ask(question: string): Promise<string | undefined> {
  writeAllToStderr(question);
  const byte = new Uint8Array(1);
  const bytes: number[] = [];
  while (bytes.length < MAX_ANSWER) {
    if (await Deno.stdin.read(byte) === null) {
      if (bytes.length === 0) return undefined;
      break;
    }
    if (byte[0] === 0x0a) break;
    bytes.push(byte[0]!);
  }
  return new TextDecoder().decode(new Uint8Array(bytes)).trim();
}

function terminalWidth(): number {
  if (!Deno.stdout.isTerminal() && !Deno.stderr.isTerminal()) return PAGE_WIDTH;
  try {
    return Deno.consoleSize().columns || PAGE_WIDTH;
  } catch {
    // A terminal that does not tell its size, as in some editors.
    return PAGE_WIDTH;
  }
}
