// Which lines of a file belong to a place, by syntax: the function around, the constants it uses, and
// who calls it. Line numbers are 1-based.

import { type LineStarts, positionAt, type Span } from "../core/mod.ts";
import type { NodeId, SyntaxTree } from "../syntax/mod.ts";

/** Lines of the code around the place. */
const MAX_CODE = 34;
const MAX_HEAD = 5;
const MAX_CONSTANTS = 8;
const MAX_CONSTANT = 3;
const MAX_CALLERS = 3;

const ROOT = /^(?:program|module|source_file|compilation_unit)$/;
const CLASS = /class|interface|impl_item|trait_item|namespace|internal_module/;
const FUNCTION = /function|method|constructor|lambda|closure|func_literal/;
const DECLARED = /function|class|method|interface|type_alias|impl/;
const IMPORT = /import/;
const IDENTIFIER = /identifier$/;
const MEMBER = /^(?:attribute|property|field|name)$/;
/** Nodes that are looked at for one place; a file may hold any number. */
const MAX_STEPS = 2_000_000;

export interface ChosenLines {
  readonly code: readonly number[];
  readonly constants: readonly number[];
  readonly callers: readonly number[];
}

/** Lines around `focus`; of a long function its head, the lines `also`, and those around. */
export function linesAround(
  tree: SyntaxTree,
  { starts, focus, also }: {
    readonly starts: LineStarts;
    readonly focus: Span;
    readonly also: readonly number[];
  },
): ChosenLines {
  const view = new View(tree, starts);
  const node = smallestAround(tree, focus);
  const body = view.largestFitting(node);
  const func = functionAround(tree, node);
  const code = new Set<number>();
  if (body !== undefined) view.add(code, body, MAX_CODE);
  const [first] = view.lines(focus);
  code.add(first);
  const whole = func ?? outermost(tree, node);
  if (whole !== undefined && !view.holds(code, whole)) {
    view.addHead(code, whole);
    const [from, to] = view.lines(tree.span(decorated(tree, whole)));
    for (const line of also) if (line >= from && line <= to) code.add(line);
    grow(code, { around: first, from, to });
  }
  const constants = view.constants(code);
  const callers = func === undefined ? [] : view.callers(func, code);
  return { code: sorted(code).slice(0, MAX_CODE + MAX_HEAD), constants, callers };
}

/** Lines around the first of them where no grammar helps. */
export function linesNear(first: number, last: number, also: readonly number[]): number[] {
  const code = new Set([first, ...also.filter((line) => Math.abs(line - first) < MAX_CODE)]);
  grow(code, { around: first, from: 1, to: last });
  return sorted(code);
}

/** The smallest node that holds the span. */
export function smallestAround(tree: SyntaxTree, { start, end }: Span): NodeId {
  let node = 0;
  for (let child = 1; child < tree.next(node);) {
    const span = tree.span(child);
    if (span.start <= start && span.end >= end) {
      node = child;
      child = node + 1;
    } else child = tree.next(child);
  }
  return node;
}

function functionAround(tree: SyntaxTree, node: NodeId): NodeId | undefined {
  let up: NodeId | undefined = node;
  while (up !== undefined && !(FUNCTION.test(tree.kind(up)) && tree.child(up, "body"))) {
    up = tree.parent(up);
  }
  return up;
}

function isInClass(tree: SyntaxTree, func: NodeId): boolean {
  for (let up = tree.parent(func); up !== undefined; up = tree.parent(up)) {
    if (CLASS.test(tree.kind(up))) return true;
  }
  // A method of Go names its class in its head.
  return tree.child(func, "receiver") !== undefined;
}

/** With its decorators. */
function decorated(tree: SyntaxTree, func: NodeId): NodeId {
  const parent = tree.parent(func);
  return parent !== undefined && tree.kind(parent) === "decorated_definition" ? parent : func;
}

/** The statement of the file that holds the node. */
function outermost(tree: SyntaxTree, node: NodeId): NodeId | undefined {
  let at: NodeId | undefined = node;
  for (let up = at; up !== undefined && up !== 0; up = tree.parent(up)!) at = up;
  return at === 0 ? undefined : at;
}

/** Takes in lines next to `around`, above and below in turn, until there are enough. */
function grow(
  lines: Set<number>,
  { around, from, to }: { around: number; from: number; to: number },
): void {
  for (let away = 1; lines.size < MAX_CODE && away <= to - from; away++) {
    if (around - away >= from) lines.add(around - away);
    if (lines.size < MAX_CODE && around + away <= to) lines.add(around + away);
  }
}

function sorted(lines: ReadonlySet<number>): number[] {
  return [...lines].sort((a, b) => a - b);
}

class View {
  readonly #tree: SyntaxTree;
  readonly #starts: LineStarts;

  constructor(tree: SyntaxTree, starts: LineStarts) {
    this.#tree = tree;
    this.#starts = starts;
  }

