import assert from "node:assert/strict";
import type {
  Arg,
  Case,
  ClassDef,
  Entry,
  Export,
  Expr,
  Func,
  Import,
  Module,
  Pattern,
  Stmt,
  TypeRef,
} from "../../src/flow/ir.ts";
import { lowerGo } from "../../src/flow/lower/go.ts";
import { parsed } from "../support/tree.ts";

async function lowered(text: string): Promise<Module> {
  return lowerGo(await parsed("go", text));
}

/** What stands in the file, the function `f` or the assignment that the source is put into. */
type Around = "file" | "function" | "expression";

const AROUND: Readonly<Record<Around, readonly [string, string, string, string]>> = {
  file: ["package p\n", "", "", ""],
  function: ["package p\nfunc f() {\n", "\n}", "(func f [] ", ")"],
  expression: ["package p\nfunc f() {\n_ = ", "\n}", "(func f [] (= _ ", "))"],
};

async function shown(source: string, around: Around): Promise<string> {
  const [before, after, head, tail] = AROUND[around];
  const { body } = await lowered(`${before}${source}${after}`);
  const text = all(body, showStmt);
  return text.startsWith(head) ? text.slice(head.length, text.length - tail.length) : text;
}

type Cases = readonly (readonly [source: string, shown: string])[];

function testCases(name: string, around: Around, cases: Cases): void {
  Deno.test(name, async () => {
    for (const [source, expected] of cases) {
      assert.equal(await shown(source, around), expected, source);
    }
  });
}

