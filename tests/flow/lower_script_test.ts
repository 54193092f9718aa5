import assert from "node:assert/strict";
import type { Language, Span } from "../../src/core/mod.ts";
import type {
  Case,
  ClassDef,
  Export,
  Expr,
  Func,
  Import,
  Module,
  Param,
  Pattern,
  Stmt,
  TypeRef,
} from "../../src/flow/ir.ts";
import { lowerScript } from "../../src/flow/lower/script.ts";
import { parsed } from "../support/tree.ts";

async function lowered(text: string, language: Language = "typescript"): Promise<Module> {
  return lowerScript(await parsed(language, text));
}

type Cases = readonly (readonly [source: string, shown: string])[];

function testCases(name: string, language: Language, cases: Cases): void {
  Deno.test(name, async () => {
    for (const [source, expected] of cases) {
      const { body, cut } = await lowered(source, language);
      assert.equal(all(body, showStmt), expected, source);
      assert.equal(cut, false, source);
    }
  });
}

testCases("expressions of scripts", "javascript", [
  [`"a\\tb"; 'c\\'d'; \`e\``, `"a\\tb" "c'd" "e"`],
  ["`a${b}c${`d${e}`}`", '(text "a" b "c" "d" e)'],
  ["``; '' + a", '"" (text "" a)'],
  ["1n; 0x1F; true; null; undefined", "1n 0x1F true null undefined"],
  ["/a\\/[/]b/gi.test(c)", "(call (. /a\\/[/]b/gi test) c)"],
  ["a + b", "(+ a b)"],
  ["a + b + 'c' + (d + `e${f}`) + g", '(text (+ a b) "c" d "e" f g)'],
  ["(a + 'b') * c - d", '(- (* (text a "b") c) d)'],
  ["a.b?.c; a['b']; a[`b`]; a[b]; a?.[0]", "(. (. a b) c) (. a b) (. a b) ([] a b) ([] a 0)"],
  ["a?.(b, ...c); a.b().c()", "(call a b ...c) (call (. (call (. a b)) c))"],
  ["new A; new a.B(c); new (a())(b).c", "(new A) (new (. a B) c) (. (new (call a) b) c)"],
  ["(0, a.b)(c); (0, a)`b`", '(call (. a b) c) (call a "b")'],
  ["(a, b)(c)", "(call (sequence a b) c)"],
  ["tag`a${b}c`", '(call tag (text "a" b "c") b)'],
  ["import('a').then(b)", '(call (. (call import "a") then) b)'],
  ["import.meta.url; super.a", "(. (. import meta) url) (. super a)"],
  ["a && b || c ?? d", "(?? (or (and a b) c) d)"],
  ["a ? b : c ? d : e", "(? a b (? c d e))"],
  ["!a; -a; typeof a; void 0; delete a.b", "(not a) (- a) (typeof a) (void 0) (delete (. a b))"],
  ["'a' in b; #c in d; e instanceof F", '(in "a" b) (in #c d) (instanceof e F)'],
  ["x = [a, ...b]", "(= x (list a ...b))"],
  [
    "x = { a, 'b': 1, 2: c, [d]: e, ['f']: g, ...h }",
    "(= x (record a:a b:1 2:c [d]:e f:g ...h))",
  ],
  [
    "x = { a() {}, async *b() {}, get c() { return d }, set c(e) {}, async: 1, get() {} }",
    "(= x (record a:(func a []) b:(async func* b []) c:(call (func c [] (return d))) set c:(func c [e]) async:1 get:(func get [])))",
  ],
  ["async () => { await a; }", "(async arrow [] (await a))"],
  ["function* f() { yield; yield a; yield* b; }", "(func* f [] (yield) (yield a) (yield b))"],
  ["x = (a, b, c)", "(= x (sequence a b c))"],
  ["f(a = b, c += d, e++)", "(call f (= a b) (+= c d) (+= e 1))"],
  ["f(a = b = c)", "(call f (= a (= b c)))"],
  ["\\u0065val(a); \\u{65}val.b", "(call eval a) (. eval b)"],
  ["(() => {})(); !function () {}()", "(call (arrow [])) (not (call (func [])))"],
  ["x = function g() {}; x = class A {}", "(= x (func g [])) (= x (class A))"],
]);

