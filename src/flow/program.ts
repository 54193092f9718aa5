// The files of a target as one program: functions, classes and modules under numbers and names, and
// what the engine finds out about each of them.

import type { Capability, Span } from "../core/mod.ts";
import { type Checks, NO_CHECKS } from "./checks.ts";
import type { ClassDef, Func, Module } from "./ir.ts";
import type { Kinds, SinkKind } from "./kinds.ts";
import type { Schema } from "./schemas.ts";
import type { Origin, Place, Taint, Trail, Value } from "./values.ts";

export interface ProgramFile {
  /** Relative to the target's root, with `/`. */
  readonly path: string;
  readonly module: Module;
}

/** The variables of one call of a function, or of a module. */
export interface Scope {
  readonly parent: Scope | undefined;
  readonly file: string;
  /** Of a module: its variables are cells that every function may write. */
  readonly isModule: boolean;
  vars: Map<string, Value>;
}

/** A function with the variables around it. */
export interface Closure {
  readonly id: number;
  readonly func: Func;
  readonly scope: Scope;
  readonly file: string;
  readonly owner?: ClassInfo;
  /** Arguments given beforehand: `partial`, `bind`. */
  readonly bound?: readonly Value[];
  /** What a bound method was taken from. */
  readonly self?: Value;
  /** A bundled module, which is run by its first call alone. */
  readonly isModule?: true;
  /** Of the functions that made it: what they were given. */
  readonly captured?: readonly { readonly function: number; readonly values: readonly Value[] }[];
}

export interface ClassInfo {
  readonly name: string;
  /** Of Go, with the methods that stand elsewhere in the package, once it is declared. */
  def: ClassDef;
  readonly file: string;
  readonly methods: Map<string, Closure>;
  readonly statics: Map<string, Value>;
  bases: readonly Value[];
}

/** A sink that something reaches. */
export interface Reach {
  readonly kind: SinkKind;
  readonly words: string;
  readonly callee: string;
  readonly place: Place;
  readonly origin: Origin;
  readonly trail: Trail | undefined;
  /** Kinds that the way there has made safe. */
  readonly safe: Kinds;
}

/** A function's parameter that the function calls. */
export interface ParameterCall {
  readonly origin: Origin & { readonly from: "parameter" };
  readonly args: readonly Value[];
  readonly place: Place;
}

export interface CellWrite {
  readonly cell: string;
  readonly taint: Taint;
}

/** A variable of a function around that is written to. */
export interface OuterWrite {
  readonly holder: Scope;
  readonly name: string;
  readonly value: Value;
}

/** A member, or without a name an element, that is put into what a parameter is given. */
export interface MemberWrite {
  readonly index: number;
  readonly path: readonly string[];
  readonly member: string | undefined;
  readonly value: Value;
}

/** A parameter that is put into a variable of a module. */
export interface Keeping {
  readonly holder: Scope;
  readonly name: string;
  readonly value: Value;
}

/** A library's call that does something outside of the program. */
export interface Use {
  readonly capability: Capability;
  readonly callee: string;
  readonly place: Place;
  /** The call in the function at hand that leads to it. */
  readonly via: Span;
}

/** One way out of a function. */
export interface Outcome {
  readonly returned: Value;
  /** By parameter: what it is safe for there. */
  readonly checks: Checks;
}

/** What a call of a function does, said of its parameters. */
export interface Summary {
  readonly reaches: readonly Reach[];
  readonly returns: Value;
  readonly calls: readonly ParameterCall[];
  readonly writes: readonly CellWrite[];
  readonly outer: readonly OuterWrite[];
  readonly kept: readonly Keeping[];
  readonly members: readonly MemberWrite[];
  /** What it, and what it calls, does outside of the program. */
  readonly uses: readonly Use[];
  /** By parameter: what it is safe for where the call comes back. */
  readonly checks: Checks;
  /** By parameter: what it is safe for where the call gives something that counts as true. */
  readonly truths: Checks;
  /** By parameter: what it is safe for where the call gives something that does not. */
  readonly falses: Checks;
  /** Each way out by itself; nothing where there are too many. */
  readonly outcomes?: readonly Outcome[];
  /** It never comes back. */
  readonly exits: boolean;
  /** A call in it was not looked at with what it is given. */
  readonly isRough: boolean;
  /** It takes apart what was encoded, which undoes checks. */
  readonly decodes: boolean;
  /** It registers handlers, or makes tools. */
  readonly registers: boolean;
  /** Parameters that decide whether something in it is a sink. */
  readonly decisive: ReadonlySet<number>;
}

export const NO_SUMMARY: Summary = {
  reaches: [],
  returns: { taints: [] },
  calls: [],
  writes: [],
  outer: [],
  kept: [],
  members: [],
  uses: [],
  checks: NO_CHECKS,
  truths: NO_CHECKS,
  falses: NO_CHECKS,
  exits: false,
  isRough: false,
  decodes: false,
  registers: false,
  decisive: new Set(),
};

/** A function that a model, or a client, calls. */
export interface Entry {
  readonly closure: Closure;
  /** Of parameters that hold what was sent, from which path on. */
  readonly sent: readonly {
    readonly index: number;
    readonly words: string;
    /** What the SDK holds it to. */
    readonly schema?: Schema;
  }[];
  readonly kind: "tool" | "request" | "remote";
  /** Behind authentication. */
  readonly guarded: boolean;
  /** Found in a look at what registers it. */
  readonly isLooked?: boolean;
  readonly name: string;
  readonly at: Span;
}
