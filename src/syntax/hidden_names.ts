// Whether a text may name a module in a form in which no search for the module's name finds it. A
// look at the text only, for files that are not worth a parse unless it says so.

import type { Language } from "../core/mod.ts";

/**
 * A module name that is computed, or quoted with an escape in it. Names between quotes stand in
 * full, so that what comes after them decides: `"child_" + "process"` goes on with `+`.
 */
const SCRIPT =
  /\b(?:require|import)\s{0,8}\((?!\s{0,8}["'`][\w@/.:-]{1,200}["'`]\s{0,8}[),])|\b(?:from|import)\s{0,8}["'][\w@/.:-]{0,200}\\/;

const HIDDEN: Readonly<Record<Language, RegExp>> = {
  python: /\b(?:__import__|import_module)\s{0,8}\((?!\s{0,8}["'][\w.]{1,200}["']\s{0,8}[),])/,
  javascript: SCRIPT,
  typescript: SCRIPT,
  tsx: SCRIPT,
  // The specification lets an import path hold escapes; nobody writes them.
  go:
    /^[ \t]{0,8}(?:import[ \t]{0,8}\(?[ \t]{0,8})?(?:[\w.]{1,40}[ \t]{1,8})?"[\w./-]{0,200}\\[xuU0-7]/m,
};

/** True where `text` loads a module by a name that is not written out; linear. */
export function hidesNames(text: string, language: Language): boolean {
  return HIDDEN[language].test(text);
}