testCases("types put on values are seen through, and say what is a number", "typescript", [
  ["a as B; <B>a; a satisfies B; a!; a<B>", "a a a a a"],
  ["a as number; <boolean>a.b; a as const", "(cast number a) (cast boolean (. a b)) a"],
  ["(a as B).c; f<B>(a); new Map<a, b>()", "(. a c) (call f a) (new Map)"],
  // The grammar puts these marks around all that stands to the left.
  ["'a' + b!.c + d", '(text "a" (. b c) d)'],
  ["a && b!.c(1)!.d && e", "(and (and a (. (call (. b c) 1) d)) e)"],
  ["!a!.b; (!a)!.b; (a + b)!.c", "(not (. a b)) (. (not a) b) (. (+ a b) c)"],
  ["a || b && !c!.d", "(or a (and b (not (. c d))))"],
]);

testCases("JSX is a call with what stands in it", "tsx", [
  [
    "x = <a b={c} d='e' {...f} g={<h />}>i {j} <K.L>{m}</K.L> {/* n */}</a>",
    "(= x (call jsx c f (call jsx) j (call jsx m)))",
  ],
  ["x = <>{a}<b /></>", "(= x (call jsx a (call jsx)))"],
]);

testCases("plain statements", "javascript", [
  [
    "var a, b = 1; let { c } = d; const [e] = f",
    "(:= a undefined) (:= b 1) (:= {c:c} d) (:= [e] f)",
  ],
  ["a = b; a.b = c; a[b] = c", "(= a b) (= (. a b) c) (= ([] a b) c)"],
  ["module.exports = require('a')", '(= (. module exports) (call require "a"))'],
  ["exports.a = exports.b = void 0", "(= (. exports a) (= (. exports b) (void 0)))"],
  ["a += b; a ||= b; a &&= b; a ??= b", "(+= a b) (or= a b) (and= a b) (??= a b)"],
  ["a++; --a.b", "(+= a 1) (-= (. a b) 1)"],
  ["a(), b = c, d", "(call a) (= b c) d"],
  ["[a, b.c, ...d] = e", "(= [a (. b c) ...d] e)"],
  ["({ a, b: c = 1, [d]: e, 'f': [g], ...h } = i)", "(= {a:a b:c=1 ?:e f:[g] ...h} i)"],
  ["[a = 1, , { b = 2 }, ,] = c", "(= [a=1 - {b:b=2} -] c)"],
  ["const [, a] = b", "(:= [- a] b)"],
  ["throw a; return; return b", "(throw a) (return) (return b)"],
  [
    "process.exit(1); Deno.exit(); a.exit()",
    "(throw (call (. process exit) 1)) (throw (call (. Deno exit))) (call (. a exit))",
  ],
  ["{ a } ; debugger; with (b) c", "(block {a}) b c"],
  ["const f = () => a, B = class {}", "(:= f (arrow f [] (return a))) (:= B (class B))"],
  ["async () => { await using a = b }", "(async arrow [] (:= a b))"],
]);

testCases("branches", "javascript", [
  ["if (a) b; else if (c) { d } else e", "(if a {b} {(if c {d} {e})})"],
  ["if (a) ; else { b }", "(if a {} {b})"],
  ["try { a } catch ({ b }) { c } finally { d }", "(try {a} (catch {b:b} {c}) (finally {d}))"],
  ["try { a } catch { b }", "(try {a} (catch {b}))"],
  ["switch (a) { case 1: case 'b': c; break; default: d }", '(switch a (1 "b" {c}) (default {d}))'],
  ["switch (a) { default: case 1: b }", "(switch a (1 default {b}))"],
  [
    "switch (a) { case 1: b; case 2: c; if (d) break; case 3: return; case 4: }",
    "(switch a (1 {b c (if d {(break)}) (return)}) (2 {c (if d {(break)}) (return)}) (3 {(return)}) (4 {}))",
  ],
  [
    "switch (a) { case 1: { b; break } case 2: if (c) throw d; else return; case 3: e }",
    "(switch a (1 {(block {b (break)})}) (2 {(if c {(throw d)} {(return)})}) (3 {e}))",
  ],
  ["switch (true) { case a > 1: b }", "(switch ((> a 1) {b}))"],
]);

