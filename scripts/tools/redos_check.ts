// Holds every regular expression of src/ to a proof or a reviewed reason that hostile text cannot
// make it slow: literals, `new RegExp("…")`, and those that rules build at run time.
//
//   deno task redos-check               checks; new verdicts are added to redos_verdicts.json
//   deno task redos-check --self-test   shows that the check itself can fail

import type * as Recheck from "recheck";
import pure from "recheck/lib/browser.js";
import type { Node } from "web-tree-sitter";
import { parserFor } from "../../src/syntax/grammar.ts";

const ROOT = new URL("../../", import.meta.url);
const VERDICTS = new URL("redos_verdicts.json", import.meta.url);
const REVIEWED = new URL("redos_reviewed.json", import.meta.url);
const DETECTORS = new URL("src/detectors/mod.ts", ROOT);
const GENERATED = "src/syntax/grammars/";

/**
 * The browser build is the pure backend and has no other. Its inner clocks are off, so that a
 * verdict depends on the expression and not on the machine; only the last one stays.
 */
const PARAMETERS = {
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  timeout: 30_000,
} as const;
/** Verdicts of another version or of other parameters are not reused. */
const CHECKER = "recheck 4.5.0, pure, without inner timeouts";
const REFUSED_FLAGS = /[vd]/;

interface Expression {
  readonly source: string;
  readonly flags: string;
  /** `file:line`, or the rule that built it. */
  readonly where: string;
}

/** A `new RegExp(…)` whose text is known only at run time. */
interface Dynamic {
  readonly file: string;
  readonly line: number;
  /** As it stands in the file, white space folded. */
  readonly source: string;
}

interface Reviewed {
  /** What the checker says, and why it is safe all the same. */
  readonly expressions: readonly {
    readonly expression: string;
    readonly flags: string;
    readonly verdict: string;
    readonly bound: string;
  }[];
  readonly dynamic: readonly {
    readonly file: string;
    readonly source: string;
    readonly bound: string;
  }[];
}

/** Everything found; expressions in order of place, the first of equals. */
interface Found {
  readonly expressions: ReadonlyMap<string, Expression>;
  readonly dynamic: readonly Dynamic[];
}

type Verdicts = Map<string, string>;

function keyOf(source: string, flags: string): string {
  return `/${source}/${[...flags].sort().join("")}`;
}

/** `safe`, `vulnerable: 2nd degree polynomial`, `unknown: timeout` … */
function verdictOf(source: string, flags: string): string {
  const { checkSync } = pure as typeof Recheck;
  const found = checkSync(source, flags, PARAMETERS);
  if (found.status === "safe") return "safe";
  if (found.status === "unknown") return `unknown: ${found.error.kind}`;
  return `vulnerable: ${found.complexity.summary}`;
}

async function findInSource(): Promise<Found> {
  const expressions = new Map<string, Expression>();
  const dynamic: Dynamic[] = [];
  const add = (found: Expression): void => {
    const key = keyOf(found.source, found.flags);
    if (!expressions.has(key)) expressions.set(key, found);
  };
  const { parser } = await parserFor("typescript");
  for (const file of await sourceFiles("src/")) {
    const tree = parser.parse(await Deno.readTextFile(new URL(file, ROOT)))!;
    try {
      for (const found of findInTree(tree.rootNode)) {
        if ("flags" in found) add({ ...found, where: `${file}:${found.line}` });
        else dynamic.push({ ...found, file });
      }
    } finally {
      tree.delete();
    }
  }
  for (const found of await findInRules()) add(found);
  return { expressions, dynamic };
}

async function sourceFiles(folder: string): Promise<string[]> {
  const files: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(new URL(folder, ROOT))) {
    const path = folder + name;
    if (isDirectory) files.push(...await sourceFiles(`${path}/`));
    else if (path.endsWith(".ts") && !path.startsWith(GENERATED)) files.push(path);
  }
  return files.sort();
}

type InTree =
  | { readonly source: string; readonly flags: string; readonly line: number }
  | { readonly source: string; readonly line: number };

function* findInTree(root: Node): Generator<InTree> {
  const constants: Constants = new Map();
  for (const declarator of root.descendantsOfType("variable_declarator")) {
    const name = declarator?.childForFieldName("name");
    if (name?.type !== "identifier") continue;
    // A name that stands for two things stands for none.
    const value = constants.has(name.text) ? null : declarator!.childForFieldName("value");
    constants.set(name.text, /^const\b/.test(declarator!.parent!.text) ? value : null);
  }
  for (const node of root.descendantsOfType(["regex", "new_expression", "call_expression"])) {
    if (!node) continue;
    const line = node.startPosition.row + 1;
    if (node.type === "regex") {
      const flags = node.childForFieldName("flags")?.text ?? "";
      yield { source: patternOf(node), flags, line };
      continue;
    }
    const field = node.type === "new_expression" ? "constructor" : "function";
    if (!/^(globalThis\.)?RegExp$/.test(node.childForFieldName(field)?.text ?? "")) continue;
    const [source, flags] = (node.childForFieldName("arguments")?.namedChildren ?? [])
      .filter((argument) => argument?.type !== "comment");
    const text = constantOf(source, constants);
    const flagText = flags ? constantOf(flags, constants) : "";
    if (text === undefined || flagText === undefined) {
      yield { source: node.text.replace(/\s+/g, " "), line };
    } else yield { source: new RegExp(text, flagText).source, flags: flagText, line };
  }
}

