// Statements, in order: variables change, ways part and meet, and a way that returns or throws does
// not meet what follows, which is what makes an early return a guard of the rest.

import { leaveLoop, runFor, runLoop } from "./loops.ts";
import { truthOf } from "./refine_outcomes.ts";
import { assignPattern, assignWritten } from "./assign.ts";
import { evaluate } from "./expressions.ts";
import type { Frame, Target } from "./frame.ts";
import type { Case, Expr, Stmt } from "./ir.ts";
import { importNames, noteExports } from "./imports.ts";
import { decorate, defineClass, defineFunction } from "./definitions.ts";
import { refine } from "./refine.ts";
import type { Run } from "./run.ts";
import type { Checks } from "./checks.ts";
import { paramChecks } from "./safe_places.ts";
import { hasKind } from "./kinds.ts";
import { CHANGED } from "./models/marks.ts";
import { toldApart } from "./told_apart.ts";
import { allTaints, joinAll, NOTHING, type Value } from "./values.ts";

export function runBody(run: Run, frame: Frame, body: readonly Stmt[]): void {
  const [first] = body;
  if (!first || !run.enter(frame, first.at)) return;
  hoist(run, frame, body);
  for (const statement of body) {
    if (frame.dead || !run.spend(frame, statement.at)) break;
    runStatement(run, frame, statement);
  }
  run.leave();
}

/** Functions may be called before the line that they stand in. */
function hoist(run: Run, frame: Frame, body: readonly Stmt[]): void {
  for (const statement of body) {
    if (statement.s === "func") defineFunction(run, frame, statement.func);
  }
}

function runStatement(run: Run, frame: Frame, statement: Stmt): void {
  switch (statement.s) {
    case "assign":
      assignWritten(run, frame, { written: statement, declares: statement.declares });
      return;
    case "expr": {
      evaluate(run, frame, statement.value);
      return;
    }
    case "if":
      return runIf(run, frame, statement);
    case "while":
      return runLoop(run, frame, { test: statement.test, body: statement.body });
    case "for":
      return runFor(run, frame, statement);
    case "return":
      return runReturn(run, frame, statement.value);
    case "throw": {
      const thrown = statement.value ? evaluate(run, frame, statement.value) : NOTHING;
      frame.thrown.at(-1)?.push(thrown);
      frame.dead = true;
      return;
    }
    case "break":
    case "continue":
      return leaveLoop(frame, statement);
    case "try":
      return runTry(run, frame, statement);
    case "switch":
      return runSwitch(run, frame, statement);
    case "block":
      return runBlock(run, frame, statement);
    case "func":
      return decorate(run, frame, statement.func);
    case "class":
      frame.set(statement.def.name, defineClass(run, frame, statement.def));
      return;
    case "import":
      for (const each of statement.imports) importNames(run, frame, each);
      return;
    case "export":
      return noteExports(run, frame, statement.exports);
  }
}

function runIf(run: Run, frame: Frame, statement: Stmt & { s: "if" }): void {
  evaluate(run, frame, statement.test);
  const then = frame.branch(() => {
    refine(run, frame, { test: statement.test, holds: true });
    if (!frame.dead) runBody(run, frame, statement.then);
  });
  const otherwise = frame.branch(() => {
    refine(run, frame, { test: statement.test, holds: false });
    if (!frame.dead) runBody(run, frame, statement.otherwise);
  });
  const apart = toldApart({ test: statement.test, then, otherwise });
  frame.meet([then, otherwise]);
  if (apart) frame.set(apart.name, { ...frame.lookUp(apart.name)!, told: apart.told });
}

function runReturn(run: Run, frame: Frame, value: Expr | undefined): void {
  const returned = value ? evaluate(run, frame, value) : NOTHING;
  // `return fail()` gives nothing back where that never comes back itself.
  if (frame.dead) return;
  if (value) noteResult(run, frame, { value, returned });
  const checks = paramChecks(frame);
  const canBeTrue = value !== undefined && truthOf(returned) !== false;
  let truths: Checks | undefined;
  let falses: Checks | undefined;
  if (canBeTrue) {
    frame.branch(() => {
      refine(run, frame, { test: value, holds: true });
      if (frame.dead) return;
      truths = paramChecks(frame);
      frame.truthStates?.push(frame.scope.vars);
    });
  }
  if (value === undefined) falses = checks;
  else if (truthOf(returned) !== true) {
    frame.branch(() => {
      refine(run, frame, { test: value, holds: false });
      if (!frame.dead) falses = paramChecks(frame);
    });
  }
  frame.leave(returned, { checks, ...(truths && { truths }), ...(falses && { falses }) });
  frame.returning.at(-1)?.push(new Map(frame.scope.vars));
  frame.dead = true;
}

