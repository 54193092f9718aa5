import assert from "node:assert/strict";
import type {
  Arg,
  Case,
  ClassDef,
  Entry,
  Expr,
  Func,
  Import,
  Loop,
  Module,
  Param,
  Pattern,
  Stmt,
  TypeRef,
} from "../../src/flow/ir.ts";
import { lowerPython } from "../../src/flow/lower/python.ts";
import { parsed } from "../support/tree.ts";

async function lowered(text: string): Promise<Module> {
  return lowerPython(await parsed("python", text));
}

type Cases = readonly (readonly [source: string, shown: string])[];

function testCases(name: string, cases: Cases): void {
  Deno.test(name, async () => {
    for (const [source, expected] of cases) {
      const { body, cut } = await lowered(source);
      assert.equal(all(body, showStmt), expected, source);
      assert.equal(cut, false, source);
    }
  });
}

testCases("Python constants and names", [
  ['f("a\\tb")', '(call f "a\\tb")'],
  ["'''a''' if x else y", '(? x "a" y)'],
  ['f(r"\\d", b"x", u"y")', '(call f "\\\\d" "x" "y")'],
  ['f("")', '(call f "")'],
  ["f(1, 0x1F, 1_0.5, 2j)", "(call f 1 0x1F 1_0.5 2j)"],
  ["f(True, None, ...)", "(call f True None (other))"],
  ["((x))", "x"],
  ["match.type(print)", "(call (. match type) print)"],
]);

testCases("Python members and subscripts", [
  ["a.b.c", "(. (. a b) c)"],
  ['a["k"]', "(. a k)"],
  ['a["k" "l"]', "(. a kl)"],
  ['a[f"k"]', "(. a k)"],
  ['a[f"{k}"]', "([] a (text k))"],
  ["a[0][-1]", "([] ([] a 0) -1)"],
  ["a[b]", "([] a b)"],
  ["a[1:2]", "([] a :)"],
  ["a[::2]", "([] a :)"],
  ["a[b, c]", "([] a [b c])"],
  ["a[*b]", "([] a b)"],
  ["a[b := 1]", "([] a (:= b 1))"],
]);

testCases("Python calls", [
  ["f()", "(call f)"],
  ["f(a, b=c, *d, **e)", "(call f a b=c *d **e)"],
  ["f(*a)(b)", "(call (call f *a) b)"],
  ["f(x for x in xs)", "(call f (each (for x xs) x))"],
  ["await a.b()", "(await (call (. a b)))"],
  ['print "a", b', '(call print "a" b)'],
  ["print >>a, b", "(call print (other a) b)"],
  ['exec "code" in x', '(call exec "code" x)'],
]);

testCases("Python operators", [
  ["a + b + c", "(+ (+ a b) c)"],
  ["a - b + c", "(+ (- a b) c)"],
  ["a - b - c", "(- (- a b) c)"],
  ["a ** b @ c", "(@ (** a b) c)"],
  ["a | b", "(| a b)"],
  ["-a", "(- a)"],
  ["-1 + ~b", "(+ -1 (~ b))"],
  ["- -1", "(- -1)"],
  ["not a", "(not a)"],
  ["a and b or c", "(or (and a b) c)"],
  ["a or b or c", "(or (or a b) c)"],
  ["not a and not b", "(and (not a) (not b))"],
  ["a < b", "(< a b)"],
  ["a < b <= c", "(and (< a b) (<= b c))"],
  ["a < f(b) < c.d < e", "(and (and (< a (call f b)) (< (other) (. c d))) (< (. c d) e))"],
  ["a not  in b", "(not in a b)"],
  ["a is not b", "(is not a b)"],
  ["a <> b", "(!= a b)"],
  ["a if b else c if d else e", "(? b a (? d c e))"],
  ["(a := b)", "(:= a b)"],
]);

