// A function in two: the tail of its body becomes a function of its own, which is given the names
// that it speaks of. In Go, where those would need their types, it is a closure.

import type { NodeId, SyntaxTree } from "../../../src/syntax/mod.ts";
import { type Edit, edited, freshName, lineStart, ofEachFile } from "./edit.ts";
import { FUNCTIONS, isWithin, type Names, namesOf } from "./names.ts";

/** Where the tail begins among so many statements. */
type Place = (count: number) => number;

export const splitEarly = ofEachFile((tree) => split(tree, () => 1));
export const splitLate = ofEachFile((tree) => split(tree, (count) => Math.max(1, count - 2)));

interface Tail {
  readonly func: NodeId;
  readonly start: number;
  readonly end: number;
  readonly params: readonly string[];
  readonly isAsync: boolean;
}

function split(tree: SyntaxTree, place: Place): string | undefined {
  const names = namesOf(tree);
  const edits: Edit[] = [];
  let ends = "";
  let until = 0;
  for (const func of tree.nodesOf(FUNCTIONS)) {
    const { start, end } = tree.span(func);
    const tail = start < until ? undefined : tailOf(tree, { names, func, place });
    if (!tail) continue;
    until = end;
    const name = freshName(tree.text, "rest", edits.length + 1);
    const made = madeOf(tree, tail, name);
    edits.push({ start: tail.start, end: tail.end, text: made.call });
    if (tree.language === "python") {
      const at = topLevel(tree, func);
      edits.push({ start: at, end: at, text: `${made.definition}\n\n` });
    } else ends += `\n${made.definition}`;
  }
  return edits.length === 0 ? undefined : edited(tree.text, edits) + ends;
}