testCases("loops", "javascript", [
  ["while (a) b", "(while a {b})"],
  ["for (const [a, b] of c) d", "(for [a b] c {d})"],
  ["for (const a in b) c", "(for a, _ b {c})"],
  [
    "for (a.b of c) ; async () => { for await (const d of e) ; }",
    "(for (. a b) c {}) (async arrow [] (for d e {}))",
  ],
  [
    "for (let i = 0, j; i < 3; i++, j--) a",
    "(block {(:= i 0) (:= j undefined) (while (< i 3) {a (+= i 1) (-= j 1)})})",
  ],
  ["for (;;) a; for (i = 0;;) b", "(while {a}) (block {(= i 0) (while {b})})"],
  [
    "a: for (;; i++) { for (;; j++) { if (b) continue a; continue } continue }",
    "(block a {(while {(while {(if b {(+= i 1) (continue a)}) (+= j 1) (continue) (+= j 1)}) (+= i 1) (continue) (+= i 1)})})",
  ],
  [
    "for (;; i++) { f(() => { for (;;) continue }) }",
    "(while {(call f (arrow [] (while {(continue)}))) (+= i 1)})",
  ],
  ["do a(); while (b)", "(while {(call a) (if (not b) {(break)})})"],
  [
    "do { if (a) continue; if (b) break } while (c)",
    "(block do 0 {(while {(if a {(if (not c) {(break do 0)}) (continue)}) (if b {(break)}) (if (not c) {(break)})})})",
  ],
  [
    "a: b: while (c) continue a; d: { break d }",
    "(block a {(block b {(while c {(continue a)})})}) (block d {(break d)})",
  ],
]);

testCases("functions", "typescript", [
  ["function f(a, b = 1, ...c) { return a }", "(func f [a b=1 ...c] (return a))"],
  [
    "async function f() {} function* g() {} async function* h() {}",
    "(async func f []) (func* g []) (async func* h [])",
  ],
  [
    "x = a => a; x = async (a) => ({ b: a })",
    "(= x (arrow [a] (return a))) (= x (async arrow [a] (return (record b:a))))",
  ],
  [
    "function f(this: A, a?: string, { b, c: { d } = {} }: { b: number } = {}, [e, , g = 1]: any[]) {}",
    "(func f [a:string {b:b c:{d:d}=(record)}:object{b:number}=(record) [e - g=1]:Array<any>])",
  ],
  ["const f = <T,>(...a: T[]): T => a[0]", "(:= f (arrow f [...a:Array<T>] (return ([] a 0))))"],
  ["function f(a: string): void; declare function g(): void", ""],
  ["async /* a */ function /* * */ f() {}", "(async func f [])"],
]);

testCases("classes of JavaScript", "javascript", [
  [
    "class A extends B.C { static a = 1; #b; 'c' = 2; [d] = 3; static { e() } }",
    "(class A <(. B C) static a=1 #b c=2 [d]=3 static =(call (arrow [] (call e))))",
  ],
  [
    "class A { constructor(a) { super(a) } get b() {} set b(c) {} static async *d() {} [e]() {} static() {} }",
    "(class A constructor (func constructor [a] (call super a)) getter (func b []) setter (func b [c]) static (async func* d []) (func [e] []) (func static []))",
  ],
  ["@a @b(c) class D { @e() f() {} }", "(@a @(call b c) class D (@(call e) func f []))"],
  ["x = class extends (a, B) {}", "(= x (class <(sequence a B)))"],
]);

