// Details for people: to stderr with --verbose, to a file with --log-file. Nothing scanned is
// quoted here but paths, and those only in printable form.

import { defuseCommands, printable } from "../core/mod.ts";
import type { Io } from "./io.ts";
import { openToWrite } from "./output.ts";

export interface Log {
  readonly detail: (message: string) => void;
  readonly close: () => void;
}

export function openLog(io: Io, options: { verbose: boolean; logFile: string | undefined }): Log {
  const file = options.logFile === undefined
    ? undefined
    : openToWrite(options.logFile, "--log-file");
  const encoder = new TextEncoder();
  const started = io.now();
  return {
    detail(message) {
      const seconds = ((io.now() - started) / 1000).toFixed(3);
      const line = defuseCommands(`[${seconds}s] ${printable(message)}\n`);
      if (options.verbose) io.writeError(line);
      if (file) {
        const bytes = encoder.encode(line);
        for (let at = 0; at < bytes.length;) at += file.writeSync(bytes.subarray(at));
      }
    },
    close: () => file?.close(),
  };
}