testCases("Python text", [
  ['f("a" "b" f"{c}")', '(call f (text "a" "b" c))'],
  ['f"a{b}c"', '(text "a" b "c")'],
  ['f(f"{{a}}")', '(call f "{a}")'],
  ['f"{{{a}}}"', '(text "{" a "}")'],
  ['f"{a!r:>{b}}x{c:{d}.{e}f}"', '(text (call repr a) b "x" c d e)'],
  ['f"{a:%Y}{b=}{c = !r}"', '(text a "b=" b "c = " (call repr c))'],
  ["f\"{f'{a}b'}c\"", '(text a "b" "c")'],
  ['f"{a, *b}"', "(text [a ...b])"],
  ['rf"\\d{a}"', '(text "\\\\d" a)'],
  ['t"a{b}"', '(text "a" b)'],
  ['a + "b" + c', '(text a "b" c)'],
  ['a + ("b" + c) + f"d{e}"', '(text a "b" c "d" e)'],
  ['"a" * 3 + b', '(+ (* "a" 3) b)'],
  ['a + b % c + "d"', '(text a (% b c) "d")'],
  ['x += "a" + b', '(+= x (text "a" b))'],
]);

testCases("Python formats", [
  ['"a %s b" % x', '(text "a " x " b")'],
  ['"%s %d" % (a, b)', '(text a " " b)'],
  ['"%s %d" % pair', '(text ([] pair 0) " " ([] pair 1))'],
  ['"%s %s %s" % (a, *b)', '(text a " " ([] b :) " " ([] b :))'],
  ['"%(a)s %% %(b).2f" % {"a": x, "b": y}', '(text x " % " y)'],
  ['"%(a)s" % d', "(text (. d a))"],
  ['"%*d|%-5.*f" % (a, b, c, d)', '(text a b "|" c d)'],
  ['"%s" % [a, b]', "(text [a b])"],
  ['"a" "%s" % x', '(text "a" x)'],
  ['("%s" + "%s") % (x, y)', "(text x y)"],
  ['"%s" % f"{a}b"', '(text a "b")'],
  ['"%s %s" % (a,)', '(% "%s %s" [a])'],
  ['"100%" % x', '(% "100%" x)'],
  ["a % b", "(% a b)"],
  ["f % (a, b)", "(% f [a b])"],
  ['"{} {}".format(a, b)', '(text a " " b)'],
  ['"{1}{0}{1}".format(a, b)', "(text b a b)"],
  ['"{} {a}".format(b, a=c)', '(text b " " c)'],
  ['"{0[k]} {1.b.c} {{}}".format(x, y)', '(text (. x k) " " (. (. y b) c) " {}")'],
  ['"{c!r:>{d}}.".format(c=x, d=y)', '(text x y ".")'],
  ['"{:{}}".format(a, b)', "(text a b)"],
  ['"{} {}".format(a, *b)', '(text a " " ([] b :))'],
  ['"{a}".format(**d)', "(text (. d a))"],
  ['"{0}{0}{0.b}".format(f(a))', "(text (call f a) (other) (. (other) b))"],
  ['"%s%s" % f(a)', "(text ([] (call f a) 0) ([] (other) 1))"],
  ['"a".format()', '(text "a")'],
  ['("a" "{}").format(x)', '(text "a" x)'],
  ['"{}{}".format(a)', '(call (. "{}{}" format) a)'],
  ['"{".format(a)', '(call (. "{" format) a)'],
  ["x.format(a)", "(call (. x format) a)"],
  ['f"{x}{{}}".format(a)', '(call (. (text x "{}") format) a)'],
]);

testCases("Python collections", [
  ["[a, *b]", "[a ...b]"],
  ["(a,)", "[a]"],
  ["()", "[]"],
  ["{a, *b}", "[a ...b]"],
  ["a, b", "[a b]"],
  ['{"a": b, c: d, 1: e, **f}', "{a: b, [c]: d, [1]: e, ...f}"],
  ["[x for x in xs if a if b for y in x]", "(each (for x xs a b) (for y x) x)"],
  ["{k: v for k, v in d}", "(each (for [k v] d) k: v)"],
  ["{x async for x in xs}", "(each (for x xs) x)"],
]);

testCases("Python assignments", [
  ["a = b", "(= a b)"],
  ["a = b = f()", "(= a (call f)) (= b a)"],
  ["a.b = c = f()", "(= c (call f)) (= (. a b) c)"],
  ["a.b = c[0] = v", "(= (. a b) v) (= ([] c 0) v)"],
  ["a, (b, *c) = v", "(= [a [b ...c]] v)"],
  ["[a, _] = 1, 2", "(= [a _] [1 2])"],
  ["a.b[0], = v", "(= [([] (. a b) 0)] v)"],
  ["a += 1", "(+= a 1)"],
  ["a //= b", "(//= a b)"],
  ["a: int = 3", "(= a:int 3)"],
  ["self.a: str = b", "(= (. self a):str b)"],
  ["a: int", ""],
  ["x = *a, b", "(= x [...a b])"],
  ["x = y = z + 1", "(= x (+ z 1)) (= y x)"],
  ["type X[T] = list[T] | str", "(= X (other ([] list T) str))"],
  ["del a, b[0]\nglobal g\nnonlocal h\npass", ""],
]);