testCases("Go expressions", "expression", [
  ['"a\\tb" + `c\\n`', '(text "a\\tb" "c\\\\n")'],
  ["1", "1"],
  ["0x1F", "0x1F"],
  ["1.5i", "1.5i"],
  ["'a'", '"a"'],
  ["'\\n'", '"\\n"'],
  ["true", "true"],
  ["nil", "nil"],
  ["iota", "iota"],
  ["x", "x"],
  ["a.b.c", "(. (. a b) c)"],
  ["f(a, b...)", "(call f a ...b)"],
  ["a.b(c)(d)", "(call (call (. a b) c) d)"],
  ['m["k"]', "(. m k)"],
  ["m[k]", "([] m k)"],
  ["xs[0]", "([] xs 0)"],
  ["m['a']", '([] m "a")'],
  ["xs[1:2:3]", "([] xs :)"],
  ["&x", "x"],
  ["*p", "p"],
  ["(&a).b", "(. a b)"],
  ["(a)", "a"],
  ["-x", "(- x)"],
  ["^x", "(^ x)"],
  ["!ok", "(not ok)"],
  ["<-ch", "(<- ch)"],
  ["a + b", "(+ a b)"],
  ['a + b + "x"', '(text a b "x")'],
  ['a + ("b" + c) + d', '(text a "b" c d)'],
  ["string(b) + x", "(text (cast string b) x)"],
  ["c + 'a'", '(+ c "a")'],
  ['a*b + "x"', '(text (* a b) "x")'],
  ["(a + b) * c", "(* (+ a b) c)"],
  ["a && b || c", "(or (and a b) c)"],
  ["a == b", "(== a b)"],
  ["a &^ b", "(&^ a b)"],
  ["a % b", "(% a b)"],
  ["string(x)", "(cast string x)"],
  ["[]byte(x)", "(cast []<byte> x)"],
  ["int(x)", "(cast int x)"],
  ["(*T)(nil)", "(cast T nil)"],
  ["(*fp)(x)", "(call fp x)"],
  ["interface{}(x)", "(cast any x)"],
  ["map[string]int(x)", "(cast map<string,int> x)"],
  ["x.(pkg.T)", "(cast pkg.T x)"],
  ["x.(interface{ Foo() })", "(cast interface x)"],
  ["fs[i](x)", "(call ([] fs i) x)"],
  ["fs[a.b](x)", "(call ([] fs (. a b)) x)"],
  ['fs["a"](x)', "(call (. fs a) x)"],
  ["gen[int](x)", "(call gen x)"],
  ["pkg.Gen[T](x)", "(call (. pkg Gen) x)"],
  ["gen[int, string](x, y)", "(call gen x y)"],
  ["f[int]", "f"],
  ["f[[]int](x, y)", "(call f x y)"],
  ['T{A: 1, B: "x"}', '(record T A:1 B:"x")'],
  ["&pkg.T{A: 1}", "(record pkg.T A:1)"],
  ["T{1, 2}", "(record T ?:1 ?:2)"],
  ["Gen[int]{X: 1}", "(record Gen X:1)"],
  ['[]string{"a", 5: "b"}', '(list "a" "b")'],
  ["[...]int{1}", "(list 1)"],
  ["[2]T{{A: 1}}", "(list (record T A:1))"],
  ["[]*T{{A: 1}, &T{2}}", "(list (record T A:1) (record T ?:2))"],
  ['map[string]any{"a": 1, k: 2}', "(record a:1 [k]:2)"],
  ['map[string][]T{"x": {{A: 1}}}', "(record x:(list (record T A:1)))"],
  ["map[T]U{{1}: {2}}", "(record [(list 1)]:(record U ?:2))"],
  ['map[int]string{1: "a"}', '(record 1:"a")'],
  ["struct{ X int }{X: 1}", "(record X:1)"],
  ['bson.D{{"a", 1}}', '(record bson.D ?:(list "a" 1))'],
  ['gin.H{"a": b}', "(record gin.H a:b)"],
  ["T{pkg.X: 1}", "(record T [(. pkg X)]:1)"],
  ["make([]string, 5)", "(list)"],
  ["make(map[string]any)", "(record)"],
  ["make(chan int, 5)", "(call make (other) 5)"],
  ["new(T)", "(record T)"],
  ["new(int)", "0"],
  ["len(x)", "(call len x)"],
  ["func(a int) int { return a }", "(func [a:int] (return a))"],
  [
    "func() (x int, err error) { return }",
    "(func [] (:= x:int 0) (:= err:error nil) (return (list x err)))",
  ],
  ['fmt.Sprintf("a %s b %d%%", x, y)', '(text "a " x " b " y "%")'],
  ['fmt.Sprintf("%q", x)', "(text (call (. strconv Quote) x))"],
  ['fmt.Sprintf("%[2]s %[1]*d", w, x)', '(text x " " x)'],
  ['fmt.Sprintf("%-10.*f|%+v", n, x, y)', '(text x "|" y)'],
  ['fmt.Sprintf("%s %s", a, xs...)', '(text a " " ([] xs 0))'],
  ['fmt.Sprintf("%s")', '(text "%s")'],
  ['fmt.Sprintf("a", x)', '(text "a" x)'],
  ["fmt.Sprintf(format, x)", "(call (. fmt Sprintf) format x)"],
  ['fmt.Sprintf("a" + "%s", x)', '(text "a" x)'],
  ['fmt.Sprintf("%s", fmt.Sprintf("%v!", x))', '(text x "!")'],
  ["f(T{}, []int{1})", "(call f (record T) (list 1))"],
]);