testCases("declarations of TypeScript", "typescript", [
  [
    "class A<T> extends B<T> implements C { constructor(private a: string, readonly b = 1, c?: number) { d() } }",
    "(class A <B a:string constructor (func constructor [a:string b=1 c:number] (= (. this a) a) (= (. this b) b) (call d)))",
  ],
  [
    "abstract class A { declare a: string; static readonly b? = 1; abstract c(): void; d(): void; @e() f(@g() h: I) {} }",
    "(class A a:string static b=1 (@(call e) func f [h:I]))",
  ],
  [
    "@a export class B {} @c export default class {}",
    "(@a class B) (export B=B) (export default=(@c class))",
  ],
  [
    "interface A<T> extends B<T>, c.D { a?: string; 'b-c': number; d(): void; [e: string]: any }",
    "(class A <B <(. c D) a:string b-c:number)",
  ],
  [
    "type A = { a: string }; type B = string; type C = A & D<E> & { b: number }",
    "(class A a:string) (class C <A <D b:number)",
  ],
  [
    "enum A { B, C = 5, D, 'E' = 'f', G = C << 1, H }",
    '(:= A (record B:0 C:5 D:6 E:"f" G:(<< C 1) H:(other)))',
  ],
  ["const enum A { B }; declare enum C { D }; declare const e: string", "(:= A (record B:0))"],
  [
    "namespace A.B { export const c = 1; function d() {} } namespace E { export namespace F { a } }",
    "(block {(:= c 1) (func d [])}) (block {(block {a})})",
  ],
  [
    "declare module 'a' { export function b(): void } declare global { interface C { d: string } }",
    "",
  ],
]);

testCases("types", "typescript", [
  [
    "let a: string, b: A.B<C, D>, c: string[], d: readonly A[], e: [A, b?: C]",
    "(:= a:string undefined) (:= b:A.B<C,D> undefined) (:= c:Array<string> undefined) (:= d:Array<A> undefined) (:= e:tuple<A,C> undefined)",
  ],
  [
    "let a: string | null, b: undefined | (A | undefined), c: A | B | null, d: null",
    "(:= a:string undefined) (:= b:A undefined) (:= c:|<A,B> undefined) (:= d:null undefined)",
  ],
  [
    "let a: 'b' | 'c' | undefined, d: 1 | -2, e: true, f: 'g' | string",
    "(:= a:string=b|c undefined) (:= d:number=1|-2 undefined) (:= e:boolean=true undefined) (:= f:|<string=g,string> undefined)",
  ],
  [
    "let a: { b: string; 'c'?: { d: number }; e(): void }, f: A & { g: string }",
    "(:= a:object{b:string,c:object{d:number}} undefined) (:= f:A{g:string} undefined)",
  ],
  [
    "let a: z.infer<typeof b.c>, d: () => void, e: new () => A, f: `a${string}`, g: keyof A",
    "(:= a:z.infer<typeof((. b c))> undefined) (:= d:Function undefined) (:= e:Function undefined) (:= f:string undefined) (:= g:keyof<A> undefined)",
  ],
  [
    "let a: A extends B ? C : D, e: F['g'], h: Promise<Record<string, unknown>>",
    "(:= a: undefined) (:= e: undefined) (:= h:Promise<Record<string,unknown>> undefined)",
  ],
  [
    "let a: { [b: string]: C }, d: this, e: typeof f, g: (A)",
    "(:= a:object{} undefined) (:= d:this undefined) (:= e:typeof(f) undefined) (:= g:A undefined)",
  ],
]);

testCases("imports", "typescript", [
  [
    "import a, { b, c as d, default as e, 'f-g' as h } from './i.js'",
    "(import a=./i.js#default b=./i.js#b d=./i.js#c e=./i.js#default h=./i.js#f-g)",
  ],
  ["import * as a from 'b'; import c, * as d from 'e'", "(import a=b) (import c=e#default d=e)"],
  ["import 'a'; import {} from 'b'", "(import a) (import b)"],
  ["import a = require('b'); import c = d.e.f", "(import a=b) (:= c (. (. d e) f))"],
  [
    "import type { A } from 'a'; import type B from 'b'; import { type C, d } from 'e'",
    "(import d=e#d)",
  ],
  [
    "import type from 'a'; import { type } from 'b'; import { type as c } from 'd'",
    "(import type=a#default) (import type=b#type) (import c=d#type)",
  ],
  ["import a from './b.json' with { type: 'json' }", "(import a=./b.json#default)"],
]);