testCases("Python statements that leave", [
  ["return", "(return)"],
  ["return a, b", "(return [a b])"],
  ["raise", "(throw)"],
  ["raise X(a) from e", "(throw (call X a))"],
  ["assert a, b", "(if (not a) [(throw b)] [])"],
  ["sys.exit(1)\nexit()\nquit()\nos._exit(a)", "(throw 1) (throw) (throw) (throw a)"],
  ["x = exit()\na.exit()", "(= x (call exit)) (call (. a exit))"],
  ["break; continue", "(break) (continue)"],
]);

testCases("Python branches and loops", [
  [
    "if a: b\nelif c: d\nelse: e",
    "(if a [b] [(if c [d] [e])])",
  ],
  ["if a:\n  b; c\n# type: ignore\nelif d: pass", "(if a [b c] [(if d [] [])])"],
  ["while a: b\nelse: c", "(while a [b]) c"],
  ["for a, b in c, d: e\nelse: f", "(for [a b] [c d] [e] [f])"],
  ["for x.y in z: pass", "(for (. x y) z [] [])"],
  ["async def f():\n  async for x in y: z", "(func async f [] [(for x y [z] [])])"],
  [
    "try: a\nexcept E as e: b\nexcept (A, B): c\nexcept: d\nelse: f\nfinally: g",
    "(try [a] (except e [b]) (except [c]) (except [d]) [f] [g])",
  ],
  ["try: a\nexcept* E as e: b", "(try [a] (except e [b]) [] [])"],
  ["try: a\nexcept E, e: b", "(try [a] (except e [b]) [] [])"],
  ["try: a\nexcept A, B: b", "(try [a] (except [b]) [] [])"],
  ["with f() as a, g(): b", "(= a (enter (call f))) (enter (call g)) b"],
  ["with (f() as (a, b), c as d.e): pass", "(= [a b] (enter (call f))) (= (. d e) (enter c))"],
  ["with f() as a, \\\n  g() as b: pass", "(= a (enter (call f))) (= b (enter (call g)))"],
]);

Deno.test("Python's long chains of elif are a switch over conditions", async () => {
  const clauses = Array.from({ length: 300 }, (_, i) => `elif a == ${i}: f(${i})`);
  const { body, cut } = await lowered(`if b: c\n${clauses.join("\n")}\nelse: d\n`);
  assert.equal(cut, false);
  const shown = all(body, showStmt);
  assert.ok(shown.startsWith("(switch - (case b [c]) (case (== a 0) [(call f 0)]) "), shown);
  assert.ok(shown.endsWith(" (case (== a 299) [(call f 299)]) (default [d]))"), shown);
});

function matched(pattern: string): string {
  return `match v:\n  case ${pattern}: x`;
}

const PATTERNS: Cases = [
  ['1 | "a"', '(case 1 "a" [x])'],
  ["-1 | 2.5", "(case -1 2.5 [x])"],
  ["None | A.B | True", "(case None (. A B) True [x])"],
  ["(1)", "(case 1 [x])"],
  ['"a" "b"', '(case (text "a" "b") [x])'],
  ["1+2j", "(case 1+2j [x])"],
  ["_", "(default [x])"],
  ["y", "(default as y [x])"],
  ["y if y", "(case as y if y [x])"],
  ['"a" | _', "(default [x])"],
  ['"a" | B()', "(case [x])"],
  ['("a" | "b") as y', '(case "a" "b" as y [x])'],
  ["str(y) | bytes(y)", "(case as y [x])"],
  ["str() as y", "(case as y [x])"],
  ["A(y, k=z, n=1)", "(case as {?: y, k: z, n: _} [x])"],
  ["A(k=_)", "(case [x])"],
  ['{"k": y, 1: z, A.B: w, "n": 1, **r}', "(case as {k: y, ?: z, ?: w, n: _, ...r} [x])"],
  ['{"k": 1}', "(case [x])"],
  ['{"k": y} as z', "(case as {k: y, ...z} [x])"],
  ["[y, *r, _]", "(case as [y ...r _] [x])"],
  ["(y, [z, *_])", "(case as [y [z ..._]] [x])"],
  ["y, z", "(case as [y z] [x])"],
  ["y,", "(case as [y] [x])"],
  ["*r, 1", "(case as [...r _] [x])"],
  ["[y, z] as w", "(case as {?: y, ?: z, ...w} [x])"],
  ['[("a" | "b") as y, A(z)]', "(case as [y {?: z}] [x])"],
  ["[]", "(case [x])"],
];

