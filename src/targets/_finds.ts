// What discovery has found and skipped so far, by path, so that targets which overlap count once.

import type { Context, Diagnostic, FileKind, SkipReason } from "../core/mod.ts";
import { quoted, troubleOf, withRegularFile } from "./_open.ts";
import { kindOfPath, kindOfStarted, needsFirstLine, tellsProgram } from "./kinds.ts";

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

/** A file that is to be taken in. */
export interface ToTake {
  readonly name: string;
  readonly path: string;
  readonly absolute: string;
  readonly context: Context;
  /** Set where something starts the file: what it is taken for where its name tells nothing. */
  readonly starter?: FileKind;
}

/** Takes a regular file in, or counts why not. Only a name that tells no kind is opened. */
export function takeFile(finds: Finds, file: ToTake): void {
  const { path, absolute, context } = file;
  try {
    const known = finds.files.get(path);
    // Of targets that overlap, the one that knows how the file is started has its say, and the
    // one that makes most of it.
    const kind = known && file.starter === undefined ? known.kind : kindOfFile(file);
    const isProduct = context === "product" || known?.context === "product";
    if (kind === undefined) finds.skipped.set(path, "unsupported");
    else finds.files.set(path, { path, absolute, kind, context: isProduct ? "product" : context });
  } catch (error) {
    skipUnreadable(finds, { path, trouble: troubleOf(error) });
  }
}

function kindOfFile({ name, path, absolute, starter }: ToTake): FileKind | undefined {
  if (starter !== undefined && !tellsProgram(name)) {
    return kindOfStarted(name, { firstLine: firstLine(absolute), starter });
  }
  return kindOfPath(path, needsFirstLine(name) ? firstLine(absolute) : undefined);
}

/** What a package or a client starts is the product, wherever it stands. */
export function markProduct(finds: Finds, path: string): void {
  const file = finds.files.get(path);
  if (file) finds.files.set(path, { ...file, context: "product" });
}

/** Tells of what a bound left out; `path` is the file that ran into it. */
export function tellOfCut(
  finds: Finds,
  options: { readonly path?: string; readonly message: string },
): void {
  const { path: file, message } = options;
  finds.diagnostics.set(message, { kind: "cut-by-bound", ...(file && { file }), message });
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
