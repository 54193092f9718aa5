// The small tree that data flow works on: what Python, JavaScript, TypeScript and Go programs have
// in common, and nothing else. A lowering makes it from a syntax tree; the engine never looks back.
// Plain data, so that it may be cached; `at` is half-open, in UTF-16 units of the file's text.

import type { Span } from "../core/mod.ts";

/** One file. Its top-level statements are the body of a function that is called once. */
export interface Module {
  readonly language: "python" | "script" | "go";
  readonly body: readonly Stmt[];
  /** Go: the package's name. */
  readonly package?: string;
  /** Go: names of the file that hold channels or iterators, which files beside it speak of too. */
  readonly streams?: readonly string[];
  /** TypeScript: what is imported for the checker alone, `import type`. */
  readonly types?: readonly Import[];
  /** True where the lowering left something out because of a bound. */
  readonly cut: boolean;
}

// ---------------------------------------------------------------------------------------- functions

export interface Func {
  /** Empty for a lambda or an arrow without one. A method's is its own alone. */
  readonly name: string;
  /** Without `self`, `cls` and Go's receiver; that name stands in `self`. */
  readonly params: readonly Param[];
  readonly self?: string;
  /** An expression body is one `return`. */
  readonly body: readonly Stmt[];
  readonly decorators: readonly Expr[];
  /** Python: names that `global` and `nonlocal` say are not its own. */
  readonly outer?: readonly string[];
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** Python: the text of the docstring is left out of the body. */
  readonly at: Span;
  /** The name where there is one, else the head: what a reader is shown. */
  readonly nameAt: Span;
}

export interface Param {
  readonly target: Pattern;
  /** The name that a caller may use: Python keywords; empty where it has none. */
  readonly name: string;
  readonly type?: TypeRef;
  readonly default?: Expr;
  /** `*args`, `...rest`, Go's variadic; `keywords`: `**kwargs`. */
  readonly rest?: "positional" | "keywords";
  /** Python: behind a bare `*`. */
  readonly keywordOnly?: true;
}

/** A type as written, reduced to what flow asks for. */
export interface TypeRef {
  /**
   * The outermost name with its qualifier, as written: `str`, `number`, `mcp.CallToolRequest`,
   * `list`. Go's pointers and Python's `Annotated`, `Optional` and `| None` are seen through.
   * Several alternatives give the first in `name` and all in `args` with `name` "|".
   */
  readonly name: string;
  /** `list[int]` → [int]; `Promise<string>` → [string]; `Literal["a", "b"]` → none, but `literals`. */
  readonly args: readonly TypeRef[];
  /** Texts or numbers that a literal type allows. */
  readonly literals?: readonly string[];
  /** `Annotated[str, Field(pattern=…)]`: the expressions behind the type. */
  readonly annotations?: readonly Expr[];
  /** An object type written in place: `{ path: string }`. */
  readonly fields?: readonly { readonly name: string; readonly type: TypeRef }[];
  readonly at: Span;
}

export interface ClassDef {
  readonly name: string;
  readonly bases: readonly Expr[];
  readonly decorators: readonly Expr[];
  readonly methods: readonly Method[];
  /** Fields with a type or a value in the body of the class; Go's struct fields. */
  readonly fields: readonly Field[];
  readonly at: Span;
}

export interface Method {
  readonly func: Func;
  readonly isStatic: boolean;
  readonly kind: "method" | "constructor" | "getter" | "setter";
}

export interface Field {
  readonly name: string;
  readonly type?: TypeRef;
  readonly value?: Expr;
  readonly isStatic: boolean;
  /** Go: the name in JSON, out of the struct tag. */
  readonly tag?: string;
  readonly at: Span;
}

// ---------------------------------------------------------------------------------------- patterns

/** What is assigned to. */
export type Pattern =
  | { readonly k: "name"; readonly name: string; readonly at: Span }
  /** `a.b`, `a[i]` as a target. */
  | { readonly k: "place"; readonly expr: Expr; readonly at: Span }
  | { readonly k: "list"; readonly items: readonly (PatternItem | undefined)[]; readonly at: Span }
  | {
    readonly k: "record";
    readonly entries: readonly PatternEntry[];
    readonly rest?: Pattern;
    readonly at: Span;
  }
  /** `_`, or what a lowering does not know. */
  | { readonly k: "none"; readonly at: Span };