testCases(
  "Python patterns of match",
  PATTERNS.map(([source, shown]) => [matched(source), `(switch v ${shown})`]),
);

testCases("Python's match", [
  ["match a, b:\n  case 1, c: x", "(switch [a b] (case as [_ c] [x]))"],
  ["match a:\n  case 1: x; y\n  case _: z", "(switch a (case 1 [x y]) (default [z]))"],
]);

testCases("Python imports", [
  ["import a", "(import a as a)"],
  ["import a.b as c, d", "(import a.b as c, d as d)"],
  ["import a.b", "(import a as a, a.b)"],
  ["from .x import y as z, w", "(import .x:y as z, .x:w as w)"],
  ["from .. import q", "(import ..:q as q)"],
  ["from ..a.b import (c,)", "(import ..a.b:c as c)"],
  ["from x import *", "(import x:*)"],
  ["from __future__ import annotations", "(import __future__:annotations as annotations)"],
]);

testCases("Python functions", [
  ['def f():\n  "doc"\n  "text"', '(func f [] ["text"])'],
  [
    "def f(a, /, b: int = 3, c=4, *args: str, d, **kw): pass",
    "(func f [a/ b:int=3 c=4 *args:str !d **kw] [])",
  ],
  ["def f(a, *, b=1): pass", "(func f [a !b=1] [])"],
  ["def f[T: int](x: T) -> T: return x", "(func f [x:T] [(return x)])"],
  ["def f((a, b), _): pass", "(func f [[a b]/ _] [])"],
  ["@a.b(c)\n@d\nasync def f(): pass", "(func @(call (. a b) c) @d async f [] [])"],
  ["def f():\n  x = yield a, b", "(func gen f [] [(= x (yield [a b]))])"],
  ["def f():\n  yield from a\n  yield", "(func gen f [] [(yield a) (yield)])"],
  [
    "def f():\n  g = lambda: (yield)\n  def h(): yield",
    "(func f [] [(= g (fn gen [] [(return " +
    "(yield))])) (func gen h [] [(yield)])])",
  ],
  ["lambda x, *y, k=1, **z: x", "(fn [x *y !k=1 **z] [(return x)])"],
]);

testCases("Python classes", [
  ["class A: pass", "(class A [])"],
  ["class A(B, c.D, *E, metaclass=M): '''doc'''", "(class A [B (. c D) E])"],
  [
    "@dataclass\nclass A(BaseModel):\n  a: int = 3\n  b: str\n  c = 4\n  d: ClassVar[int] = 5",
    "(class @dataclass A [BaseModel] a:int=3 b:str static c=4 static d:int=5)",
  ],
  [
    "class A:\n  a, b = f()\n  c = d = 1",
    "(class A [] static a=([] (call f) :) " +
    "static b=([] (call f) :) static c=1 static d=1)",
  ],
  [
    "class A:\n  def __init__(self, a): self.a = a\n  def m(this): return this.a",
    "(class A [] (constructor self:self __init__ [a] [(= (. self a) a)]) " +
    "(method self:this m [] [(return (. this a))]))",
  ],
  [
    "class A:\n  @staticmethod\n  def f(a): pass\n  @classmethod\n  async def g(cls, a): pass",
    "(class A [] (static method @staticmethod f [a] []) " +
    "(static method @classmethod async self:cls g [a] []))",
  ],
  [
    "class A:\n  @property\n  def p(self): pass\n  @p.setter\n  def p(self, v): pass",
    "(class A [] (getter @property self:self p [] []) " +
    "(setter @(. p setter) self:self p [v] []))",
  ],
  [
    "class A:\n  @functools.cached_property\n  def p(self): pass\n  def __new__(cls): pass",
    "(class A [] (getter @(. functools cached_property) self:self p [] []) " +
    "(static method self:cls __new__ [] []))",
  ],
  [
    "class A:\n  def f(*args): pass\n  def g(*, a): pass",
    "(class A [] (method f [*args] []) " +
    "(method g [!a] []))",
  ],
  [
    "class A:\n  if x:\n    def f(self): pass\n  else:\n    a = 1\n  try: b = 2\n  except: c = 3",
    "(class A [] (method self:self f [] []) static a=1 static b=2 static c=3)",
  ],
  [
    "class A:\n  class B:\n    c: int\n  f(x)",
    "(class A [] static B=(class B [] c:int)) (call f x)",
  ],
]);