function madeOf(
  tree: SyntaxTree,
  { func, start, end, params, isAsync }: Tail,
  name: string,
): { definition: string; call: string } {
  const text = tree.text.slice(start, end);
  const value = `${isAsync ? "await " : ""}${name}(${params.join(", ")})`;
  const head = isAsync ? "async " : "";
  switch (tree.language) {
    case "go": {
      const result = tree.child(func, "result");
      const type = result === undefined ? "" : `${tree.textOf(result)} `;
      const call = result === undefined ? `${name}()` : `return ${name}()`;
      return { definition: "", call: `${name} := func() ${type}{\n${text}\n}\n${call}` };
    }
    case "python": {
      const indent = start - lineStart(tree.text, start)!;
      const body = text.split("\n").map((line) => line.slice(Math.min(indent, indentOf(line))));
      const lines = [text.split("\n")[0]!, ...body.slice(1)].map((line) => line && `    ${line}`);
      return {
        definition: `${head}def ${name}(${params.join(", ")}):\n${lines.join("\n")}\n`,
        call: `return ${value}`,
      };
    }
    default: {
      const typed = tree.language === "javascript" ? params : params.map((each) => `${each}: any`);
      return {
        definition: `${head}function ${name}(${typed.join(", ")}) {\n  ${text}\n}\n`,
        call: `return ${value};`,
      };
    }
  }
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

const UNSPLIT = new Set([
  "this",
  "super",
  "yield",
  "yield_expression",
  "global_statement",
  "nonlocal_statement",
  "function_signature",
]);

function tailOf(
  tree: SyntaxTree,
  { names, func, place }: { names: Names; func: NodeId; place: Place },
): Tail | undefined {
  const body = tree.child(func, "body");
  if (body === undefined || !["statement_block", "block"].includes(tree.kind(body))) {
    return undefined;
  }
  const list = tree.firstChild(body, "statement_list") ?? body;
  const statements = [...tree.children(list)];
  if (isText(tree, statements[0])) statements.shift();
  const first = statements[place(statements.length)];
  if (first === undefined || statements.length < 2) return undefined;
  const { start } = tree.span(first);
  const end = tree.span(statements.at(-1)!).end;
  if (!maySplit(tree, { func, first })) return undefined;
  const params = namesGiven(tree, names, { func, body, first });
  if (!params) return undefined;
  const head = tree.text.slice(tree.span(func).start, tree.span(body).start);
  return { func, start, end, params, isAsync: /^(?:static |private |public )*async\b/.test(head) };
}

function isText(tree: SyntaxTree, statement: NodeId | undefined): boolean {
  return statement !== undefined && tree.kind(statement) === "expression_statement" &&
    tree.firstChild(statement, "string") !== undefined;
}

function maySplit(
  tree: SyntaxTree,
  { func, first }: { func: NodeId; first: NodeId },
): boolean {
  const end = tree.next(func);
  const name = tree.child(func, "name");
  if (name !== undefined && /^(?:constructor|__\w+__)$/.test(tree.textOf(name))) return false;
  const head = tree.text.slice(tree.span(func).start, tree.span(func).start + 20);
  if (/^(?:static )?(?:get|set) /.test(head)) return false;
  for (let node = func; node < end; node++) {
    const kind = tree.kind(node);
    if (UNSPLIT.has(kind) && (node >= first || kind.startsWith("yield"))) return false;
    if (node < first) continue;
    const text = tree.textOf(node);
    if (kind === "identifier" && /^(?:arguments|super|locals)$/.test(text)) return false;
    if (tree.language === "python" && kind === "string" && text.includes("\n")) return false;
  }
  if (tree.language === "python") return lineStart(tree.text, tree.span(first).start) !== undefined;
  const result = tree.language === "go" ? tree.child(func, "result") : undefined;
  // Named results are what a bare return gives back.
  return result === undefined || !/^\(\s*\w+ [^,]/.test(tree.textOf(result));
}

/** What the tail speaks of that functions around it bind; none where it cannot be taken out. */
function namesGiven(
  tree: SyntaxTree,
  { bound, spoken }: Names,
  { func, body, first }: { func: NodeId; body: NodeId; first: NodeId },
): string[] | undefined {
  const inTail = (node: NodeId): boolean => node >= first && node < tree.next(body);
  const inHead = (node: NodeId): boolean => node >= func && node < first;
  const given = new Set<string>();
  const made = new Set<string>();
  const around = namesAround(tree, { func, first });
  for (const { node, text, scope } of bound) {
    if (scope === undefined || !isWithin(tree, func, scope)) continue;
    if (inTail(node)) made.add(text);
    else given.add(text);
    if (scope !== func && !inTail(node)) around.add(text);
  }
  // What the tail writes to its own copy of, those that share the variable would not see.
  for (const { node, text } of spoken) {
    if (inHead(node) && isWithinInner(tree, node, func)) around.add(text);
  }
  const written = spoken.filter(({ node, text }) => inTail(node) && given.has(text));
  const isCopied = tree.language !== "go";
  if (isCopied && written.some(({ node, text }) => around.has(text) && isWritten(tree, node))) {
    return undefined;
  }
  // What the tail declares, functions of the head may speak of.
  for (const { node, text } of spoken) {
    if (inHead(node) && made.has(text) && !given.has(text)) return undefined;
  }
  const wanted = spoken.filter(({ node, text }) => inTail(node) && given.has(text));
  return [...new Set(wanted.map(({ text }) => text))];
}

const OUTER = new Set(["nonlocal_statement", "global_statement"]);

/** Python: names that the head says are of a function around, or of the module. */
function namesAround(
  tree: SyntaxTree,
  { func, first }: { func: NodeId; first: NodeId },
): Set<string> {
  const names = new Set<string>();
  for (const node of tree.nodesOf(OUTER)) {
    if (node < func || node >= first) continue;
    for (const word of tree.textOf(node).split(/\W+/).slice(1)) names.add(word);
  }
  return names;
}

function isWithinInner(tree: SyntaxTree, node: NodeId, func: NodeId): boolean {
  const inner = tree.ancestor(node, FUNCTIONS);
  return inner !== undefined && inner !== func;
}

const WRITING = new Set([
  "assignment",
  "assignment_expression",
  "augmented_assignment",
  "augmented_assignment_expression",
  "update_expression",
]);

function isWritten(tree: SyntaxTree, node: NodeId): boolean {
  const written = tree.ancestor(node, WRITING);
  if (written === undefined) return false;
  const target = tree.child(written, "left") ?? tree.child(written, "argument");
  const isMember = /^(?:member_expression|subscript|subscript_expression|attribute)$/;
  return target !== undefined && isWithin(tree, node, target) &&
    !isMember.test(tree.kind(tree.parent(node)!));
}

/** The start of the line of the statement of the module that a node stands in. */
function topLevel(tree: SyntaxTree, node: NodeId): number {
  let at = node;
  while (tree.parent(at) !== 0) at = tree.parent(at)!;
  return tree.span(at).start;
}
