// Operators with two sides. They nest to the left without end, so they are taken apart and put
// together in a loop; `+` becomes a text where any side of it is known to be one.

import type { NodeId } from "../../syntax/mod.ts";
import type { Expr } from "../ir.ts";
import { type Go, operatorOf, seenThrough, spend, withoutParentheses } from "./_go_context.ts";

/** An operator, and what stands to its right. */
interface Step {
  readonly node: NodeId;
  readonly op: string;
  readonly right: NodeId;
}

export function lowerBinary(go: Go, node: NodeId): Expr {
  const { first, steps } = takenApart(go, node);
  if (steps.length === 0) return { e: "other", parts: [], at: go.tree.span(node) };
  let made = go.expression(first);
  let sum = new Sum(go, { node: first, made });
  for (const step of steps) {
    if (!spend(go)) break;
    const right = go.expression(step.right);
    if (step.op === "+") {
      sum.add(step, right);
      continue;
    }
    made = applied(go, { step, left: sum.value(), right });
    sum = new Sum(go, { node: step.node, made });
  }
  return sum.value();
}

/** From the innermost operator on the left to the outermost. */
function takenApart({ tree }: Go, node: NodeId): { first: NodeId; steps: Step[] } {
  const steps: Step[] = [];
  let at = node;
  while (tree.kind(at) === "binary_expression") {
    const left = tree.child(at, "left");
    const right = tree.child(at, "right");
    if (left === undefined || right === undefined) break;
    steps.push({ node: at, op: operatorOf(tree, at), right });
    at = withoutParentheses(tree, left);
  }
  return { first: at, steps: steps.reverse() };
}

function applied(
  { tree }: Go,
  { step, left, right }: { step: Step; left: Expr; right: Expr },
): Expr {
  const at = tree.span(step.node);
  if (step.op === "&&") return { e: "logic", op: "and", left, right, at };
  if (step.op === "||") return { e: "logic", op: "or", left, right, at };
  return { e: "binary", op: step.op, left, right, at };
}

/** Operands of `+` in a row. All sides of a Go `+` are of one type: one text makes a text of all. */
class Sum {
  readonly #go: Go;
  readonly #first: Expr;
  readonly #steps: { readonly step: Step; readonly right: Expr }[] = [];
  #isText: boolean;

  constructor(go: Go, first: { node: NodeId; made: Expr }) {
    this.#go = go;
    this.#first = first.made;
    this.#isText = isText(go, first);
  }

  add(step: Step, right: Expr): void {
    this.#steps.push({ step, right });
    this.#isText ||= isText(this.#go, { node: step.right, made: right });
  }

  value(): Expr {
    const last = this.#steps.at(-1);
    if (!last) return this.#first;
    if (this.#isText) {
      const parts = [this.#first, ...this.#steps.map(({ right }) => right)];
      return { e: "text", parts: parts.flatMap(partsOf), at: this.#go.tree.span(last.step.node) };
    }
    return this.#steps.reduce(
      (left, { step, right }) => applied(this.#go, { step, left, right }),
      this.#first,
    );
  }
}

function partsOf(expr: Expr): readonly Expr[] {
  return expr.e === "text" ? expr.parts : [expr];
}

function isText({ tree }: Go, { node, made }: { node: NodeId; made: Expr }): boolean {
  if (made.e === "text") return true;
  if (made.e === "cast") return made.type.name === "string";
  // A character is kept as a text, but adds as a number.
  return made.e === "const" && made.type === "text" &&
    tree.kind(seenThrough(tree, node)) !== "rune_literal";
}