/** What a tool gives back, the model reads; secrets and strangers' texts are told apart there. */
function noteResult(
  run: Run,
  frame: Frame,
  { value, returned }: { value: Expr; returned: Value },
): void {
  const entry = frame.closure && run.entryOf(frame.closure.func);
  if (entry?.kind !== "tool") return;
  for (const { origin, safe, trail } of allTaints(returned)) {
    const isSecret = origin.from === "cell" || origin.from === "source" && origin.kind === "secret";
    const isPage = origin.from === "source" && origin.kind === "page";
    if (!isPage && !(isSecret && (safe & CHANGED) === 0)) continue;
    if (hasKind(safe, "result")) continue;
    const place = { file: frame.file, at: value.at };
    const words = "what the tool gives back";
    frame.reach({ kind: "result", words, callee: entry.name, place, origin, trail, safe });
  }
}

/** A handler may begin behind any statement of the body, and behind none. */
function runTry(run: Run, frame: Frame, statement: Stmt & { s: "try" }): void {
  const before = frame.scope.vars;
  const thrown: Value[] = [];
  const returning: Map<string, Value>[] = [];
  if (statement.finally.length > 0) frame.returning.push(returning);
  const body = frame.branch(() => {
    frame.thrown.push(thrown);
    runBody(run, frame, statement.body);
    frame.thrown.pop();
    if (!frame.dead) runBody(run, frame, statement.otherwise);
  });
  const handlers = statement.handlers.map((handler) =>
    frame.branch(() => {
      if (body) frame.meet([new Map(before), body]);
      if (handler.target) {
        assignPattern(run, frame, {
          target: handler.target,
          value: joinAll(thrown),
          declares: true,
        });
      }
      runBody(run, frame, handler.body);
    })
  );
  frame.meet([body, ...handlers]);
  if (statement.finally.length === 0) return;
  frame.returning.pop();
  if (returning.length > 0) {
    frame.branch(() => {
      frame.meet(returning);
      runBody(run, frame, statement.finally);
    });
  }
  const wasDead = frame.dead;
  frame.dead = false;
  runBody(run, frame, statement.finally);
  frame.dead ||= wasDead;
}

function runSwitch(run: Run, frame: Frame, statement: Stmt & { s: "switch" }): void {
  const { subject, cases } = statement;
  if (subject) evaluate(run, frame, subject);
  const target: Target = { label: undefined, breaks: [], continues: [], isLoop: false };
  // Python's `match` is left by no `break`: that is the loop's around it.
  const isLeft = run.languageOf(frame.file) !== "python";
  if (isLeft) frame.targets.push(target);
  const ways = cases.map((each) => {
    const way = frame.branch(() => {
      enterCase(run, frame, { each, subject });
      if (!frame.dead) runBody(run, frame, each.body);
    });
    // Conditions are asked in order: behind one, it did not hold.
    const [test, ...others] = subject || each.guard ? [] : each.tests;
    if (test && others.length === 0) refine(run, frame, { test, holds: false });
    return way;
  });
  if (isLeft) frame.targets.pop();
  if (!cases.some(({ isDefault }) => isDefault)) ways.push(frame.branch(() => {}));
  frame.meet([...ways, ...target.breaks]);
}

function enterCase(
  run: Run,
  frame: Frame,
  { each, subject }: { each: Case; subject: Expr | undefined },
): void {
  const value = subject && evaluate(run, frame, subject);
  for (const test of each.tests) evaluate(run, frame, test);
  if (subject && each.tests.length > 0) {
    // One of several: safe where all are constants.
    const alternatives = each.tests.map((test): Expr => ({
      e: "binary",
      op: "==",
      left: subject,
      right: test,
      at: test.at,
    }));
    const test = alternatives.reduce((left, right): Expr => ({
      e: "logic",
      op: "or",
      left,
      right,
      at: right.at,
    }));
    refine(run, frame, { test, holds: true });
  } else if (each.tests.length === 1) {
    refine(run, frame, { test: each.tests[0]!, holds: true });
  }
  if (each.binds && value) {
    assignPattern(run, frame, { target: each.binds, value, declares: true });
  }
  if (each.guard) {
    evaluate(run, frame, each.guard);
    refine(run, frame, { test: each.guard, holds: true });
  }
}

function runBlock(run: Run, frame: Frame, { label, body }: Stmt & { s: "block" }): void {
  if (label === undefined) return runBody(run, frame, body);
  const target: Target = { label, breaks: [], continues: [], isLoop: false };
  frame.targets.push(target);
  runBody(run, frame, body);
  frame.targets.pop();
  if (target.breaks.length > 0) {
    frame.meet([frame.dead ? undefined : frame.scope.vars, ...target.breaks]);
    if (frame.scope.vars) frame.dead = false;
  }
}