/** The value of each `const` of a file; null for a name declared twice, or not by `const`. */
type Constants = Map<string, Node | null>;

function patternOf(regex: Node): string {
  return regex.childForFieldName("pattern")?.text ?? "";
}

/** The text of an expression made of literals, constants of the file and their `.source`. */
function constantOf(node: Node | null | undefined, constants: Constants): string | undefined {
  const field = (name: string): string | undefined =>
    constantOf(node?.childForFieldName(name), constants);
  switch (node?.type) {
    case "string":
      return evaluate(node.text);
    case "parenthesized_expression":
      return constantOf(node.namedChild(0), constants);
    case "template_string":
      return joined(
        node.namedChildren.map((piece) =>
          piece?.type === "template_substitution"
            ? constantOf(piece.namedChild(0), constants)
            : evaluate(`\`${piece?.text}\``)
        ),
      );
    case "call_expression": {
      const template = node.childForFieldName("arguments");
      const raw = node.childForFieldName("function")?.text === "String.raw";
      if (!raw || template?.type !== "template_string") return undefined;
      return joined(
        template.namedChildren.map((piece) =>
          piece?.type === "template_substitution"
            ? constantOf(piece.namedChild(0), constants)
            : piece?.text
        ),
      );
    }
    case "binary_expression":
      if (node.childForFieldName("operator")?.type !== "+") return undefined;
      return joined([field("left"), field("right")]);
    case "identifier": {
      const value = constants.get(node.text);
      return value && value.id !== node.id ? constantOf(value, constants) : undefined;
    }
    case "member_expression": {
      if (node.childForFieldName("property")?.text !== "source") return undefined;
      const object = node.childForFieldName("object");
      const value = object?.type === "identifier" ? constants.get(object.text) : object;
      return value?.type === "regex" ? patternOf(value) : undefined;
    }
    default:
      return undefined;
  }
}

function joined(pieces: readonly (string | undefined)[]): string | undefined {
  return pieces.includes(undefined) ? undefined : pieces.join("");
}

/** `literal` is one string literal of this project's own source. */
function evaluate(literal: string): string {
  return String(new Function(`return ${literal}`)());
}

interface RuleLike {
  readonly id: string;
  readonly matcher: {
    readonly kind: string;
    readonly patterns?: readonly { readonly expression: RegExp }[];
  };
}

