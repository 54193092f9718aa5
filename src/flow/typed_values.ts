// What a declared type lets through, where something enforces it: parameters of tools, fields of
// models and structs.

import { evaluate } from "./expressions.ts";
import type { Frame } from "./frame.ts";
import type { Expr, Field, Param, TypeRef } from "./ir.ts";
import { type Kinds, NO_KINDS } from "./kinds.ts";
import type { ClassInfo, Scope } from "./program.ts";
import type { Run } from "./run.ts";
import { CLOSED, constrain, FREE, joinSchemas, type Schema } from "./schemas.ts";
import { classNamed, importedType, summaryOf } from "./definitions.ts";
import type { Value } from "./values.ts";

const NUMBER =
  /^(?:u?int(?:8|16|32|64)?|float(?:32|64)?|number|bigint|bool|boolean|byte|complex|(?:[\w.]+\.)?(?:Decimal|datetime|date|time|timedelta|Date|UUID[1-8]?|Time|Duration|PositiveInt|NonNegativeInt|StrictInt|StrictBool|IPv[46]Address))$/;
const LISTS =
  /^(?:(?:[\w.]+\.)?(?:list|List|Sequence|Iterable|set|Set|frozenset|tuple|Tuple|Array|ReadonlyArray|slice)|\[\])$/;
const MAPS = /^(?:(?:[\w.]+\.)?(?:dict|Dict|Mapping|Record|map|Map))$/;

/** Nothing where the type says nothing. */
function schemaOfType(
  run: Run,
  frame: Frame,
  type: TypeRef | undefined,
): Schema | undefined {
  if (!type) return undefined;
  const { name, args, literals, annotations } = type;
  if (literals && literals.length > 0) return CLOSED;
  if (name === "|") {
    const sides = args.map((each) => schemaOfType(run, frame, each) ?? FREE);
    return sides.length > 0 ? told(sides.reduce(joinSchemas)) : undefined;
  }
  if (NUMBER.test(name) || isChoice(frame.lookUp(name)?.instance)) return CLOSED;
  // `Action = Literal["start", "stop"]`
  if (frame.lookUp(name)?.refs?.some((ref) => /^typing(?:_extensions)?\.Literal\./.test(ref))) {
    return CLOSED;
  }
  if (annotations) {
    for (const annotation of annotations) {
      const { schema } = evaluate(run, frame, annotation);
      if (schema) return schema;
    }
  }
  const held = LISTS.test(name) ? args[0] : MAPS.test(name) ? args.at(-1) : undefined;
  const element = schemaOfType(run, frame, held);
  return element && { safe: NO_KINDS, element };
}

function told(schema: Schema): Schema | undefined {
  return schema.safe === NO_KINDS && !schema.fields && !schema.element ? undefined : schema;
}

/** A class whose members are all there is. */
function isChoice(info: ClassInfo | undefined): boolean {
  return info?.bases.some(({ refs }) =>
    refs?.some((ref) => /(?:^|\.)(?:Str|Int)?(?:Enum|Flag)$/.test(ref))
  ) ?? false;
}

const FIELD = /(?:^|\.)(?:Field|Query|Path|Body|Form|Header)$/;

/** What a parameter is bound by: its type, and a default that says more than a value. */
export function schemaOfParam(run: Run, frame: Frame, param: Param): Schema | undefined {
  const typed = schemaOfType(run, frame, param.type);
  if (typed || param.default?.e !== "call") return typed;
  return FIELD.test(calleeName(param.default)) ? evaluate(run, frame, param.default).schema : typed;
}

function calleeName({ callee }: Expr & { e: "call" }): string {
  return callee.e === "name" || callee.e === "member" ? callee.name : "";
}

/** A field of an object as its class declares it. */
export function declaredField(
  run: Run,
  frame: Frame,
  { info, name, value }: { info: ClassInfo; name: string; value: Value },
): Value {
  const field = fieldOf(info, name);
  if (!field) return value;
  const schema = schemaOfType(run, frame, field.type) ?? info.statics.get(name)?.schema;
  const bound = schema ? constrain(value, schema) : value;
  const kinds = validated(run, info, name);
  const made = kinds === NO_KINDS ? bound : constrain(bound, { safe: kinds });
  // The field's type is written where its class is.
  const scopes = [run.modules.get(info.file) ?? frame.scope, frame.scope];
  return withClass(run, { scopes, file: info.file }, { value: made, field });
}

/** Classes that one is looked for in. */
const MAX_BASES = 100;

/** The class's own, else that of the first base that has it. */
function fieldOf(info: ClassInfo, name: string): Field | undefined {
  const seen = new Set<ClassInfo>();
  const open = [info];
  for (let at = open.pop(); at && seen.size < MAX_BASES; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const own = at.def.fields.find((field) => field.name === name);
    if (own) return own;
    for (const { instance } of at.bases.toReversed()) if (instance) open.push(instance);
  }
  return undefined;
}

/** An object of a class of the program has that class's methods. */
function withClass(
  run: Run,
  { scopes, file }: { readonly scopes: readonly Scope[]; readonly file: string },
  { value, field: { type } }: { readonly value: Value; readonly field: Field },
): Value {
  if (value.instance || !type) return value;
  const [own] = scopes.flatMap((scope) => classNamed(scope, type.name) ?? []);
  const instance = own ?? importedType(run, file, type.name);
  return instance ? { ...value, instance } : value;
}

const VALIDATOR = /(?:^|\.)(?:field_)?validator$/;

/** What a validator of the model makes sure of. */
function validated(run: Run, info: ClassInfo, name: string): Kinds {
  for (const { func } of info.def.methods) {
    const isOf = func.decorators.some((decorator) =>
      decorator.e === "call" && VALIDATOR.test(calleeName(decorator)) &&
      decorator.args.some(({ value }) => value.e === "const" && value.text === name)
    );
    const closure = isOf ? info.methods.get(func.name) : undefined;
    const safe = closure && summaryOf(run, closure)?.checks.get("0");
    if (safe) return safe;
  }
  return NO_KINDS;
}
