// Whether to colour: --color decides; else NO_COLOR, FORCE_COLOR and the terminal.

import type { COLOR_CHOICES } from "../config/mod.ts";
import type { Io } from "./io.ts";

export type ColorChoice = typeof COLOR_CHOICES[number];

export function useColor(io: Io, choice: ColorChoice): boolean {
  if (choice !== "auto") return choice === "always";
  if (io.env("NO_COLOR")) return false;
  const force = io.env("FORCE_COLOR");
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  return io.outIsTerminal && io.env("TERM") !== "dumb";
}