export interface PatternItem {
  readonly target: Pattern;
  readonly default?: Expr;
  /** `*rest`, `...rest`. */
  readonly rest?: true;
}

export interface PatternEntry {
  /** `undefined` where it is computed. */
  readonly key: string | undefined;
  readonly target: Pattern;
  readonly default?: Expr;
}

// -------------------------------------------------------------------------------------- statements

export type Stmt =
  /** `a = v`, `const a = v`, `a, b := v`; `a += v` has `op` "+". `declares`: a new name. */
  | {
    readonly s: "assign";
    readonly target: Pattern;
    readonly value: Expr;
    readonly op?: string;
    readonly type?: TypeRef;
    readonly declares: boolean;
    readonly at: Span;
  }
  | { readonly s: "expr"; readonly value: Expr; readonly at: Span }
  /** `elif` and `else if` nest in `otherwise`. */
  | {
    readonly s: "if";
    readonly test: Expr;
    readonly then: readonly Stmt[];
    readonly otherwise: readonly Stmt[];
    readonly at: Span;
  }
  /** `while`, C-like `for`: `init` stands before it as statements of its own, `update` at the end of the body. */
  | {
    readonly s: "while";
    readonly test: Expr | undefined;
    readonly body: readonly Stmt[];
    readonly at: Span;
  }
  /** `for x in xs`, `for (const x of xs)`, `for i, x := range xs`: the element is assigned to `target`, index or key to `key`. */
  | {
    readonly s: "for";
    readonly target: Pattern;
    readonly key?: Pattern;
    /** Go: `key` is given the elements where this name holds a channel, as another file may say. */
    readonly stream?: string;
    readonly iterable: Expr;
    readonly body: readonly Stmt[];
    readonly otherwise: readonly Stmt[];
    readonly at: Span;
  }
  | { readonly s: "return"; readonly value?: Expr; readonly at: Span }
  /** `throw`, `raise`; Go: `panic`, `log.Fatal`, `os.Exit`; JavaScript's and Python's `exit` too. */
  | { readonly s: "throw"; readonly value?: Expr; readonly at: Span }
  | { readonly s: "break"; readonly label?: string; readonly at: Span }
  | { readonly s: "continue"; readonly label?: string; readonly at: Span }
  | {
    readonly s: "try";
    readonly body: readonly Stmt[];
    readonly handlers: readonly Handler[];
    readonly otherwise: readonly Stmt[];
    readonly finally: readonly Stmt[];
    readonly at: Span;
  }
  /** `switch` and `match`. A case that falls through repeats what follows it in its body. */
  | {
    readonly s: "switch";
    readonly subject: Expr | undefined;
    readonly cases: readonly Case[];
    readonly at: Span;
  }
  | {
    readonly s: "block";
    readonly label?: string;
    readonly body: readonly Stmt[];
    readonly at: Span;
  }
  /** `with open(p) as f:` is an assignment of `{ e: "enter" }` and the body. */
  | { readonly s: "func"; readonly func: Func; readonly at: Span }
  | { readonly s: "class"; readonly def: ClassDef; readonly at: Span }
  | { readonly s: "import"; readonly imports: readonly Import[]; readonly at: Span }
  /** `export { a as b }`, `export default v`, `module.exports = …` (an assignment), `export * from`. */
  | { readonly s: "export"; readonly exports: readonly Export[]; readonly at: Span };

export interface Handler {
  readonly target?: Pattern;
  readonly body: readonly Stmt[];
}

export interface Case {
  /** Values compared with the subject, or, without a subject, conditions; empty for `default`. */
  readonly tests: readonly Expr[];
  /** Python's `match`: names that the pattern binds, to the subject or a part of it. */
  readonly binds?: Pattern;
  readonly guard?: Expr;
  readonly isDefault: boolean;
  readonly body: readonly Stmt[];
}

export interface Import {
  /** As written: `./util.js`, `..pkg.util`, `os.path`, `github.com/a/b`. */
  readonly module: string;
  /** The member brought in; `undefined` for the module as a whole, `default`, or `*` for all names. */
  readonly member?: string;
  /** The name in this file; `undefined` for `*` and for an import for its effects. */
  readonly local?: string;
  readonly at: Span;
}

export interface Export {
  /** `default` for the default one, `*` for all of another module. */
  readonly name: string;
  /** What it is in this file; or a member of `from`. */
  readonly local?: string;
  readonly value?: Expr;
  readonly from?: string;
}