  lines({ start, end }: Span): [first: number, last: number] {
    const first = positionAt(this.#starts, start).line;
    return [first, positionAt(this.#starts, Math.max(start, end - 1)).line];
  }

  add(lines: Set<number>, node: NodeId, most: number): void {
    const [first, last] = this.lines(this.#tree.span(node));
    for (let line = first; line <= last && line < first + most; line++) lines.add(line);
  }

  holds(lines: ReadonlySet<number>, node: NodeId): boolean {
    const [first, last] = this.lines(this.#tree.span(node));
    return lines.has(first) && lines.has(last);
  }

  /** Up to the function or the statement of the file; `undefined` where nothing is short enough. */
  largestFitting(node: NodeId): NodeId | undefined {
    const tree = this.#tree;
    let found: NodeId | undefined;
    for (let up: NodeId | undefined = node; up !== undefined; up = tree.parent(up)) {
      const kind = tree.kind(up);
      const parent = tree.parent(up);
      const isBody = parent !== undefined && CLASS.test(tree.kind(parent)) &&
        tree.fieldOf(up) === "body";
      if (ROOT.test(kind) || parent === undefined || CLASS.test(kind) || isBody) break;
      const [first, last] = this.lines(tree.span(up));
      if (last - first + 1 > MAX_CODE) break;
      found = up;
    }
    return found;
  }

  /** Decorators and signature, up to the body. */
  addHead(lines: Set<number>, node: NodeId): void {
    const tree = this.#tree;
    const body = tree.child(node, "body");
    const [first, last] = this.lines(tree.span(decorated(tree, node)));
    const end = body === undefined ? last : this.lines(tree.span(body))[0];
    for (let line = first; line <= end && line < first + MAX_HEAD; line++) lines.add(line);
  }

  /** Names that the lines use. */
  #names(lines: ReadonlySet<number>): ReadonlySet<string> {
    const tree = this.#tree;
    const names = new Set<string>();
    for (let node = 0; node < tree.size && node < MAX_STEPS; node++) {
      if (tree.next(node) !== node + 1 || !IDENTIFIER.test(tree.kind(node))) continue;
      if (lines.has(this.lines(tree.span(node))[0])) names.add(tree.textOf(node));
    }
    return names;
  }

  /** What the file says of names that the lines use: imports, and variables of its own. */
  constants(lines: ReadonlySet<number>): number[] {
    const tree = this.#tree;
    const used = this.#names(lines);
    const found = new Set<number>();
    for (const child of tree.children(0)) {
      const kind = tree.kind(child);
      const [first, last] = this.lines(tree.span(child));
      const isShort = last - first < MAX_CONSTANT;
      if (!isShort || lines.has(first) || DECLARED.test(kind)) continue;
      if (found.size + last - first + 1 > MAX_CONSTANTS) break;
      if (!this.#isAbout(child, used, IMPORT.test(kind))) continue;
      for (let line = first; line <= last; line++) found.add(line);
    }
    return sorted(found);
  }

  #isAbout(statement: NodeId, used: ReadonlySet<string>, isImport: boolean): boolean {
    const tree = this.#tree;
    for (let node = statement; node < tree.next(statement); node++) {
      if (tree.next(node) !== node + 1 || !IDENTIFIER.test(tree.kind(node))) continue;
      const field = tree.fieldOf(node);
      const isTarget = isImport || field === "left" || field === "name";
      if (isTarget && used.has(tree.textOf(node))) return true;
    }
    return false;
  }

  /** Where the function is named elsewhere in the file, each with the head of what it is in. */
  callers(func: NodeId, lines: ReadonlySet<number>): number[] {
    const tree = this.#tree;
    const parent = tree.parent(func);
    const nameNode = tree.child(func, "name") ??
      (parent === undefined ? undefined : tree.child(parent, "name"));
    const name = nameNode === undefined ? undefined : tree.textOf(nameNode);
    if (name === undefined || name.length > 200) return [];
    const isMethod = isInClass(tree, func);
    const found = new Set<number>();
    let callers = 0;
    for (let node = 0; node < tree.size && node < MAX_STEPS && callers < MAX_CALLERS; node++) {
      if (tree.next(node) !== node + 1 || !IDENTIFIER.test(tree.kind(node))) continue;
      const { start, end } = tree.span(node);
      if (end - start !== name.length || tree.textOf(node) !== name) continue;
      // A method of something else has the same name by chance.
      if (!isMethod && MEMBER.test(tree.fieldOf(node) ?? "")) continue;
      if (IMPORT.test(tree.kind(outermost(tree, node) ?? node))) continue;
      const [line] = this.lines(tree.span(node));
      if (lines.has(line)) continue;
      callers++;
      found.add(line);
      const around = functionAround(tree, node);
      if (around !== undefined) {
        const [head] = this.lines(tree.span(around));
        if (!lines.has(head)) found.add(head);
      }
    }
    return sorted(found);
  }
}