testCases("Go statements", "function", [
  ["x := 1", "(:= x 1)"],
  ["x = y", "(= x y)"],
  ["a, b := b, a", "(:= (list a b) (list b a))"],
  ["a, err := f()", "(:= (list a err) (call f))"],
  ["_, err = f()", "(= (list _ err) (call f))"],
  ["v, ok := x.(T)", "(:= (list v ok) (list (cast T x) (other)))"],
  ["v, ok = m[k]", "(= (list v ok) (list ([] m k) (other)))"],
  ["v, ok := <-ch", "(:= (list v ok) (list (<- ch) (other)))"],
  ["v, ok := f()", "(:= (list v ok) (call f))"],
  ['x += "a"', '(+= x "a")'],
  ["x &^= y", "(&^= x y)"],
  ["x++", "(+= x 1)"],
  ["a.b--", "(-= (place (. a b)) 1)"],
  ["a[i], b.c = 1, 2", "(= (list (place ([] a i)) (place (. b c))) (list 1 2))"],
  ["*p = 5", "(= p 5)"],
  ["ch <- v", "(<-= (place ch) v)"],
  ["var x int", "(:= x:int 0)"],
  ["var s, t string", '(:= s:string "") (:= t:string "")'],
  ["var e error", "(:= e:error nil)"],
  ["var xs []T", "(:= xs:[]<T> (list))"],
  ["var c pkg.Conf", "(:= c:pkg.Conf (record pkg.Conf))"],
  ["var p *T", "(:= p:T nil)"],
  ["var m map[string]int", "(:= m:map<string,int> nil)"],
  ["var x, y int = 1, 2", "(:= (list x y):int (list 1 2))"],
  ["var v, ok = m[k]", "(:= (list v ok) (list ([] m k) (other)))"],
  ["var f func()", "(:= f:func nil)"],
  ["var a [3]int", "(:= a:[]<int> (list))"],
  ["var s struct{ A int }", "(:= s:struct<A:int> (record))"],
  [
    'const (\nA = 1 << iota\nB\n_\nC, D = iota, "x"\n)',
    '(:= A (<< 1 0)) (:= B (<< 1 1)) (:= _ (<< 1 2)) (:= (list C D) (list 3 "x"))',
  ],
  ["const E int = 5", "(:= E:int 5)"],
  ["type L struct { A int }", "(class L A:int)"],
  ["type A = B", "(:= A B)"],
  ["type A = pkg.B[int]", "(:= A (. pkg B))"],
  [
    "type V []int; x := V{1}; y := V(z); var w V",
    "(:= x (list 1)) (:= y (cast V z)) (:= w:V (list))",
  ],
  ["type Q string; x := Q(y)", "(:= x (cast Q y))"],
  [
    "type P struct { X, Y int; *E }; p := P{1, 2, e}",
    "(class P <E X:int Y:int) (:= p (record P X:1 Y:2 E:e))",
  ],
  [
    "if x { a() } else if y { b() } else { c() }",
    "(if x {(call a)} {(if y {(call b)} {(call c)})})",
  ],
  [
    "if v, ok := m[k]; !ok { return }",
    "(block (:= (list v ok) (list ([] m k) (other))) (if (not ok) {(return)} {}))",
  ],
  ["for { break }", "(while {(break)})"],
  ["for a < b { continue }", "(while (< a b) {(continue)})"],
  [
    "for i := 0; i < n; i++ { if a { continue }; b() }",
    "(block (:= i 0) (while (< i n) {(if a {(+= i 1) (continue)} {}) (call b) (+= i 1)}))",
  ],
  ["for ; a; {}", "(while a {})"],
  ["for i := 0; ; {}", "(block (:= i 0) (while {}))"],
  [
    "L:\nfor i := 0; i < n; i++ { for { continue L }; for j := 0; ; j++ { continue } }",
    "(block L (:= i 0) (while (< i n) {(while {(+= i 1) (continue L)}) (block (:= j 0) (while {(+= j 1) (continue) (+= j 1)})) (+= i 1)}))",
  ],
  [
    "L:\nfor k, v := range m { switch { case a: break L } }",
    "(block L (for k, v m {(switch (case [a] (break L)))}))",
  ],
  ["for range 10 {}", "(for _ 10 {})"],
  ["for i := range 10 {}", "(for i 10 {})"],
  ["for i := range xs {}", "(for i, _ xs {})"],
  ["for _, x := range xs {}", "(for x xs {})"],
  ["for k, v := range m { f(k, v) }", "(for k, v m {(call f k v)})"],
  ["for t.x, t.y = range m {}", "(for (place (. t x)), (place (. t y)) m {})"],
  ["for v := range ch {}", "(for v, _ ch {})"],
  ["ch := make(chan int); for v := range ch {}", "(:= ch (call make (other))) (for v ch {})"],
  ["for k := range maps.Keys(m) {}", "(for k (call (. maps Keys) m) {})"],
  ["for l := range strings.Lines(s) {}", "(for l (call (. strings Lines) s) {})"],
  ["for x := range f() {}", "(for x, _ (call f) {})"],
  [
    "switch x := f(); x { case 1, 2: a(); default: b() }",
    "(block (:= x (call f)) (switch x (case [1 2] (call a)) (default [] (call b))))",
  ],
  ["switch { case a > b: c() }", "(switch (case [(> a b)] (call c)))"],
  [
    "switch x { case 1: a(); fallthrough; case 2: b(); fallthrough; default: c() }",
    "(switch x (case [1] (call a) (call b) (call c)) (case [2] (call b) (call c)) (default [] (call c)))",
  ],
  [
    "switch v := y.(type) { case int, *T: a(); case string: b(v); case nil: c(); default: d() }",
    "(switch y (case [(other) (other)] as v (call a)) (case [(other)] as v (:= v (cast string v)) (call b v)) (case [nil] as v (call c)) (default [] as v (call d)))",
  ],
  [
    "switch x := f(); x.(type) { case int: a() }",
    "(block (:= x (call f)) (switch x (case [(other)] (call a))))",
  ],
  [
    "select { case v := <-ch: a(v); case ch <- 1: b(); case <-done: ; case v, ok = <-ch: ; default: c() }",
    "(switch (case [(other)] (:= v (<- ch)) (call a v)) (case [(other)] (<-= (place ch) 1) (call b)) (case [(other)] (<- done)) (case [(other)] (= (list v ok) (list (<- ch) (other)))) (default [] (call c)))",
  ],
  ["defer mu.Unlock()", "(call (. mu Unlock))"],
  ["go func() { a() }()", "(call (func [] (call a)))"],
  ['panic("x")', '(throw "x")'],
  ['log.Fatalf("a %s", x)', '(throw (call (. log Fatalf) "a %s" x))'],
  ["os.Exit(1)", "(throw (call (. os Exit) 1))"],
  ['log.Printf("a")', '(call (. log Printf) "a")'],
  ["return", "(return)"],
  ["return a, b", "(return (list a b))"],
  ["return f()", "(return (call f))"],
  ["{ a(); { } }", "(block (call a))"],
  ["goto L\nL:\na()", "(block L (call a))"],
  ["a(); ; b()", "(call a) (call b)"],
  ["x := )", "(other x)"],
  ["x := ) y := ) z", "(:= x z) y"],
  ["a.b.(type)", "(. a b)"],
]);

