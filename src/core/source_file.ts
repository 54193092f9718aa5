// A file that was read, decoded and recognised: what every rule gets to see.

import type { Context } from "./context.ts";

/** Languages whose code is looked at: with a grammar, rules of their own, and data flow. */
export const LANGUAGES = ["python", "javascript", "typescript", "tsx", "go"] as const;
export type Language = typeof LANGUAGES[number];

/** Languages with a grammar of which only what a server says to a model is read. */
export const SURFACE_LANGUAGES = ["rust", "java", "csharp", "php", "ruby"] as const;
export type SurfaceLanguage = typeof SURFACE_LANGUAGES[number];

/** All with a grammar. */
export type Grammar = Language | SurfaceLanguage;

/**
 * Kinds of text that rules read without a grammar; of lock files only what they lock. A `dump` is
 * what the user says is a list of tools; `instructions` are those that a client gives to its model
 * by itself.
 */
export const TEXT_KINDS = [
  "json",
  "yaml",
  "toml",
  "ini",
  "env",
  "shell",
  "dockerfile",
  "lock",
  "text",
  "dump",
  "instructions",
  "skill",
] as const;

export const FILE_KINDS = [...LANGUAGES, ...SURFACE_LANGUAGES, "notebook", ...TEXT_KINDS] as const;
/** What a file is, by name or first line: a language, a notebook, or a kind of plain text. */
export type FileKind = typeof FILE_KINDS[number];

export interface SourceFile {
  /** Relative to the project root, with `/`. */
  readonly path: string;
  readonly kind: FileKind;
  readonly context: Context;
  /** Decoded, without a byte order mark; line ends as they are. */
  readonly text: string;
  /** Of a package.json: true where a working tree holds it and no lock file for it. */
  readonly unlocked?: true;
}

export function hasGrammar(kind: FileKind): kind is Grammar {
  return isLanguage(kind) || (SURFACE_LANGUAGES as readonly string[]).includes(kind);
}

export function isLanguage(kind: FileKind): kind is Language {
  return (LANGUAGES as readonly string[]).includes(kind);
}