testCases("exports", "typescript", [
  [
    "export const a = 1, { b, c: [d] } = e; export function f() {}",
    "(:= a 1) (:= {b:b c:[d]} e) (export a=a b=b d=d) (func f []) (export f=f)",
  ],
  ["export default function f() {}", "(func f []) (export default=f)"],
  ["export default async () => a", "(export default=(async arrow [] (return a)))"],
  ["export default class A {}", "(class A) (export default=A)"],
  ["export default a.b", "(export default=(. a b))"],
  ["export { a, b as c, d as default, type E }", "(export a=a c=b default=d)"],
  [
    "export { a as b, default } from './c'; export * from 'd'; export * as e from 'f'",
    "(export b=a from ./c default=default from ./c) (export * from d) (export e from f)",
  ],
  ["export { 'a-b' as c, d as 'e-f' } from 'g'", "(export c=a-b from g e-f=d from g)"],
  [
    "export type A = { b: string }; export interface C { d: E }; export enum F { G }",
    "(class A b:string) (export A=A) (class C d:E) (export C=C) (:= F (record G:0)) (export F=F)",
  ],
  ["export type { A } from 'a'; export type * from 'b'; export declare const c: string", ""],
  ["export = a; export as namespace B", "(= (. module exports) a)"],
  ["export import a = b.c", "(:= a (. b c)) (export a=a)"],
]);

testCases("what the grammar cannot place costs what it stands in", "javascript", [
  ["function f() { a(b) } }}} c(", "(func f [] (call a b)) c"],
  ["a(b; c = d", "(call a b) (= c d)"],
  ["x = ; y = z", "(= x (= y z))"],
]);

Deno.test("spans of the small tree are those of the source", async () => {
  const text = 'const f = async ({ a }: A): Promise<void> => run(`ls ${a}` + "x", a.b!.c);';
  const [statement] = (await lowered(text)).body;
  const textAt = ({ start, end }: Span): string => text.slice(start, end);
  assert(statement?.s === "assign" && statement.value.e === "function");
  assert.equal(textAt(statement.at), text.slice("const ".length, -1));
  const { func } = statement.value;
  assert.equal(textAt(func.nameAt), "f");
  assert.equal(textAt(func.params[0]!.target.at), "{ a }");
  assert.equal(textAt(func.params[0]!.type!.at), "A");
  const [returned] = func.body;
  assert(returned?.s === "return" && returned.value?.e === "call");
  assert.equal(textAt(returned.value.at), 'run(`ls ${a}` + "x", a.b!.c)');
  const [command, second] = returned.value.args.map(({ value }) => value);
  assert(command?.e === "text");
  assert.equal(textAt(command.at), '`ls ${a}` + "x"');
  assert.deepEqual(command.parts.map(({ at }) => textAt(at)), ["ls ", "a", '"x"']);
  assert.equal(textAt(second!.at), "a.b!.c");
});

Deno.test("a function without a name is shown by its head, a method by its name", async () => {
  const text = "f(async (a) => b, function (c) {}, class { get d() {} });";
  const [statement] = (await lowered(text)).body;
  assert(statement?.s === "expr" && statement.value.e === "call");
  const heads = statement.value.args.map(({ value }) => {
    const func = value.e === "function"
      ? value.func
      : value.e === "class"
      ? value.def.methods[0]!.func
      : assert.fail(value.e);
    return text.slice(func.nameAt.start, func.nameAt.end);
  });
  assert.deepEqual(heads, ["async (a)", "function (c)", "d"]);
});

// -------------------------------------------------------------------------------------------- bounds

/** Expressions and statements that hang in one another by one side, from the outermost on. */
function chainLength(outermost: Expr | Stmt | undefined): number {
  let length = 0;
  for (let at = outermost; at; length++) at = nextInChain(at);
  return length;
}

