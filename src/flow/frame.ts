// One function at work: its variables now, and what has been seen of it so far. Variables are copied
// where ways part and joined where they meet.

import { type Checks, meetChecks, NO_CHECKS } from "./checks.ts";
import type { Expr } from "./ir.ts";
import type {
  CellWrite,
  Closure,
  Keeping,
  MemberWrite,
  Outcome,
  OuterWrite,
  ParameterCall,
  Reach,
  Scope,
  Summary,
  Use,
} from "./program.ts";
import { join, joinAll, type Origin, originKey, type Value } from "./values.ts";

// One function may dispatch to a hundred tools.
const MAX_REACHES = 1000;
const MAX_OUTCOMES = 8;
const MAX_CALLS = 60;
const MAX_WRITES = 100;
const MAX_MEMBERS = 20;
const MAX_USES = 100;

/** Where the ways out of a loop or a labelled block are gathered. */
export interface Target {
  readonly label: string | undefined;
  readonly breaks: Map<string, Value>[];
  readonly continues: Map<string, Value>[];
  readonly isLoop: boolean;
}

/** Before the names of a caller's variables, while what it calls runs within it. */
export const OUTER = "^";

export class Frame {
  readonly closure: Closure | undefined;
  readonly scope: Scope;
  readonly targets: Target[] = [];
  /** Closures made here, to be looked at in the end. */
  readonly made: Closure[] = [];
  /** What the variables are wherever the function gives something true; only where that is asked. */
  truthStates: Map<string, Value>[] | undefined;
  /** By variable, the condition whose outcome it holds. */
  readonly tests = new Map<string, Expr>();
  /** By variable, the one assignment to it; nothing where there are more. */
  readonly firstWritten = new Map<string, object | undefined>();
  /** By variable that is assigned to once, what it was made of. */
  readonly madeOf = new Map<string, Expr>();
  /** While what a function gave back is looked at once more. */
  isTelling = false;
  /** A call was taken by its summary alone, where a look would have told more. */
  isRough = false;
  /** More was seen of it than is kept. */
  isFull = false;
  /** Something is decoded here, or in what is called. */
  decodes = false;
  /** Handlers are registered here, or tools made. */
  registers = false;
  /** By parameter: what it is decides whether something here is a sink. */
  #decisive: Set<number> | undefined;
  /** True behind a return, a throw or a break. */
  dead = false;
  readonly #reaches = new Map<string, Reach>();
  readonly #calls: ParameterCall[] = [];
  readonly #writes: CellWrite[] = [];
  readonly #outer: OuterWrite[] = [];
  readonly #kept: Keeping[] = [];
  readonly #members: MemberWrite[] = [];
  /** Names whose members are written to, and names that are given another value. */
  readonly changed = new Set<string>();
  readonly renewed = new Set<string>();
  #uses: Map<string, Use> | undefined;
  readonly #outcomes: Outcome[] = [];
  /** What is thrown within each `try` around. */
  readonly thrown: Value[][] = [];
  /** What the variables are at each return within a `try` whose `finally` runs behind it. */
  readonly returning: Map<string, Value>[][] = [];
  /** By parameter, of every way out so far. */
  #checks: Checks | undefined;
  #truths: Checks | undefined;
  #falses: Checks | undefined;

  /** Where the body runs inside of another's: of that. */
  readonly within: Frame | undefined;
  /** The variables on each way out; only of what runs inside of another. */
  readonly ways: Map<string, Value>[] = [];

  constructor(scope: Scope, of: Partial<Pick<Frame, "closure" | "within">> = {}) {
    this.scope = scope;
    this.closure = of.closure;
    this.within = of.within;
  }

  /** Whose parameters the values speak of. */
  get subject(): Closure | undefined {
    return this.within ? this.within.subject : this.closure;
  }

  get id(): number {
    return this.subject?.id ?? -1;
  }

  get file(): string {
    return this.scope.file;
  }

  lookUp(name: string): Value | undefined {
    for (let scope: Scope | undefined = this.scope; scope; scope = scope.parent) {
      const value = scope.vars.get(name);
      if (value) return value;
    }
    return undefined;
  }

  set(name: string, value: Value): void {
    this.scope.vars.set(name, value);
  }

  /** Runs one way from here; what the variables are then, or nothing where it does not come back. */
  branch(run: () => void): Map<string, Value> | undefined {
    const before = this.scope.vars;
    this.scope.vars = new Map(before);
    const wasDead = this.dead;
    this.dead = false;
    run();
    const after = this.dead ? undefined : this.scope.vars;
    this.scope.vars = before;
    this.dead = wasDead;
    return after;
  }

  /**
   * Goes on from where several ways meet; nowhere, where none comes here. The first way may become
   * the function's own variables.
   */
  meet(ways: readonly (Map<string, Value> | undefined)[]): void {
    let all: Map<string, Value> | undefined;
    for (const way of ways) {
      if (way !== undefined) all = all ? this.#joinVars(all, way) : way;
    }
    if (all === undefined) this.dead = true;
    else this.scope.vars = all;
  }

