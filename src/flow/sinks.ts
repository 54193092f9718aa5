// Whether what a sink takes is dangerous there: its place in the text or list counts, not only that
// it is tainted.

import { type Call, selected } from "./calls.ts";
import type { Frame } from "./frame.ts";
import { hasKind, type SinkKind } from "./kinds.ts";
import { CHANGED } from "./models/marks.ts";
import type { CallModel, Named, SinkModel } from "./models/model.ts";
import { partTaints, taggedWords } from "./sink_parts.ts";
import { allTaints, memberOf, type Taint, textOf, type Value } from "./values.ts";

export function checkSinks(
  frame: Frame,
  { call, model, name }: { call: Call; model: CallModel; name: string },
): void {
  for (const sink of model.sinks ?? []) {
    if (!isOn(call, sink)) {
      noteDecisive(frame, call, sink);
      continue;
    }
    const given = sink.args.flatMap((which) => selected(call, which));
    for (const each of sink.args.includes("all") ? given : given.slice(0, 1)) {
      const value = sink.field === undefined ? each : memberOf(each, sink.field);
      for (const { kind, value: part } of dangers(sink, { value, call })) {
        reachAll(frame, { sink: { ...sink, kind }, value: part, call, name });
      }
    }
  }
}

function reachAll(
  frame: Frame,
  { sink, value, call, name }: { sink: SinkModel; value: Value; call: Call; name: string },
): void {
  for (const taint of taintsFor(sink.kind, value, call)) {
    if (hasKind(taint.safe, sink.kind) || !leaves(taint, sink.kind)) continue;
    frame.reach({
      kind: sink.kind,
      words: WORDS[sink.kind] ?? sink.words,
      callee: name.replace(/^\*\./, ""),
      place: { file: frame.file, at: spanTo(call, sink) },
      origin: taint.origin,
      trail: taint.trail,
      safe: taint.safe,
    });
  }
}

/** What leaves the server counts where it is a secret, as it is. */
function leaves({ origin, safe }: Taint, kind: SinkKind): boolean {
  if (kind !== "outgoing") return true;
  if (origin.from === "source" && origin.kind !== "secret") return false;
  return (safe & CHANGED) === 0;
}

/** Whether what a model asks of the other arguments holds. */
export function isOn(
  call: Call,
  { when, unless, only }: {
    readonly when?: SinkModel["when"] | undefined;
    readonly unless?: Named | undefined;
    readonly only?: Named | undefined;
  },
): boolean {
  if (unless && isNamed(call, unless)) return false;
  if (only && !isNamed(call, only)) return false;
  if (!when) return true;
  const option = call.keywords.get(when.option) ??
    call.args.map(({ fields }) => fields?.get(when.option)).find((value) => value !== undefined);
  const text = option && textOf(option);
  const on = option !== undefined && !/^(?:false|False|0|None|null|undefined)?$/.test(text ?? "on");
  return on === when.is;
}

/** What is not known here decides: the call at hand may know. */
function noteDecisive(frame: Frame, call: Call, { when, unless, only }: SinkModel): void {
  for (const named of [unless, only]) {
    for (const which of named?.args ?? []) {
      selected(call, which).forEach((each) => frame.decide(each));
    }
  }
  const option = when && call.keywords.get(when.option);
  if (option) frame.decide(option);
}

function isNamed(call: Call, { args, name }: Named): boolean {
  const given = args.flatMap((which) => selected(call, which));
  if (name === undefined) return given.length > 0;
  return given.some((value) => {
    const parts = value.parts?.flatMap(({ constants }) => constants ?? []) ?? [];
    return [...value.refs ?? [], ...value.constants ?? [], ...parts].some((text) =>
      name.test(text)
    );
  });
}