const TYPES: Cases = [
  ["int", "int"],
  ["a.b.C", "a.b.C"],
  ["None", "None"],
  ["list[int]", "list<int>"],
  ["dict[str, list[int]]", "dict<str list<int>>"],
  ["typing.List[int]", "typing.List<int>"],
  ["int | None", "int"],
  ["int | str | None", "|<int str>"],
  ["list[int] | str | a.B", "|<list<int> str a.B>"],
  ["Optional[int]", "int"],
  ["t.Optional[Union[int, str]]", "|<int str>"],
  ["Union[int, None]", "int"],
  ['Literal["a", 1, -1, None, True]', "Literal{a 1 -1 True}"],
  ['t.Literal["a"] | None', "t.Literal{a}"],
  ["Annotated[str, Field(pattern=p), x]", "str@(call Field pattern=p)@x"],
  ["typing.Annotated[int | None, A()]", "int@(call A)"],
  ["Optional[Annotated[str, a]]", "str@a"],
  ["Final[int]", "int"],
  ["Callable[[int], str]", "Callable<<int> str>"],
  ["Callable[..., str]", "Callable<... str>"],
  ["tuple[int, ...]", "tuple<int ...>"],
  ["(int, str)", "tuple<int str>"],
  ["constr(pattern=p)", "constr@(call constr pattern=p)"],
  ["int or None", "int"],
  ["lambda: 3", ""],
  ['"Foo"', "Foo"],
  ['"list[a.Foo] | None"', "list<a.Foo>"],
  ["'Optional[Union[int, Foo]]'", "|<int Foo>"],
  ["'Literal[\"a\", 1]'", "Literal{a 1}"],
  ["'Annotated[str, x]'", "str"],
  ["'Callable[[int], str]'", "Callable<<int> str>"],
  ['list["Foo"]', "list<Foo>"],
  ['"]]["', ""],
  [`"${"A[".repeat(23)}B"`, `${"A<".repeat(21)}A${">".repeat(21)}`],
];

testCases(
  "Python types",
  TYPES.map(([source, shown]) => [`x: ${source} = y`, `(= x:${shown} y)`]),
);

Deno.test("errors in Python cost what they stand in", async () => {
  const calls = [
    "def f(:\n    os.system(x)\n",
    "os.system(x\ny = 1\n",
    "if a\n    os.system(x)\n",
    "x = = os.system(x)\n",
    "class A(:\n    os.system(x)\n",
    "with a as: os.system(x)\n",
    "match v:\n  case +2:\n    os.system(x)\n",
  ];
  for (const source of calls) {
    const { body } = await lowered(source);
    assert.ok(all(body, showStmt).includes("(. os system)"), `${source}${all(body, showStmt)}`);
  }
});

Deno.test("cut anywhere, a Python file is still lowered", async () => {
  const source = [
    "@d(a)\nasync def f(a, /, b: int = 3, *c, **d) -> str:\n  'doc'\n  yield f'{a!r:{b}}{{'",
    "class A(B, m=C):\n  x: Optional['int'] = 1\n  def g(self): return [x for x in y if z]",
    "match a:\n  case {'k': [b, *c], **d} | E(f, g=-1) as h if i: j += '%s' % k",
    "with a as b, c: x = y = {'a': b, **c} if d < e < f else lambda *a, b=1: not a[1:2, 'k']",
    "try: import a.b as c\nexcept E as e: '{0[a]} {}'.format(*x, **y)\nfrom .a import (b, c)",
  ].join("\n");
  for (let end = 0; end < source.length; end++) await lowered(source.slice(0, end));
});

const MANY = 10_000;

