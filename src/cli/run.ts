// Arguments to exit code. Failures are told with what to do; anything else is a bug and says so.

import { CommanderError } from "@commander-js/extra-typings";
import { defuseCommands, EXIT, Failure, printable } from "../core/mod.ts";
import type { Io } from "./io.ts";
import { createProgram } from "./program.ts";
import { VERSION } from "./version.ts";

/** Runs one command line; never throws, and never ends the process. */
export async function run(args: readonly string[], world: Io): Promise<number> {
  const io: Io = { ...world, writeError: (text) => world.writeError(defuseCommands(text)) };
  let exitCode: number = EXIT.clean;
  const program = createProgram(io, (code) => exitCode = code);
  try {
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    // The framework has told the user already; its own codes are not ours.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
    if (error instanceof Failure) {
      io.writeError(`error: ${printable(error.message)}\n`);
      if (error.hint !== undefined) io.writeError(`  hint: ${printable(error.hint)}\n`);
      return error.exitCode;
    }
    const stack = error instanceof Error ? error.stack ?? error.message : String(error);
    io.writeError(
      `error: This is a bug in mcp-sentinel ${VERSION}; please report it with these lines:\n` +
        stack.split("\n").map((line) => `  ${printable(line)}\n`).join(""),
    );
    return EXIT.bug;
  }
}