/** The call up to the argument that counts, so that calls inside one another are told apart. */
function spanTo({ expr }: Call, { args, as }: SinkModel): Call["expr"]["at"] {
  const plain = expr.args.filter(({ name }) => name === undefined);
  const ends = args.flatMap((which) => {
    if (typeof which !== "number") return expr.args.find(({ name }) => name === which) ?? [];
    return as === "rest" ? plain.at(-1) ?? [] : plain[which] ?? [];
  });
  return { start: expr.at.start, end: ends[0]?.value.at.end ?? expr.at.end };
}

/** Where one call has sinks of several kinds. */
const WORDS: Readonly<Partial<Record<SinkKind, string>>> = {
  argument: "a program's arguments",
  interpreter: "the code for an interpreter",
  program: "the start of a program",
};

interface Danger {
  readonly kind: SinkKind;
  readonly value: Value;
}

const SHELLS = /^(?:.*[\\/])?(?:sh|bash|zsh|dash|ksh|ash|fish|cmd|powershell|pwsh)(?:\.exe)?$/i;
const JOINING = /(?:^|[\\/])(?:cmd|powershell|pwsh)(?:\.exe)?$/i;
const FLAGS = /^(?:-[a-z]{0,6}c|\/[ck]|-command)$/i;

function dangers(sink: SinkModel, { value, call }: { value: Value; call: Call }): Danger[] {
  const { as, kind } = sink;
  if (as === "command") {
    const words = wordsOf(value);
    return wordDangers(words.length > 0 ? words : taggedWords(value));
  }
  if (as === "tagged") return wordDangers(taggedWords(value));
  if (as === "words" || as === "rest") {
    if (as === "words" && value.dashed) return [];
    const [first] = sink.args;
    const words = as === "rest" ? call.args.slice(first as number) : wordsOf(value);
    const rest = words.length > 0 ? words : [value];
    const program = typeof first === "number" ? call.args[first - 1] : call.args[0];
    return wordDangers([program ?? value, ...rest]).filter((danger) => danger.kind !== "program");
  }
  return [{ kind, value }];
}

/** Elements of a list in order, as far as they are known. */
function wordsOf(value: Value): Value[] {
  const words: Value[] = [];
  for (let i = 0; value.fields?.has(String(i)); i++) words.push(value.fields.get(String(i))!);
  if (value.element) words.push(value.element);
  return words;
}

function wordDangers(words: readonly Value[]): Danger[] {
  const [program, ...args] = words;
  const found: Danger[] = [{ kind: "program", value: program! }];
  const isInterpreter = isProgram(program!, INTERPRETERS);
  const isShell = isProgram(program!, SHELLS);
  const flags = isShell ? FLAGS : CODE_FLAGS;
  const flag = isShell || isInterpreter
    ? args.findIndex((arg) => flags.test(textOf(arg) ?? ""))
    : -1;
  for (const [i, arg] of args.entries()) {
    if (flag >= 0 && i > flag) {
      // What follows the script are its parameters; Windows' shells join them to one line.
      const isScript = i === flag + 1 || isProgram(program!, JOINING);
      if (isShell && isScript) found.push({ kind: "shell", value: arg });
      else if (isShell) continue;
      else if (i === flag + 1) found.push({ kind: "interpreter", value: arg });
      continue;
    }
    if (textOf(arg) === "--") break;
    // The value of the option before it.
    const isValue = args[i - 1]?.constants?.every((text) => /^--?[A-Za-z]/.test(text)) ?? false;
    if (!isValue && startsWithTaint(arg)) found.push({ kind: "argument", value: arg });
  }
  return found;
}

/** Of a list whose first word is a program, what is dangerous where; nothing where it is no list. */
export function commandDangers(
  value: Value,
): readonly (Danger & { readonly words: string })[] | undefined {
  const words = wordsOf(value);
  if (!value.fields?.has("0")) return undefined;
  return wordDangers(words)
    .filter(({ kind }) => kind !== "argument" || !value.dashed)
    .map((danger) => ({ ...danger, words: WORDS[danger.kind] ?? "a shell's command line" }));
}