function nextInChain(node: Expr | Stmt): Expr | Stmt | undefined {
  if ("s" in node) return node.s === "if" ? node.otherwise[0] : undefined;
  switch (node.e) {
    case "binary":
    case "logic":
      return node.left;
    case "member":
    case "index":
      return node.object;
    case "call":
      return node.callee;
    case "choice":
      return node.otherwise;
    case "assign":
      return node.value;
    default:
      return undefined;
  }
}

const MANY = 10_000;

/** [name, statement, links of the chain that it is]. */
const LONG: readonly (readonly [string, string, number])[] = [
  ["sums", Array(MANY).fill("a").join(" + "), MANY],
  ["conditions", Array(MANY).fill("a").join(" && "), MANY],
  ["members", Array(MANY).fill("a").join("."), MANY],
  ["calls", `a${".b()[c]".repeat(MANY)}`, 3 * MANY + 1],
  ["sums in parentheses", `${"(".repeat(MANY)}a${" + b)".repeat(MANY)}`, MANY + 1],
  ["marks", `a${" + b!.c".repeat(MANY)}`, MANY + 1],
  ["choices", `${"a ? b : ".repeat(MANY)}c`, MANY + 1],
  ["assignments", `f(${"a = ".repeat(MANY)}b)`, 2],
  ["branches", `${"if (a) b; else ".repeat(MANY)}c`, MANY + 1],
];

Deno.test("a chain is whole however long it is", async () => {
  for (const [name, source, length] of LONG) {
    const { body: [statement], cut } = await lowered(source);
    assert.equal(chainLength(statement?.s === "expr" ? statement.value : statement), length, name);
    assert.equal(cut, false, name);
  }
});

async function valueOf(source: string): Promise<{ value: Expr; cut: boolean }> {
  const { body: [statement], cut } = await lowered(`x = ${source}`);
  assert(statement?.s === "assign");
  return { value: statement.value, cut };
}

Deno.test("long texts, lists, sequences and unions stay flat and whole", async () => {
  const text = await valueOf(`"a"${" + b".repeat(MANY)}`);
  assert(text.value.e === "text");
  assert.equal(text.value.parts.length, MANY + 1);
  const list = await valueOf(`[${"1, ".repeat(2 * MANY)}]`);
  assert(list.value.e === "list");
  assert.equal(list.value.items.length, 2 * MANY);
  const sequence = await lowered(`${"a, ".repeat(MANY)}b`);
  assert.equal(sequence.body.length, MANY + 1);
  const union = await lowered(`let a: ${"'b' | ".repeat(MANY)}'c'`);
  assert(union.body[0]?.s === "assign");
  assert.equal(union.body[0].type?.literals?.length, MANY + 1);
  assert.equal([text, list, sequence, union].some(({ cut }) => cut), false);
});

/** More than is taken of one file, in depth, in number, or by what is made again and again. */
const TOO_MUCH: Readonly<Record<string, string>> = {
  calls: `${"f(".repeat(2_000)}${")".repeat(2_000)}`,
  functions: `${"(() => {".repeat(2_000)}${"})".repeat(2_000)}`,
  classes: `x = ${"class { a = ".repeat(1_000)}1${"}".repeat(1_000)}`,
  lists: `let ${"[".repeat(2_000)}a${"]".repeat(2_000)} = b`,
  types: `let x: ${"A<".repeat(2_000)}B${">".repeat(2_000)}`,
  blocks: `${"{".repeat(2_000)}${"}".repeat(2_000)}`,
  falls: `switch (a) {${"case 1: b();\n".repeat(20)}}`,
  switches: `${"switch (a) { case 1: b(); case 2: ".repeat(60)}${"}".repeat(60)}`,
  tags: `${"a`${".repeat(60)}b${"}`".repeat(60)}`,
  updates: `for (;; a(b)) {${"continue;".repeat(100_000)}}`,
};

Deno.test("what is too deep or too much is left out, and said to be", async () => {
  for (const [name, source] of Object.entries(TOO_MUCH)) {
    const { cut } = await lowered(source);
    assert.equal(cut, true, name);
  }
});

// ------------------------------------------------------------------------------------- rendering

