// A file as the texts that have a language: itself, or the code cells inside it.

import { isLanguage, type Language, type SourceFile, type Span, toFile } from "../core/mod.ts";
import { notebookCode } from "../syntax/mod.ts";

export interface CodeDocument {
  readonly language: Language;
  readonly text: string;
  /** Where a span of `text` stands in the file. */
  readonly place: (span: Span) => Span;
}

/** `undefined` where the file holds no code that a grammar reads. */
export function codeOf(file: SourceFile): CodeDocument | undefined {
  if (isLanguage(file.kind)) {
    return { language: file.kind, text: file.text, place: (span) => span };
  }
  if (file.kind !== "notebook") return undefined;
  const code = notebookCode(file.text);
  return code &&
    { language: "python", text: code.text, place: (span) => toFile(code, span) };
}