testCases("Go declarations", "file", [
  ['import "fmt"', "(import fmt=fmt)"],
  [
    'import (\n. "os"\n_ "embed"\nm "a.com/x"\n"github.com/a/go-b/v2"\n"gopkg.in/yaml.v3"\n"github.com/stripe/stripe-go/v72"\n"C"\n)',
    "(import os#* embed a.com/x=m github.com/a/go-b/v2=b gopkg.in/yaml.v3=yaml github.com/stripe/stripe-go/v72=stripe C=C)",
  ],
  ['import f "fmt"\nvar x = f.Sprintf("%s", y)', "(import fmt=f) (:= x (text y))"],
  [
    'import fmt "mine/fmt"\nvar x = fmt.Sprintf("%s", y)',
    '(import mine/fmt=fmt) (:= x (call (. fmt Sprintf) "%s" y))',
  ],
  [
    'func F[T any](a, b int, _ string, c ...T) (res string, _ int, err error) { if a { return }; return "x", 1, nil }',
    '(func F [a:int b:int _:string ...c:T] (:= res:string "") (:= err:error nil) (if a {(return (list res (other) err))} {}) (return (list "x" 1 nil))) (export F)',
  ],
  ["func f(int, string) error", "(func f [_:int _:string])"],
  [
    'func f(a func(x int) string, b chan<- int, c interface{}, d any, e [5]int, g map[string][]*pkg.T, h Gen[int, string], i struct{ A int `json:"a"` }, j **T) {}',
    "(func f [a:func b:chan<int> c:any d:any e:[]<int> g:map<string,[]<pkg.T>> h:Gen<int,string> i:struct<A:int> j:T])",
  ],
  ["func (r *T) M(a int) { r.x = a }", "(class T (func M r [a:int] (= (place (. r x)) a)))"],
  ["func (T) m() {}", "(class T (func m []))"],
  ["func (_ Gn[K, V]) M() {}", "(class Gn (func M []))"],
  [
    'type T struct {\nA, B string `json:"a,omitempty" x:"y"`\n*Emb\npkg.Other[int]\nC int `json:",omitempty"`\nD int `json:"-"`\nE struct{ X int }\n}',
    "(class T <Emb <(. pkg Other) A:string@a B:string@a C:int D:int@- E:struct<X:int>) (export T)",
  ],
  ["type Gen[T any] struct { X T }", "(class Gen X:T) (export Gen)"],
  ["type I interface { M() }", "(export I)"],
  ["type ( A struct {}; B = A; c int )", "(class A) (:= B A) (export A B)"],
  ["type N interface { ~int | ~string }\nfunc f[T N](x T) {}", "(func f [x:T]) (export N)"],
  [
    "var a, B = 1, 2\nconst C = 3\nfunc D() {}\nfunc (T) E() {}\ntype F int",
    "(:= (list a B) (list 1 2)) (:= C 3) (func D []) (class T (func E [])) (export B C D F)",
  ],
  ["var x string\nvar y []T", "(:= x:string (other)) (:= y:[]<T> (other))"],
  [
    "func stream(c <-chan string, s iter.Seq[int]) { for v := range c {}; for v := range s {}; for v := range t.events {} }\ntype T struct { events chan E }",
    "(func stream [c:chan<string> s:iter.Seq<int>] (for v c {}) (for v s {}) (for v (. t events) {})) (class T events:chan<E>) (export T)",
  ],
  [
    "func events() <-chan E\nfunc f() { for e := range x.events() {} }",
    "(func events []) (func f [] (for e (call (. x events)) {}))",
  ],
  [
    'const (\nA = "a"\nfmtA = A + "%s"\n)\nvar x = fmt.Sprintf(fmtA, y)',
    '(:= A "a") (:= fmtA (text A "%s")) (:= x (text "a" y)) (export A)',
  ],
  ["func f() { x := 1 } }}} y(", "(func f [] (:= x 1)) y"],
  [
    "var log = logrus.New()\nfunc f() { log.Fatal(x) }",
    "(:= log (call (. logrus New))) (func f [] (throw (call (. log Fatal) x)))",
  ],
  [
    'import l "log"\nfunc f() { l.Fatal(x) }',
    "(import log=l) (func f [] (throw (call (. l Fatal) x)))",
  ],
]);