/** [name, expression]. */
const DEEP: readonly (readonly [string, string])[] = [
  ["members", `a${".b".repeat(MANY)}`],
  ["calls", `a${".b()".repeat(MANY)}`],
  ["lists", `${"[".repeat(1_000)}${"]".repeat(1_000)}`],
  ["negations", `${"not ".repeat(400)}a`],
  ["choices", `${"a if b else ".repeat(1_000)}c`],
  ["powers", Array(1_000).fill("a").join(" ** ")],
  ["sums in parentheses", `${"(".repeat(1_000)}a${" + b)".repeat(1_000)}`],
  ["types", `1; y: ${"list[".repeat(1_000)}int${"]".repeat(1_000)} = z`],
  ["arguments", `${"f(".repeat(1_000)}${")".repeat(1_000)}`],
];

for (const [name, source] of DEEP) {
  Deno.test(`deep nesting of ${name} in Python is cut`, async () => {
    const { body, cut } = await lowered(`x = ${source}\n`);
    assert.equal(cut, true);
    assert.ok(depthOf(body) < 2_000);
  });
}

/** [name, source, what its rendering begins with]. */
const LONG: readonly (readonly [string, string, string])[] = [
  ["a sum with a text", `x = ${"a + ".repeat(MANY)}"b"`, "(= x (text a a "],
  ["a sum", `x = ${Array(MANY).fill("a").join(" + ")}`, "(= x (+ (+ "],
  ["a sum and difference", `x = ${"a + b - ".repeat(MANY)}c`, "(= x (other a b "],
  ["a condition", `x = ${Array(MANY).fill("a").join(" and ")}`, "(= x (and (and "],
  ["a mixed condition", `x = ${"(a or b) and ".repeat(MANY)}c`, "(= x (and (and "],
  ["a comparison", `x = ${Array(MANY).fill("a").join(" < ")}`, "(= x (and (and "],
  ["adjacent literals", `x = (${'"a"\n'.repeat(MANY)})`, '(= x (text "a" "a" '],
  ["a list", `x = [${"a, ".repeat(20_000)}]`, "(= x [a a "],
  ["a dictionary", `x = {${'"a": b, '.repeat(20_000)}}`, "(= x {a: b, "],
  ["arguments", `x = f(${"a, ".repeat(20_000)})`, "(= x (call f a a "],
  ["an f-string", `x = f"${"{a}b".repeat(MANY)}"`, '(= x (text a "b" a '],
  ["a format", `x = "${"%s ".repeat(MANY)}" % (${"a, ".repeat(MANY)})`, '(= x (text a " " a '],
  ["a format of braces", `x = "${"{0} ".repeat(MANY)}".format(a)`, '(= x (text a " " a '],
  ["names that take one value", `${"a = ".repeat(1_000)}b`, "(= a b) (= a a) "],
  ["alternatives of a type", `x: ${"A | ".repeat(MANY)}B = y`, "(= x:|<A A "],
  ["statements", "f(a)\n".repeat(20_000), "(call f a) (call f a) "],
  ["parentheses", `x = ${"(".repeat(1_000)}a${")".repeat(1_000)}`, "(= x a)"],
];

for (const [name, source, start] of LONG) {
  Deno.test(`${name} of any length in Python stays whole and shallow`, async () => {
    const { body, cut } = await lowered(source);
    assert.equal(cut, false);
    assert.ok(depthOf(body) < 60);
    const shown = all(body, showStmt);
    assert.ok(shown.startsWith(start), shown.slice(0, 80));
  });
}

/** Each doubles what is put in the place of the `@`. */
const DOUBLING = [
  '"{0}{0}".format(@)',
  '"{a}{a}".format(a=@)',
  '"{}{}".format(*@)',
  '"%s%s" % (@).b()',
  '"%(a)s%(b)s" % (@)',
  '"%(a)s%(a)s" % {"a": @}',
  "a < (@) < a",
];

Deno.test("what Python uses twice does not double over and over", async () => {
  for (const form of DOUBLING) {
    const source = Array(40).fill(form).reduce((inside, outer) => outer.replace("@", inside));
    const { body } = await lowered(`x = ${source}`);
    assert.ok(all(body, showStmt).length < 10_000, form);
  }
});

Deno.test("more statements than a call may have arguments stay whole in Python", async () => {
  const { body, cut } = await lowered(`x = = (\n${"a\n".repeat(150_000)}`);
  assert.equal(cut, false);
  assert.ok(body.length > 130_000);
});