/** Of a list of a program's words, what may be an option; nothing where it is no list. */
export function optionTaints(value: Value): readonly Taint[] | undefined {
  if (value.dashed) return [];
  const words = wordsOf(value);
  if (words.length === 0) return undefined;
  return wordDangers([{ taints: [] }, ...words]).filter(({ kind }) => kind === "argument")
    .flatMap((danger) => allTaints(danger.value));
}

const INTERPRETERS =
  /^(?:.*[\\/])?(?:python[\d.]*|node|deno|bun|ruby|perl|php|osascript)(?:\.exe)?$|^(?:sys\.executable|process\.execPath)$/i;
const CODE_FLAGS = /^-(?:c|e|r|p|-eval|-print)$/;

function isProgram(value: Value, names: RegExp): boolean {
  return [...value.constants ?? [], ...value.refs ?? []].some((name) => names.test(name));
}

/** Text before it makes it no option. */
function startsWithTaint(value: Value): boolean {
  const first = value.parts?.[0];
  return first === undefined || (textOf(first) ?? "") === "" && first.constants === undefined;
}

const DATABASES =
  /(?:^|[./@])(?:pg|postgres|mysql2?|mariadb|sqlite3?|better-sqlite3|aiosqlite|sequelize|knex|typeorm|psycopg2?|psycopg|asyncpg|duckdb|snowflake|bigquery|oracledb|mssql|tedious|clickhouse|pymysql|pyodbc|sqlalchemy|database|sql)/i;
const DATABASE_NAMES =
  /(?:^|[._])(?:db|conn|connection|cursor|cur|curs|pool|knex|sequelize|database|engine|tx|trx|dbClient|pgClient|sqlite)$/i;
const STATEMENT =
  /\b(?:select\s|insert\s+into|update\s|delete\s+from|create\s+(?:table|view|index)|drop\s|alter\s|replace\s+into|with\s|explain|pragma|call\s|truncate\s|attach\s|order\s+by|where\s)/i;

/** Many things have a method called `query`: either the text or the receiver has to say SQL. */
export function isSql(value: Value, call: Call): boolean {
  const texts = value.parts?.flatMap((part) => part.constants ?? []) ?? [];
  if (texts.some((text) => STATEMENT.test(text))) return true;
  const refs = [...call.callee.refs ?? [], ...call.receiver?.refs ?? []];
  if (refs.length > 0) return refs.some((ref) => DATABASES.test(ref));
  const { callee } = call.expr;
  const object = callee.e === "member" ? callee.object : undefined;
  const name = object?.e === "name" || object?.e === "member" ? object.name : "";
  return DATABASE_NAMES.test(name);
}

function taintsFor(kind: SinkKind, value: Value, call: Call): readonly Taint[] {
  if (kind === "url") return hostTaints(value);
  if (kind === "sql" && !isSql(value, call)) return [];
  return partTaints(kind, { value, call });
}

/** A path behind a host that is fixed asks the same machine. */
/** Of a request's options, those that say where it goes. */
const HOST_FIELDS = ["url", "uri", "href", "baseURL", "prefixUrl", "host", "hostname", "origin"];

export function hostTaints(value: Value): readonly Taint[] {
  if (value.fields) {
    const named = HOST_FIELDS.flatMap((name) => value.fields!.get(name) ?? []);
    return [...value.taints, ...named.flatMap(hostTaints)];
  }
  if (!value.parts) return allTaints(value);
  let before = "";
  for (const part of value.parts) {
    const text = textOf(part);
    if (text !== undefined) {
      before += text;
      if (/^[a-z][a-z0-9+.-]*:\/\/[^/?#]+[/?#]/i.test(before)) return [];
      continue;
    }
    const taints = allTaints(part);
    // A host that is not sent comes first.
    if (taints.length === 0) return [];
    if (/^[a-z][a-z0-9+.-]*:\/\/[^/?#]+$/i.test(before) && !/[.@:]$/.test(before)) return taints;
    return taints;
  }
  return [];
}