async function findInRules(): Promise<Expression[]> {
  try {
    await Deno.stat(DETECTORS);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
  const { ALL_RULES } = await import(DETECTORS.href) as { ALL_RULES: readonly RuleLike[] };
  return ALL_RULES.flatMap(({ id, matcher }) =>
    (matcher.kind === "text" ? matcher.patterns ?? [] : []).map(({ expression }) => ({
      source: expression.source,
      flags: expression.flags,
      where: `rule ${id}`,
    }))
  );
}

async function readVerdicts(): Promise<Verdicts> {
  try {
    const { checker, verdicts } = JSON.parse(await Deno.readTextFile(VERDICTS));
    return new Map(checker === CHECKER ? Object.entries(verdicts) : []);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return new Map();
    throw error;
  }
}

/** Sorted, and only of expressions that still occur. */
async function writeVerdicts(verdicts: Verdicts): Promise<void> {
  const sorted = [...verdicts].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
  const content = { checker: CHECKER, verdicts: Object.fromEntries(sorted) };
  await Deno.writeTextFile(VERDICTS, JSON.stringify(content, undefined, 2) + "\n");
}

/** What is wrong; empty when every expression is safe or reviewed, and no review is stale. */
function judge(found: Found, verdicts: Verdicts, reviewed: Reviewed): string[] {
  const faults: string[] = [];
  const reviews = new Map(
    reviewed.expressions.map((entry) => [keyOf(entry.expression, entry.flags), entry]),
  );
  for (const [key, { source, flags, where }] of found.expressions) {
    if (REFUSED_FLAGS.test(flags)) {
      faults.push(`${where}: ${key} has a flag that the checker cannot read; do without v and d`);
      continue;
    }
    const verdict = verdicts.get(key)!;
    if (verdict === "safe" || reviews.get(key)?.verdict === verdict) continue;
    const entry = JSON.stringify({ expression: source, flags, verdict, bound: "" });
    faults.push(
      `${where}: ${key} is ${verdict}; bound it, or give the reason that makes it safe:\n  ${entry}`,
    );
  }
  for (const [key, { verdict, bound }] of reviews) {
    if (!found.expressions.has(key)) faults.push(`redos_reviewed.json: ${key} no longer occurs`);
    else if (verdicts.get(key) === "safe") faults.push(`redos_reviewed.json: ${key} is safe`);
    if (bound.trim() === "") faults.push(`redos_reviewed.json: ${key} (${verdict}) has no reason`);
  }
  const same = (a: { file: string; source: string }, b: { file: string; source: string }) =>
    a.file === b.file && a.source === b.source;
  for (const one of found.dynamic) {
    if (reviewed.dynamic.some((entry) => same(entry, one))) continue;
    const entry = JSON.stringify({ file: one.file, source: one.source, bound: "" });
    faults.push(
      `${one.file}:${one.line}: built at run time; say what bounds it:\n  ${entry}`,
    );
  }
  for (const entry of reviewed.dynamic) {
    const name = `${entry.file}: ${entry.source}`;
    if (!found.dynamic.some((one) => same(entry, one))) {
      faults.push(`redos_reviewed.json: ${name} no longer occurs`);
    }
    if (entry.bound.trim() === "") faults.push(`redos_reviewed.json: ${name} has no reason`);
  }
  return faults;
}

async function check(): Promise<string[]> {
  const found = await findInSource();
  const cached = await readVerdicts();
  const verdicts: Verdicts = new Map();
  let computed = 0;
  for (const [key, { source, flags }] of found.expressions) {
    if (REFUSED_FLAGS.test(flags)) continue;
    const known = cached.get(key);
    verdicts.set(key, known ?? verdictOf(source, flags));
    if (known !== undefined) continue;
    computed++;
    // A run that is cut short has not been for nothing.
    await writeVerdicts(new Map([...cached, ...verdicts]));
  }
  if (computed > 0 || cached.size !== verdicts.size) await writeVerdicts(verdicts);
  const reviewed = JSON.parse(await Deno.readTextFile(REVIEWED)) as Reviewed;
  const faults = judge(found, verdicts, reviewed);
  if (faults.length === 0) {
    console.log(
      `${found.expressions.size} regular expressions (${computed} new): none is slow; ` +
        `${reviewed.expressions.length + reviewed.dynamic.length} by review`,
    );
  }
  return faults;
}

/** Each line: what must fail and how; a fault here is a fault of this file. */
async function selfTest(): Promise<string[]> {
  const source = [
    "const a = /(a+)+$/;",
    'const b = new RegExp("^[a-z]{1,8}\\\\.$", "i");',
    "const c = RegExp(String.raw`\\d{1,3}`);",
    "const d = new RegExp(`${list.join()}x`);",
    "const e = /x/v;",
    'const f = new RegExp("y" + "z");',
    "const g = new RegExp(`\\\\d${f0.source}|${b0}`, 'g'), f0 = /q\\.?/, b0 = 'k';",
    "const h = new RegExp(b1); let b1 = 'k';",
  ].join("\n");
  const { parser } = await parserFor("typescript");
  const tree = parser.parse(source)!;
  const expressions = new Map<string, Expression>();
  const dynamic: Dynamic[] = [];
  for (const found of findInTree(tree.rootNode)) {
    if (!("flags" in found)) dynamic.push({ ...found, file: "t.ts" });
    else expressions.set(keyOf(found.source, found.flags), { ...found, where: `t:${found.line}` });
  }
  tree.delete();
  const verdicts: Verdicts = new Map();
  for (const [key, { source, flags }] of expressions) verdicts.set(key, verdictOf(source, flags));
  const reviewed: Reviewed = {
    expressions: [{ expression: "gone", flags: "", verdict: "vulnerable", bound: "One line" }],
    dynamic: [],
  };
  const faults = judge({ expressions, dynamic }, verdicts, reviewed).join("\n");
  const expected = [
    "t:1: /(a+)+$/ is vulnerable: exponential",
    "t:5: /x/v has a flag",
    "/gone/ no longer occurs",
    "t.ts:4: built at run time",
    "t.ts:8: built at run time",
  ];
  const missing = expected.filter((text) => !faults.includes(text))
    .map((text) => `Self-test: expected a fault with "${text}"`);
  for (const key of ["/^[a-z]{1,8}\\.$/i", "/\\d{1,3}/", "/yz/", "/\\dq\\.?|k/g"]) {
    if (verdicts.get(key) !== "safe") missing.push(`Self-test: ${key} was not found safe`);
  }
  return missing;
}

const faults = await selfTest();
if (!Deno.args.includes("--self-test")) faults.push(...await check());
for (const fault of faults) console.error(fault);
Deno.exitCode = faults.length === 0 ? 0 : 1;