Deno.test("nodes of Python say where they stand", async () => {
  const source = [
    'x = "a" + (b) + f"c\\t{d}e"',
    "def name(a): pass",
    "y = lambda p, q: p",
    'z = "%s" % w',
  ].join("\n");
  const { body } = await lowered(source);
  const [sum, func, lambda, format] = body;
  const text = ({ start, end }: { start: number; end: number }): string => source.slice(start, end);
  assert.ok(sum?.s === "assign" && sum.value.e === "text");
  assert.equal(text(sum.at), source.split("\n")[0]);
  assert.equal(text(sum.target.at), "x");
  assert.deepEqual(sum.value.parts.map(({ at }) => text(at)), ['"a"', "b", "c\\t", "d", "e"]);
  assert.equal(text(sum.value.at), source.split("\n")[0]!.slice(4));
  assert.ok(func?.s === "func");
  assert.deepEqual([func.at, func.func.nameAt].map(text), ["def name(a): pass", "name"]);
  assert.ok(lambda?.s === "assign" && lambda.value.e === "function");
  assert.equal(text(lambda.value.func.nameAt), "lambda p, q");
  assert.ok(format?.s === "assign" && format.value.e === "text");
  assert.deepEqual(format.value.parts.map(({ at }) => text(at)), ["w"]);
});

// ------------------------------------------------------------------------------------------- showing

/** Levels of objects inside one another, told without recursion. */
function depthOf(body: readonly Stmt[]): number {
  let level: unknown[] = [body];
  let depth = 0;
  while (level.length > 0) {
    depth++;
    const inside = level.flatMap((each) => Object.values(each as object));
    level = inside.filter((each) => typeof each === "object" && each !== null);
  }
  return depth;
}

function all<T>(items: readonly T[], show: (item: T) => string, separator = " "): string {
  return items.map(show).join(separator);
}

function words(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== "").join(" ");
}

function block(body: readonly Stmt[]): string {
  return `[${all(body, showStmt)}]`;
}

function showStmt(stmt: Stmt): string {
  switch (stmt.s) {
    case "assign": {
      const type = stmt.type ? `:${showType(stmt.type)}` : "";
      return `(${stmt.op ?? ""}= ${showPattern(stmt.target)}${type} ${show(stmt.value)})`;
    }
    case "expr":
      return show(stmt.value);
    case "if":
      return `(if ${show(stmt.test)} ${block(stmt.then)} ${block(stmt.otherwise)})`;
    case "while":
      return `(while ${stmt.test ? show(stmt.test) : "-"} ${block(stmt.body)})`;
    case "for":
      return `(for ${showPattern(stmt.target)} ${show(stmt.iterable)} ${block(stmt.body)} ${
        block(stmt.otherwise)
      })`;
    case "return":
    case "throw":
      return `(${words(stmt.s, stmt.value && show(stmt.value))})`;
    case "break":
    case "continue":
      return `(${stmt.s})`;
    case "try": {
      const handlers = all(
        stmt.handlers,
        ({ target, body }) => `(${words("except", target && showPattern(target), block(body))})`,
      );
      const tail = `${block(stmt.otherwise)} ${block(stmt.finally)}`;
      return `(${words("try", block(stmt.body), handlers, tail)})`;
    }
    case "switch":
      return `(switch ${stmt.subject ? show(stmt.subject) : "-"} ${all(stmt.cases, showCase)})`;
    case "block":
      return `(block ${block(stmt.body)})`;
    case "func":
      return `(func ${showFunc(stmt.func)})`;
    case "class":
      return showClass(stmt.def);
    case "import":
      return `(import ${all(stmt.imports, showImport, ", ")})`;
    case "export":
      return "(export)";
  }
}

function showCase({ tests, binds, guard, isDefault, body }: Case): string {
  return `(${
    words(
      isDefault ? "default" : "case",
      all(tests, show),
      binds && `as ${showPattern(binds)}`,
      guard && `if ${show(guard)}`,
      block(body),
    )
  })`;
}

function showImport({ module, member, local }: Import): string {
  return words(`${module}${member === undefined ? "" : `:${member}`}`, local && `as ${local}`);
}

function showFunc({ name, params, self, body, decorators, isAsync, isGenerator }: Func): string {
  return words(
    all(decorators, (each) => `@${show(each)}`),
    isAsync && "async",
    isGenerator && "gen",
    self && `self:${self}`,
    name,
    `[${all(params, showParam)}]`,
    block(body),
  );
}

const RESTS = { positional: "*", keywords: "**" } as const;