Deno.test("spans of the small tree are those of the source", async () => {
  const text =
    'package p\nfunc (r *T) M(a int) string {\n\treturn "x" + a + fmt.Sprintf("%q", b)\n}\n';
  const module = await lowered(text);
  const textAt = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  assert.equal(module.package, "p");
  assert.equal(module.language, "go");
  const [statement] = module.body;
  assert(statement?.s === "class");
  const func = statement.def.methods[0]!.func;
  assert.equal(textAt(func.nameAt), "M");
  assert.equal(textAt(func.params[0]!.target.at), "a");
  assert.equal(textAt(func.params[0]!.type!.at), "int");
  const returned = func.body[0]!;
  assert(returned.s === "return" && returned.value?.e === "text");
  assert.equal(textAt(returned.value.at), '"x" + a + fmt.Sprintf("%q", b)');
  assert.deepEqual(returned.value.parts.map(({ at }) => textAt(at)), ['"x"', "a", "b"]);
});

Deno.test("a function literal is named by its head", async () => {
  const text = "package p\nvar f = func(a int) error { return nil }\n";
  const [statement] = (await lowered(text)).body;
  assert(statement?.s === "assign" && statement.value.e === "function");
  const { nameAt } = statement.value.func;
  assert.equal(text.slice(nameAt.start, nameAt.end), "func(a int) error");
});

/** Expressions that hang to the left of one another, from the outermost on. */
function leftDepth(expr: Expr): number {
  let depth = 0;
  for (let at: Expr | undefined = expr; at; depth++) {
    at = at.e === "binary" || at.e === "logic"
      ? at.left
      : at.e === "member"
      ? at.object
      : at.e === "call"
      ? at.callee
      : undefined;
  }
  return depth;
}