const inBrackets = (...parts: readonly string[]): string =>
  `(${parts.filter((part) => part !== "").join(" ")})`;

const all = <T>(items: readonly T[], show: (item: T) => string): string =>
  items.map(show).join(" ");

const inBraces = (body: readonly Stmt[]): string => `{${all(body, showStmt)}}`;

const maybe = <T>(item: T | undefined, show: (item: T) => string): string =>
  item === undefined ? "" : show(item);

function showExpr(expr: Expr): string {
  switch (expr.e) {
    case "const":
      return expr.type === "text" ? JSON.stringify(expr.text) : expr.text;
    case "name":
      return expr.name;
    case "member":
      return inBrackets(".", showExpr(expr.object), expr.name);
    case "index":
      return inBrackets("[]", showExpr(expr.object), maybe(expr.index, showExpr));
    case "call":
      return inBrackets(
        expr.isNew ? "new" : "call",
        showExpr(expr.callee),
        all(expr.args, ({ value, spread }) => `${spread ? "..." : ""}${showExpr(value)}`),
      );
    case "text":
      return inBrackets("text", all(expr.parts, showExpr));
    case "binary":
    case "logic":
      return inBrackets(expr.op, showExpr(expr.left), showExpr(expr.right));
    case "unary":
      return inBrackets(expr.op, showExpr(expr.value));
    case "choice":
      return inBrackets("?", showExpr(expr.test), showExpr(expr.then), showExpr(expr.otherwise));
    case "list":
      return inBrackets(
        "list",
        all(expr.items, ({ value, spread }) => `${spread ? "..." : ""}${showExpr(value)}`),
      );
    case "record":
      return inBrackets("record", all(expr.entries, showEntry));
    case "function":
      return showFunc(expr.func);
    case "class":
      return showClass(expr.def);
    case "assign":
      return inBrackets(`${expr.op ?? ""}=`, showPattern(expr.target), showExpr(expr.value));
    case "cast":
      return inBrackets("cast", showType(expr.type), showExpr(expr.value));
    case "await":
    case "enter":
    case "yield":
      return inBrackets(expr.e, maybe(expr.value, showExpr));
    case "sequence":
      return inBrackets("sequence", all(expr.values, showExpr));
    case "other":
      return inBrackets("other", all(expr.parts, showExpr));
    case "each":
      return inBrackets("each");
  }
}

function showEntry(entry: (Expr & { e: "record" })["entries"][number]): string {
  if (entry.spread) return `...${showExpr(entry.value)}`;
  const computed = maybe(entry.computed, (expr) => `[${showExpr(expr)}]`);
  return `${entry.key ?? computed}:${showExpr(entry.value)}`;
}

function showType(type: TypeRef): string {
  const args = type.args.length === 0 ? "" : `<${type.args.map(showType).join(",")}>`;
  const literals = maybe(type.literals, (texts) => `=${texts.join("|")}`);
  const of = maybe(type.annotations, (exprs) => `(${all(exprs, showExpr)})`);
  const fields = maybe(type.fields, (each) => `{${each.map(showTypeField).join(",")}}`);
  return `${type.name}${args}${literals}${of}${fields}`;
}

function showTypeField({ name, type }: { name: string; type: TypeRef }): string {
  return `${name}:${showType(type)}`;
}

function showPattern(pattern: Pattern): string {
  switch (pattern.k) {
    case "name":
      return pattern.name;
    case "place":
      return showExpr(pattern.expr);
    case "list":
      return `[${
        all(pattern.items, (item) =>
          item === undefined ? "-" : `${item.rest ? "..." : ""}${showTarget(item)}`)
      }]`;
    case "record": {
      const entries = pattern.entries.map((entry) => `${entry.key ?? "?"}:${showTarget(entry)}`);
      const rest = pattern.rest ? [`...${showPattern(pattern.rest)}`] : [];
      return `{${[...entries, ...rest].join(" ")}}`;
    }
    case "none":
      return "_";
  }
}

function showTarget({ target, default: value }: { target: Pattern; default?: Expr }): string {
  return `${showPattern(target)}${maybe(value, (expr) => `=${showExpr(expr)}`)}`;
}