/** `!` is in front of what only a keyword gives, `/` behind what no keyword gives. */
function showParam({ target, name, type, default: value, rest, keywordOnly }: Param): string {
  const before = `${keywordOnly ? "!" : ""}${rest ? RESTS[rest] : ""}`;
  const after = `${type ? `:${showType(type)}` : ""}${value ? `=${show(value)}` : ""}`;
  return `${before}${showPattern(target)}${name === "" && !rest ? "/" : ""}${after}`;
}

function showType({ name, args, literals, annotations }: TypeRef): string {
  const inside = args.length > 0 ? `<${all(args, showType)}>` : "";
  const values = literals ? `{${literals.join(" ")}}` : "";
  return `${name}${inside}${values}${all(annotations ?? [], (each) => `@${show(each)}`, "")}`;
}

function showClass({ name, bases, decorators, methods, fields }: ClassDef): string {
  return `(${
    words(
      "class",
      all(decorators, (each) => `@${show(each)}`),
      name,
      `[${all(bases, show)}]`,
      all(
        methods,
        ({ func, isStatic, kind }) => `(${words(isStatic && "static", kind, showFunc(func))})`,
      ),
      all(fields, (field) => {
        const type = field.type ? `:${showType(field.type)}` : "";
        const value = field.value ? `=${show(field.value)}` : "";
        return words(field.isStatic && "static", `${field.name}${type}${value}`);
      }),
    )
  })`;
}

function showPattern(pattern: Pattern): string {
  switch (pattern.k) {
    case "name":
      return pattern.name;
    case "place":
      return show(pattern.expr);
    case "list":
      return `[${
        all(
          pattern.items,
          (item) => item ? `${item.rest ? "..." : ""}${showPattern(item.target)}` : "-",
        )
      }]`;
    case "record": {
      const entries = pattern.entries.map(({ key, target }) =>
        `${key ?? "?"}: ${showPattern(target)}`
      );
      if (pattern.rest) entries.push(`...${showPattern(pattern.rest)}`);
      return `{${entries.join(", ")}}`;
    }
    case "none":
      return "_";
  }
}

function showArg({ value, name, spread }: Arg): string {
  return `${spread ? RESTS[spread] : ""}${name === undefined ? "" : `${name}=`}${show(value)}`;
}

function showEntry({ key, computed, value, spread }: Entry): string {
  if (spread) return `...${show(value)}`;
  return `${key ?? (computed ? `[${show(computed)}]` : "?")}: ${show(value)}`;
}

function showLoop({ target, iterable, tests }: Loop): string {
  return `(${words("for", showPattern(target), show(iterable), all(tests, show))})`;
}

function show(expr: Expr): string {
  switch (expr.e) {
    case "const":
      return expr.type === "text" ? JSON.stringify(expr.text) : expr.text;
    case "name":
      return expr.name;
    case "member":
      return `(. ${show(expr.object)} ${expr.name})`;
    case "index":
      return `([] ${show(expr.object)} ${expr.index ? show(expr.index) : ":"})`;
    case "call":
      return `(${words("call", show(expr.callee), all(expr.args, showArg))})`;
    case "text":
      return `(${words("text", all(expr.parts, show))})`;
    case "binary":
    case "logic":
      return `(${expr.op} ${show(expr.left)} ${show(expr.right)})`;
    case "unary":
      return `(${expr.op} ${show(expr.value)})`;
    case "choice":
      return `(? ${show(expr.test)} ${show(expr.then)} ${show(expr.otherwise)})`;
    case "list":
      return `[${all(expr.items, ({ value, spread }) => `${spread ? "..." : ""}${show(value)}`)}]`;
    case "record":
      return `{${all(expr.entries, showEntry, ", ")}}`;
    case "function":
      return `(fn ${showFunc(expr.func)})`;
    case "class":
      return showClass(expr.def);
    case "await":
    case "enter":
      return `(${expr.e} ${show(expr.value)})`;
    case "yield":
      return `(${words("yield", expr.value && show(expr.value))})`;
    case "assign":
      return `(${expr.op ?? ":"}= ${showPattern(expr.target)} ${show(expr.value)})`;
    case "each": {
      const key = expr.key ? `${show(expr.key)}: ` : "";
      return `(each ${all(expr.loops, showLoop)} ${key}${show(expr.value)})`;
    }
    case "cast":
      return `(cast ${showType(expr.type)} ${show(expr.value)})`;
    case "sequence":
      return `(${words("sequence", all(expr.values, show))})`;
    case "other":
      return `(${words("other", all(expr.parts, show))})`;
  }
}
