// The only escape sequences this program ever prints: plain SGR colours, and none without `color`.

import type { Severity } from "../core/mod.ts";

/** SGR parameters (ECMA-48 8.3.117), from the sixteen colours that every theme adapts. */
const SGR = {
  critical: "1;31",
  high: "31",
  medium: "33",
  low: "36",
  info: "34",
  strong: "1",
  underlined: "1;4",
  faint: "2",
  good: "32",
} as const satisfies Record<Severity, string> & Record<string, string>;

export type Style = keyof typeof SGR;

/** Wraps one line of text in a style; text that is empty stays so. */
export type Paint = (style: Style, text: string) => string;

/** `dim`: every style is faint, for what a reader has put aside. */
export function painter(options: { readonly color: boolean; readonly dim?: boolean }): Paint {
  if (!options.color) return (_, text) => text;
  return (style, text) =>
    text === "" ? "" : `\u001b[${SGR[options.dim ? "faint" : style]}m${text}\u001b[0m`;
}
