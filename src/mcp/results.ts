// What a tool or a resource answers, as far as the words stand in the source: constants that its
// handler returns, and errors that it throws. Read after everything else, from a budget of its own;
// each function is read once, for the first that answers with it.

import { type SurfaceRole, type SurfaceText, toFile } from "../core/mod.ts";
import type { NodeId } from "../syntax/mod.ts";
import { answeringFunctions } from "./answering.ts";
import { type Reading, spendStep } from "./reading.ts";
import { type Answer, gatherAnswers, type Grown } from "./result_texts.ts";
import { baseName, calleeName } from "./expressions.ts";

/** Texts of all answers of a file, and of one item. */
const MAX_TEXTS = 2_000;
const MAX_ITEM_TEXTS = 500;
/** UTF-16 units of all of them. */
const MAX_UNITS = 400_000;
const MAX_STEPS = 300_000;
/** Functions that are called by functions that a handler calls. */
const MAX_CALLS = 3;
/** Nodes of one function. */
const MAX_NODES = 50_000;

/** Adds to the items what their handlers answer; functions that answer for no known item make one. */
export function readResults(reading: Reading): void {
  reading.left = { texts: MAX_TEXTS, units: MAX_UNITS, steps: MAX_STEPS };
  reading.chosen.clear();
  const reader = new ResultReader(reading);
  for (const [index, handler] of reading.handlers) {
    const item = reading.items[index]!;
    if (item.owner !== "tool" && item.owner !== "resource") continue;
    const texts = reader.read(handler);
    if (texts.length > 0) reading.items[index] = { ...item, texts: [...item.texts, ...texts] };
  }
  for (const { owner, node } of answeringFunctions(reading)) {
    const texts = reader.read(node);
    if (texts.length === 0) continue;
    reading.items.push({ owner, name: "", span: reading.tree.span(node), texts });
  }
}

interface Call {
  readonly definition: NodeId;
  readonly calls: number;
}

class ResultReader {
  readonly #reading: Reading;
  readonly #visited = new Set<NodeId>();
  readonly #told = new Set<string>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** The texts of a handler and of what it calls to make its answer. */
  read(handler: NodeId): SurfaceText[] {
    const texts: SurfaceText[] = [];
    const open: Call[] = [{ definition: handler, calls: 0 }];
    for (let call = open.pop(); call !== undefined; call = open.pop()) {
      const { definition, calls } = call;
      if (this.#visited.has(definition)) continue;
      this.#visited.add(definition);
      for (const answer of this.#answersOf(definition)) {
        if ("calls" in answer) {
          if (calls < MAX_CALLS) open.push({ definition: answer.calls, calls: calls + 1 });
        } else this.#add(texts, answer);
      }
    }
    return texts;
  }

  #add(texts: SurfaceText[], { role, value }: Extract<Answer, { role: SurfaceRole }>): void {
    const { start, end } = toFile(value, { start: 0, end: value.text.length });
    const key = `${start}:${end}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const { left } = this.#reading;
    if (texts.length >= MAX_ITEM_TEXTS || left.texts-- <= 0) this.#reading.cut = true;
    else texts.push({ role, value });
  }

  *#answersOf(definition: NodeId): Generator<Answer> {
    const reading = this.#reading;
    const { tree } = reading;
    const body = tree.child(definition, "body");
    if (body === undefined) return;
    const grown = this.#grownIn(body);
    const gather = (node: NodeId, role: SurfaceRole) =>
      gatherAnswers(reading, { node, role, grown });
    if (
      tree.kind(definition) === "lambda" || isExpression(tree.kind(definition), tree.kind(body))
    ) {
      yield* gather(body, "result");
      return;
    }
    const end = Math.min(tree.next(body), body + MAX_NODES);
    for (let node = body; node < end && spendStep(reading); node++) {
      const role = ANSWERS.get(tree.kind(node));
      if (role === undefined) continue;
      for (const child of tree.children(node)) yield* gather(child, role);
    }
    if (end < tree.next(body)) reading.cut = true;
  }

  /** What is put into a variable bit by bit: `text += "…"`, `lines.push("…")`. */
  #grownIn(body: NodeId): Grown {
    const reading = this.#reading;
    const { tree } = reading;
    const grown = new Map<string, NodeId[]>();
    const add = (name: string | undefined, value: NodeId | undefined): void => {
      if (name === undefined || value === undefined) return;
      const known = grown.get(name);
      if (!known) grown.set(name, [value]);
      else if (known.length < MAX_ITEM_TEXTS) known.push(value);
    };
    const end = Math.min(tree.next(body), body + MAX_NODES);
    for (let node = body; node < end && spendStep(reading); node++) {
      const kind = tree.kind(node);
      if (ASSIGNMENTS.has(kind)) {
        const left = tree.child(node, "left") ?? tree.child(node, "name");
        const right = tree.child(node, "right") ?? tree.child(node, "value");
        if (left !== undefined) add(baseName(tree, left), right);
      } else if (CALLS.has(kind) && GROWING.has(calleeName(tree, node) ?? "")) {
        add(baseName(tree, tree.child(node, "function")!), tree.child(node, "arguments"));
      }
    }
    return grown;
  }
}

const ANSWERS: ReadonlyMap<string, SurfaceRole> = new Map([
  ["return_statement", "result"],
  ["yield", "result"],
  ["throw_statement", "error"],
  ["raise_statement", "error"],
]);
const ASSIGNMENTS = new Set([
  "assignment",
  "assignment_expression",
  "assignment_statement",
  "augmented_assignment",
  "augmented_assignment_expression",
  "variable_declarator",
  "short_var_declaration",
]);
const CALLS = new Set(["call", "call_expression"]);
const GROWING = new Set([
  "push",
  "unshift",
  "append",
  "extend",
  "insert",
  "write",
  "WriteString",
]);

function isExpression(kind: string, body: string): boolean {
  return kind === "arrow_function" && body !== "statement_block";
}
