// A line of progress on stderr, on a terminal only; gone before anything else is written.

import type { Io } from "./io.ts";

const MIN_INTERVAL_MS = 100;
const CLEAR_LINE = "\r\x1b[2K";

export interface Progress {
  readonly show: (text: string) => void;
  readonly clear: () => void;
}

export function progress(io: Io, options: { enabled: boolean }): Progress {
  if (!options.enabled || !io.errorIsTerminal) return { show: () => {}, clear: () => {} };
  let last = -Infinity;
  let shown = false;
  return {
    show(text) {
      if (io.now() - last < MIN_INTERVAL_MS) return;
      last = io.now();
      shown = true;
      io.writeError(CLEAR_LINE + text);
    },
    clear() {
      if (shown) io.writeError(CLEAR_LINE);
      shown = false;
    },
  };
}