// ------------------------------------------------------------------------------------- expressions

export type Expr =
  /** Text, number, boolean or nothing; the text of a number is as written. */
  | {
    readonly e: "const";
    readonly type: "text" | "number" | "boolean" | "null" | "regex";
    readonly text: string;
    readonly at: Span;
  }
  | { readonly e: "name"; readonly name: string; readonly at: Span }
  /** `a.b`, `a?.b`, and `a["b"]` with a constant. */
  | { readonly e: "member"; readonly object: Expr; readonly name: string; readonly at: Span }
  /** `a[i]`; a slice `a[i:j]` has no index. */
  | { readonly e: "index"; readonly object: Expr; readonly index?: Expr; readonly at: Span }
  | {
    readonly e: "call";
    readonly callee: Expr;
    readonly args: readonly Arg[];
    readonly isNew: boolean;
    readonly at: Span;
  }
  /** Text made of parts in order: templates, f-strings, `+` with a text in it, `"…".format(…)` and `%`
   *  where the format is constant, `fmt.Sprintf` likewise, adjacent literals. */
  | { readonly e: "text"; readonly parts: readonly Expr[]; readonly at: Span }
  /** Any other operator with two sides, comparisons included: `==`, `===`, `in`, `not in`, `is`, `instanceof`. */
  | {
    readonly e: "binary";
    readonly op: string;
    readonly left: Expr;
    readonly right: Expr;
    readonly at: Span;
  }
  /** `and`, `or`, `??`, in this spelling. */
  | {
    readonly e: "logic";
    readonly op: "and" | "or" | "??";
    readonly left: Expr;
    readonly right: Expr;
    readonly at: Span;
  }
  /** `not` in this spelling, `-`, `typeof`, …; Go's `&` and `*` are seen through. */
  | { readonly e: "unary"; readonly op: string; readonly value: Expr; readonly at: Span }
  | {
    readonly e: "choice";
    readonly test: Expr;
    readonly then: Expr;
    readonly otherwise: Expr;
    readonly at: Span;
  }
  /** List, tuple, set, array, Go's slice literal. */
  | { readonly e: "list"; readonly items: readonly Item[]; readonly at: Span }
  /** Dictionary, object, Go's map and struct literal (with the type's name). */
  | {
    readonly e: "record";
    readonly type?: string;
    readonly entries: readonly Entry[];
    readonly at: Span;
  }
  | { readonly e: "function"; readonly func: Func; readonly at: Span }
  | { readonly e: "class"; readonly def: ClassDef; readonly at: Span }
  | { readonly e: "await"; readonly value: Expr; readonly at: Span }
  | { readonly e: "yield"; readonly value?: Expr; readonly at: Span }
  /** `x := v`, `a = v` inside an expression, `a++`. */
  | {
    readonly e: "assign";
    readonly target: Pattern;
    readonly value: Expr;
    readonly op?: string;
    readonly at: Span;
  }
  /** Comprehensions and generator expressions; of a dictionary with `key`. */
  | {
    readonly e: "each";
    readonly loops: readonly Loop[];
    readonly value: Expr;
    readonly key?: Expr;
    readonly at: Span;
  }
  /** What `with … as` binds. */
  | { readonly e: "enter"; readonly value: Expr; readonly at: Span }
  /** Go's `x.(T)` and conversions `T(x)` of known types; `as T` is seen through but for its type. */
  | { readonly e: "cast"; readonly value: Expr; readonly type: TypeRef; readonly at: Span }
  /** Several values in order, of which the last counts: `a, b` of JavaScript. */
  | { readonly e: "sequence"; readonly values: readonly Expr[]; readonly at: Span }
  /** What a lowering does not know; its parts may still carry something. */
  | { readonly e: "other"; readonly parts: readonly Expr[]; readonly at: Span };

export interface Arg {
  readonly value: Expr;
  /** `name=value` of Python. */
  readonly name?: string;
  /** `*args`, `...args`; `keywords`: `**kwargs`. */
  readonly spread?: "positional" | "keywords";
}

export interface Item {
  readonly value: Expr;
  readonly spread?: true;
}

export interface Entry {
  /** `undefined` where it is computed, and for a spread. */
  readonly key: string | undefined;
  readonly computed?: Expr;
  readonly value: Expr;
  readonly spread?: true;
}

export interface Loop {
  readonly target: Pattern;
  readonly iterable: Expr;
  readonly tests: readonly Expr[];
}