const MANY = 10_000;

/** [name, expression, how many deep it nests to the left]. */
const LONG: readonly (readonly [string, string, number])[] = [
  ["sums", Array(MANY).fill("a").join(" + "), MANY],
  ["conditions", Array(MANY).fill("a").join(" && "), MANY],
  ["selectors", Array(MANY).fill("a").join("."), MANY],
  ["calls", `a${".b()".repeat(MANY)}`, 2 * MANY + 1],
  ["sums in parentheses", `${"(".repeat(MANY)}a${" + b)".repeat(MANY)}`, MANY + 1],
];

async function loweredValue(expression: string): Promise<{ value: Expr; cut: boolean }> {
  const { body, cut } = await lowered(`package p\nvar x = ${expression}\n`);
  const [statement] = body;
  assert(statement?.s === "assign");
  return { value: statement.value, cut };
}

Deno.test("what nests to the left is whole however long it is", async () => {
  for (const [name, expression, depth] of LONG) {
    const { value, cut } = await loweredValue(expression);
    assert.equal(leftDepth(value), depth, name);
    assert.equal(cut, false, name);
  }
});

Deno.test("a long text is flat, and a long list whole", async () => {
  const text = await loweredValue(`"a" + ${Array(MANY).fill("b").join(" + ")}`);
  assert(text.value.e === "text");
  assert.equal(text.value.parts.length, MANY + 1);
  const list = await loweredValue(`[]int{${"1, ".repeat(2 * MANY)}}`);
  assert(list.value.e === "list");
  assert.equal(list.value.items.length, 2 * MANY);
  assert.equal(text.cut || list.cut, false);
});

/** More than is taken of one file, in depth or in number. */
const TOO_MUCH: Readonly<Record<string, string>> = {
  calls: `var x = ${"f(".repeat(2_000)}${")".repeat(2_000)}`,
  signs: `var x = ${"-^".repeat(1_000)}a`,
  types: `var x ${"[]".repeat(2_000)}int`,
  literals: `var x = []T${"{".repeat(2_000)}${"}".repeat(2_000)}`,
  blocks: `func f() ${"{".repeat(2_000)}${"}".repeat(2_000)}`,
  branches: `func f() { ${"if a {} else ".repeat(2_000)}{} }`,
  falls: `func f() { switch x { ${"case 1: a(); fallthrough\n".repeat(200)} default: } }`,
  updates: `func f() { for i := 0; ; i++ { ${"continue\n".repeat(250_000)} } }`,
};

Deno.test("what is too deep or too much is left out, and said to be", async () => {
  for (const [name, source] of Object.entries(TOO_MUCH)) {
    const { cut } = await lowered(`package p\n${source}\n`);
    assert.equal(cut, true, name);
  }
});

// ------------------------------------------------------------------------------------- rendering

const inBrackets = (...parts: readonly string[]): string =>
  `(${parts.filter((part) => part !== "").join(" ")})`;

const all = <T>(items: readonly T[], show: (item: T) => string): string =>
  items.map(show).join(" ");

function showExpr(expr: Expr): string {
  switch (expr.e) {
    case "const":
      return expr.type === "text" ? JSON.stringify(expr.text) : expr.text;
    case "name":
      return expr.name;
    case "member":
      return inBrackets(".", showExpr(expr.object), expr.name);
    case "index":
      return inBrackets("[]", showExpr(expr.object), expr.index ? showExpr(expr.index) : ":");
    case "call":
      return inBrackets("call", showExpr(expr.callee), all(expr.args, showArg));
    case "text":
      return inBrackets("text", all(expr.parts, showExpr));
    case "binary":
    case "logic":
      return inBrackets(expr.op, showExpr(expr.left), showExpr(expr.right));
    case "unary":
      return inBrackets(expr.op, showExpr(expr.value));
    case "list":
      return inBrackets("list", all(expr.items, ({ value }) => showExpr(value)));
    case "record":
      return inBrackets("record", expr.type ?? "", all(expr.entries, showEntry));
    case "function":
      return showFunc(expr.func);
    case "cast":
      return inBrackets("cast", showType(expr.type), showExpr(expr.value));
    case "other":
      return inBrackets("other", all(expr.parts, showExpr));
    default:
      return inBrackets(expr.e);
  }
}

