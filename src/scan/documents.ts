// A file as the texts that have a language: itself, or the code cells inside it.

import {
  type Grammar,
  hasGrammar,
  type Match,
  type Span,
  type TextSource,
  toFile,
} from "../core/mod.ts";
import { notebookCode } from "../syntax/mod.ts";

export interface CodeDocument {
  readonly language: Grammar;
  readonly text: string;
  /** Where a span of `text` stands in the file. */
  readonly place: (span: Span) => Span;
}

/** Neither key where the file holds no code that a grammar reads. */
export function codeOf(
  file: TextSource,
): { readonly code?: CodeDocument; readonly malformed?: string } {
  if (hasGrammar(file.kind)) {
    return { code: { language: file.kind, text: file.text, place: (span) => span } };
  }
  if (file.kind !== "notebook") return {};
  const { found, malformed } = notebookCode(file.text);
  return {
    ...(found && {
      code: {
        language: found.language,
        text: found.code.text,
        place: (span: Span) => toFile(found.code, span),
      },
    }),
    ...(malformed !== undefined && { malformed }),
  };
}

/** A match in a document, with its places in the file. */
export function placed(match: Match, code: Pick<CodeDocument, "place">): Match {
  return {
    ...match,
    span: code.place(match.span),
    ...(match.secret && { secret: code.place(match.secret) }),
    ...(match.related && {
      related: match.related.map(({ span, message }) => ({ span: code.place(span), message })),
    }),
  };
}