function showParam(param: Param): string {
  const type = maybe(param.type, (each) => `:${showType(each)}`);
  return `${param.rest ? "..." : ""}${showPattern(param.target)}${type}${
    maybe(param.default, (expr) => `=${showExpr(expr)}`)
  }`;
}

function showFunc(func: Func): string {
  return inBrackets(
    all(func.decorators, (expr) => `@${showExpr(expr)}`),
    func.isAsync ? "async" : "",
    `${func.self === undefined ? "arrow" : "func"}${func.isGenerator ? "*" : ""}`,
    func.name,
    `[${all(func.params, showParam)}]`,
    all(func.body, showStmt),
  );
}

function showClass({ name, bases, decorators, methods, fields }: ClassDef): string {
  return inBrackets(
    all(decorators, (expr) => `@${showExpr(expr)}`),
    "class",
    name,
    all(bases, (base) => `<${showExpr(base)}`),
    all(
      fields,
      (field) =>
        `${field.isStatic ? "static " : ""}${field.name}${
          maybe(field.type, (type) => `:${showType(type)}`)
        }${maybe(field.value, (value) => `=${showExpr(value)}`)}`,
    ),
    all(
      methods,
      ({ func, isStatic, kind }) =>
        `${isStatic ? "static " : ""}${kind === "method" ? "" : `${kind} `}${showFunc(func)}`,
    ),
  );
}

function showCase({ tests, isDefault, body }: Case): string {
  return inBrackets(all(tests, showExpr), isDefault ? "default" : "", inBraces(body));
}

function showImport({ module, member, local }: Import): string {
  return `${maybe(local, (name) => `${name}=`)}${module}${maybe(member, (name) => `#${name}`)}`;
}

function showExport({ name, local, value, from }: Export): string {
  const what = maybe(local, (text) => `=${text}`) || maybe(value, (expr) => `=${showExpr(expr)}`);
  return `${name}${what}${maybe(from, (module) => ` from ${module}`)}`;
}

function showStmt(stmt: Stmt): string {
  switch (stmt.s) {
    case "assign": {
      const type = maybe(stmt.type, (each) => `:${showType(each)}`);
      const op = stmt.declares ? ":=" : `${stmt.op ?? ""}=`;
      return inBrackets(op, `${showPattern(stmt.target)}${type}`, showExpr(stmt.value));
    }
    case "expr":
      return showExpr(stmt.value);
    case "if": {
      const otherwise = stmt.otherwise.length === 0 ? "" : inBraces(stmt.otherwise);
      return inBrackets("if", showExpr(stmt.test), inBraces(stmt.then), otherwise);
    }
    case "while":
      return inBrackets("while", maybe(stmt.test, showExpr), inBraces(stmt.body));
    case "for":
      return inBrackets(
        "for",
        maybe(stmt.key, (key) => `${showPattern(key)},`),
        showPattern(stmt.target),
        showExpr(stmt.iterable),
        inBraces(stmt.body),
      );
    case "return":
    case "throw":
      return inBrackets(stmt.s, maybe(stmt.value, showExpr));
    case "break":
    case "continue":
      return inBrackets(stmt.s, stmt.label ?? "");
    case "try":
      return inBrackets(
        "try",
        inBraces(stmt.body),
        all(
          stmt.handlers,
          ({ target, body }) => inBrackets("catch", maybe(target, showPattern), inBraces(body)),
        ),
        stmt.finally.length === 0 ? "" : inBrackets("finally", inBraces(stmt.finally)),
      );
    case "switch":
      return inBrackets("switch", maybe(stmt.subject, showExpr), all(stmt.cases, showCase));
    case "block":
      return inBrackets("block", stmt.label ?? "", inBraces(stmt.body));
    case "func":
      return showFunc(stmt.func);
    case "class":
      return showClass(stmt.def);
    case "import":
      return inBrackets("import", all(stmt.imports, showImport));
    case "export":
      return inBrackets("export", all(stmt.exports, showExport));
  }
}
