// Loops, and the ways out of them.

import { assignPattern, holderOf } from "./assign.ts";
import { keysOf } from "./collections.ts";
import { evaluate } from "./expressions.ts";
import type { Frame, Target } from "./frame.ts";
import type { Expr, Stmt } from "./ir.ts";
import { refine } from "./refine.ts";
import type { Run } from "./run.ts";
import { runBody } from "./statements.ts";
import { elementOf } from "./values.ts";

/** Rounds of a loop until its variables have settled. */
const MAX_ROUNDS = 2;

export function runFor(run: Run, frame: Frame, statement: Stmt & { s: "for" }): void {
  const iterable = evaluate(run, frame, statement.iterable);
  runLoop(run, frame, {
    test: undefined,
    body: statement.body,
    start: () => {
      const element = elementOf(iterable);
      assignPattern(run, frame, { target: statement.target, value: element, declares: true });
      if (statement.key) {
        assignPattern(run, frame, {
          target: statement.key,
          value: isStream(run, frame, statement) ? element : keysOf(iterable),
          declares: true,
        });
      }
    },
    endsAlone: true,
    otherwise: statement.otherwise,
  });
}

/** Go: a channel, as a file beside this one says. */
function isStream(
  run: Run,
  { file, scope }: Frame,
  { stream, iterable }: Stmt & { s: "for" },
): boolean {
  if (stream === undefined || !run.streams(file).has(stream)) return false;
  return iterable.e !== "name" || holderOf(scope, stream).isModule;
}

interface LoopParts {
  readonly test: Expr | undefined;
  readonly body: readonly Stmt[];
  readonly start?: () => void;
  readonly endsAlone?: boolean;
  /** What follows where no `break` ended it. */
  readonly otherwise?: readonly Stmt[];
}

export function runLoop(run: Run, frame: Frame, loop: LoopParts): void {
  const target: Target = { label: undefined, breaks: [], continues: [], isLoop: true };
  frame.targets.push(target);
  for (let round = 0; round < MAX_ROUNDS && !frame.dead; round++) {
    const around = frame.branch(() => {
      if (loop.test) {
        evaluate(run, frame, loop.test);
        refine(run, frame, { test: loop.test, holds: true });
      }
      loop.start?.();
      if (!frame.dead) runBody(run, frame, loop.body);
    });
    frame.meet([frame.scope.vars, around, ...target.continues]);
  }
  frame.targets.pop();
  const ends = loop.endsAlone || loop.test !== undefined;
  const out = ends
    ? frame.branch(() => {
      if (loop.test) refine(run, frame, { test: loop.test, holds: false });
      runBody(run, frame, loop.otherwise ?? []);
    })
    : undefined;
  frame.meet([out, ...target.breaks]);
}

export function leaveLoop(frame: Frame, leave: Leave): void {
  const target = targetOf(frame, leave);
  (leave.s === "break" ? target?.breaks : target?.continues)?.push(new Map(frame.scope.vars));
  frame.dead = true;
}

type Leave = Stmt & { readonly s: "break" | "continue" };

/** A label stands before a block that holds its loop: `continue` goes on with that. */
function targetOf(
  { targets }: Frame,
  { s, label }: Leave,
): Target | undefined {
  if (label === undefined) return targets.findLast(({ isLoop }) => isLoop || s === "break");
  const at = targets.findLastIndex((each) => each.label === label);
  if (at < 0 || s === "break") return targets[at];
  return targets.slice(at).find(({ isLoop }) => isLoop);
}
