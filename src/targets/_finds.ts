// What discovery has found and skipped so far, by path, so that targets which overlap count once.

import type { Context, Diagnostic, FileKind, SkipReason } from "../core/mod.ts";
import { quoted, troubleOf, withRegularFile } from "./_open.ts";
import { kindOf, needsFirstLine } from "./kinds.ts";

export interface FoundFile {
  /** Relative to the project root, with `/`. */
  readonly path: string;
  readonly absolute: string;
  readonly kind: FileKind;
  readonly context: Context;
}

export interface Finds {
  readonly files: Map<string, FoundFile>;
  readonly skipped: Map<string, SkipReason>;
  readonly diagnostics: Map<string, Diagnostic>;
}

/** Bytes of a first line; an interpreter's name stands well within. */
const HEAD_SIZE = 256;

/** Takes a regular file in, or counts why not. Only a name that tells no kind is opened. */
export function takeFile(
  finds: Finds,
  file: {
    readonly name: string;
    readonly path: string;
    readonly absolute: string;
    readonly context: Context;
  },
): void {
  const { name, path, absolute, context } = file;
  try {
    const kind = kindOf(name, needsFirstLine(name) ? firstLine(absolute) : undefined);
    if (kind === undefined) finds.skipped.set(path, "unsupported");
    else {
      // Of targets that overlap, the one that makes most of the file has its say.
      const known = finds.files.get(path)?.context;
      finds.files.set(path, {
        path,
        absolute,
        kind,
        context: known === "product" ? known : context,
      });
    }
  } catch (error) {
    skipUnreadable(finds, { path, trouble: troubleOf(error) });
  }
}

/** Counts a file or folder that could not be read, and tells of it. */
export function skipUnreadable(
  finds: Finds,
  options: { readonly path: string; readonly trouble: string },
): void {
  const file = options.path === "" ? "." : options.path;
  const message = `Could not read ${quoted(file)}: ${options.trouble}`;
  finds.skipped.set(options.path, "unreadable");
  finds.diagnostics.set(options.path, { kind: "unreadable", file, message });
}

function firstLine(path: string): string | undefined {
  const head = withRegularFile(path, (file) => file.read(HEAD_SIZE));
  return head && new TextDecoder().decode(head).split(/[\r\n]/, 1)[0];
}