function showArg({ value, spread }: Arg): string {
  return spread ? `...${showExpr(value)}` : showExpr(value);
}

function showEntry({ key, computed, value }: Entry): string {
  return `${key ?? (computed ? `[${showExpr(computed)}]` : "?")}:${showExpr(value)}`;
}

function showType({ name, args, fields }: TypeRef): string {
  const inner = fields?.map((field) => `${field.name}:${showType(field.type)}`) ??
    args.map(showType);
  return inner.length === 0 ? name : `${name}<${inner.join(",")}>`;
}

function showPattern(pattern: Pattern): string {
  switch (pattern.k) {
    case "name":
      return pattern.name;
    case "place":
      return inBrackets("place", showExpr(pattern.expr));
    case "list":
      return inBrackets("list", all(pattern.items, (item) => showPattern(item!.target)));
    default:
      return "_";
  }
}

function showFunc({ name, params, self: receiver, body }: Func): string {
  const shown = params.map(({ target, type, rest }) =>
    `${rest ? "..." : ""}${showPattern(target)}${type ? `:${showType(type)}` : ""}`
  );
  return inBrackets("func", name, receiver ?? "", `[${shown.join(" ")}]`, all(body, showStmt));
}

function showClass({ name, bases, methods, fields }: ClassDef): string {
  return inBrackets(
    "class",
    name,
    all(bases, (base) => `<${showExpr(base)}`),
    all(
      fields,
      ({ name, type, tag }) =>
        `${name}:${type ? showType(type) : "?"}${tag === undefined ? "" : `@${tag}`}`,
    ),
    all(methods, ({ func }) => showFunc(func)),
  );
}

function showCase({ tests, binds, isDefault, body }: Case): string {
  return inBrackets(
    isDefault ? "default" : "case",
    `[${all(tests, showExpr)}]`,
    binds ? `as ${showPattern(binds)}` : "",
    all(body, showStmt),
  );
}

function showImport({ module, member, local }: Import): string {
  return `${module}${member === undefined ? "" : `#${member}`}${
    local === undefined ? "" : `=${local}`
  }`;
}

const showBody = (body: readonly Stmt[]): string => `{${all(body, showStmt)}}`;

function showStmt(stmt: Stmt): string {
  switch (stmt.s) {
    case "assign":
      return inBrackets(
        `${stmt.declares ? ":" : ""}${stmt.op ?? ""}=`,
        showPattern(stmt.target) + (stmt.type ? `:${showType(stmt.type)}` : ""),
        showExpr(stmt.value),
      );
    case "expr":
      return showExpr(stmt.value);
    case "if":
      return inBrackets("if", showExpr(stmt.test), showBody(stmt.then), showBody(stmt.otherwise));
    case "while":
      return inBrackets("while", stmt.test ? showExpr(stmt.test) : "", showBody(stmt.body));
    case "for":
      return inBrackets(
        "for",
        stmt.key ? `${showPattern(stmt.key)},` : "",
        showPattern(stmt.target),
        showExpr(stmt.iterable),
        showBody(stmt.body),
      );
    case "return":
    case "throw":
      return inBrackets(stmt.s, stmt.value ? showExpr(stmt.value) : "");
    case "break":
    case "continue":
      return inBrackets(stmt.s, stmt.label ?? "");
    case "switch":
      return inBrackets(
        "switch",
        stmt.subject ? showExpr(stmt.subject) : "",
        all(stmt.cases, showCase),
      );
    case "block":
      return inBrackets("block", stmt.label ?? "", all(stmt.body, showStmt));
    case "func":
      return showFunc(stmt.func);
    case "class":
      return showClass(stmt.def);
    case "import":
      return inBrackets("import", all(stmt.imports, showImport));
    case "export":
      return inBrackets("export", all(stmt.exports, (each: Export) => each.name));
    default:
      return inBrackets(stmt.s);
  }
}
