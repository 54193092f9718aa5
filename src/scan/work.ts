// Handlers that do something worth a second look, as plain data for whoever looks.

import {
  type HandlerWork,
  type LineStarts,
  lineStarts,
  type Location,
  positionAt,
  type SourceFile,
  type Span,
} from "../core/mod.ts";
import type { Handler } from "../flow/mod.ts";

/** Uses of one handler that are told. */
const MAX_USES = 20;
/** Handlers of one group of files. */
const MAX_HANDLERS = 2000;

/** Of the product's own handlers, those with a use of what is outside the program, in the order of files and places. */
export function handlerWork(
  handlers: readonly Handler[],
  files: readonly Pick<SourceFile, "path" | "text" | "context">[],
): HandlerWork[] {
  const texts = new Map(
    files.filter(({ context }) => context === "product").map((file) => [file.path, file.text]),
  );
  const starts = new Map<string, LineStarts>();
  const place = (path: string, span: Span): Location | undefined => {
    const text = texts.get(path);
    if (text === undefined) return undefined;
    let known = starts.get(path);
    if (!known) starts.set(path, known = lineStarts(text));
    const [start, end] = [positionAt(known, span.start), positionAt(known, span.end)];
    const { line, column } = start;
    return { file: path, line, column, endLine: end.line, endColumn: end.column };
  };
  const found: HandlerWork[] = [];
  const seen = new Set<string>();
  for (const { kind, name, file, span, uses } of handlers) {
    if (found.length >= MAX_HANDLERS) break;
    const at = uses.length > 0 ? place(file, span) : undefined;
    const key = `${file}:${span.start}`;
    if (!at || seen.has(key)) continue;
    seen.add(key);
    found.push({
      ...at,
      kind,
      name,
      uses: uses.slice(0, MAX_USES).flatMap(({ capability, callee, place: used, via }) => {
        const done = place(used.file, used.at);
        const own = place(file, via);
        return done && own
          ? [{ capability, callee, file: used.file, line: done.line, via: own.line }]
          : [];
      }),
    });
  }
  return found.sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