  /** The first as it is, where the second says nothing else. */
  #joinVars(a: Map<string, Value>, b: Map<string, Value>): Map<string, Value> {
    // Of a module, what others have seen of it stays as it is.
    let all = this.scope.isModule ? new Map(a) : a;
    const set = (name: string, value: Value): void => {
      if (all === a) all = new Map(a);
      all.set(name, value);
    };
    let both = 0;
    for (const [name, value] of b) {
      const known = a.get(name);
      if (known) both++;
      if (known === value) continue;
      const other = known ?? this.#around(name);
      set(name, other ? join(other, value) : value);
    }
    if (both === a.size) return all;
    for (const [name, value] of a) {
      const other = b.has(name) ? undefined : this.#around(name);
      if (other) set(name, join(value, other));
    }
    return all;
  }

  /** What a name is in the functions around, which one way may have narrowed. */
  #around(name: string): Value | undefined {
    for (let { parent } = this.scope; parent && !parent.isModule; parent = parent.parent) {
      const value = parent.vars.get(name);
      if (value) return value;
    }
    return undefined;
  }

  reach(reach: Reach): void {
    const { kind, place, origin } = reach;
    const key = `${kind} ${place.file}:${place.at.start} ${originKey(origin)}`;
    const known = this.#reaches.get(key);
    if (known && (known.trail?.length ?? 0) <= (reach.trail?.length ?? 0)) return;
    if (known || this.#reaches.size < MAX_REACHES) this.#reaches.set(key, reach);
    else this.isFull = true;
  }

  callsParameter(call: ParameterCall): void {
    if (this.#calls.length < MAX_CALLS) this.#calls.push(call);
    else this.isFull = true;
  }

  write(write: CellWrite): void {
    if (this.#writes.length < MAX_WRITES) this.#writes.push(write);
    else this.isFull = true;
  }

  /** A function that was called has written to a variable around it. */
  heed({ holder, name, value }: OuterWrite): void {
    const own = holder === this.scope ? undefined : this.scope.vars.get(name);
    if (own) this.set(name, join(own, value));
  }

  writeOuter(write: OuterWrite): void {
    if (this.#outer.length < MAX_WRITES) this.#outer.push(write);
    else this.isFull = true;
  }

  keep(keeping: Keeping): void {
    if (this.#kept.length < MAX_WRITES) this.#kept.push(keeping);
    else this.isFull = true;
  }

  writeMember(write: MemberWrite): void {
    if (this.#members.length < MAX_MEMBERS) this.#members.push(write);
    else this.isFull = true;
  }

  /** What this is decides whether something is a sink. */
  decide({ taints }: Value): void {
    for (const { origin } of taints) {
      if (isOwn(origin, this) && origin.from === "parameter" && origin.index >= 0) {
        (this.#decisive ??= new Set()).add(origin.index);
      }
    }
  }

  /** Of one call, each capability once. */
  use(use: Use): void {
    const uses = this.#uses ??= new Map();
    const key = `${use.capability} ${use.via.start}`;
    if (!uses.has(key) && uses.size < MAX_USES) uses.set(key, use);
  }

  /** Notes a way out; `truths` where what it gives may count as true, `falses` where it may not. */
  leave(value: Value, state: { checks: Checks; truths?: Checks; falses?: Checks }): void {
    this.#outcomes.push({ returned: value, checks: state.checks });
    if (this.within) this.ways.push(this.scope.vars);
    this.#checks = metWith(this.#checks, state.checks);
    if (state.truths) this.#truths = metWith(this.#truths, state.truths);
    if (state.falses) this.#falses = metWith(this.#falses, state.falses);
  }

  /** What is not of this function's own parameters is said of the functions around it. */
  summary(): Summary {
    return {
      reaches: [...this.#reaches.values()],
      returns: joinAll(this.#outcomes.map(({ returned }) => returned)),
      ...(this.#outcomes.length <= MAX_OUTCOMES && { outcomes: this.#outcomes }),
      calls: this.#calls,
      writes: this.#writes,
      outer: this.#outer,
      kept: this.#kept,
      members: this.#members,
      uses: this.#uses ? [...this.#uses.values()] : NO_USES,
      checks: this.#checks ?? NO_CHECKS,
      truths: this.#truths ?? NO_CHECKS,
      falses: this.#falses ?? NO_CHECKS,
      exits: this.#checks === undefined,
      isRough: this.isRough,
      decodes: this.decodes,
      registers: this.registers,
      decisive: this.#decisive ?? NO_PARAMETERS,
    };
  }
}

const NO_USES: readonly Use[] = [];
const NO_PARAMETERS: ReadonlySet<number> = new Set();

/** What was said on every way so far, and on one more. */
function metWith(before: Checks | undefined, more: Checks): Checks {
  return before ? meetChecks(before, more) : more;
}

export function isOwn(origin: Origin, frame: Frame): boolean {
  return origin.from === "parameter" && origin.function === frame.id;
}

/** What guards speak of: a name, or members of one. */
export function placeKey(expr: Expr): { name: string; path: readonly string[] } | undefined {
  const path: string[] = [];
  let at = expr;
  while (at.e === "member" && path.length < 6) {
    path.unshift(at.name);
    at = at.object;
  }
  return at.e === "name" ? { name: at.name, path } : undefined;
}
