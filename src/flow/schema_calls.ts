// Schemas as libraries write them: Zod's chains, Pydantic's fields. A call that makes one gives a
// value that knows it; a call that enforces one binds what it is given.

import { HOST_PREFIX } from "./texts.ts";
import type { Call } from "./calls.ts";
import { summaryOf } from "./definitions.ts";
import { anchoredKinds } from "./expression_kinds.ts";
import { ALL_KINDS, type Kinds, kindsOf, NO_KINDS } from "./kinds.ts";
import type { Run } from "./run.ts";
import { CLOSED, constrain, FREE, joinSchemas, type Schema, schemaOf } from "./schemas.ts";
import { allTaints, NOTHING, textOf, type Value } from "./values.ts";

/** What the call gives, where it is one of a schema library. */
export function schemaCall(run: Run, call: Call): Value | undefined {
  const own = call.receiver?.schema;
  if (own) return chained(run, { call, own });
  for (const ref of call.callee.refs ?? []) {
    const made = ZOD.exec(ref)?.[1];
    if (made !== undefined) return { taints: [], refs: [ref], schema: zodSchema(call, made) };
    if (PYDANTIC.test(ref)) {
      const schema = fieldSchema(run, call);
      return schema && { taints: [], schema };
    }
  }
  return undefined;
}

const ZOD = /^zod(?:\/[\w-]+)*\.(?:z\.)?(?:coerce\.|iso\.)?(\w+)$/;
/** Numbers, choices and forms without any room. */
const CLOSED_TYPES =
  /^(?:number|int|int32|uint32|float32|float64|bigint|boolean|stringbool|date|datetime|time|literal|enum|nativeEnum|null|undefined|void|never|nan|uuid|uuidv[4-7]|guid|ulid|cuid2?|nanoid|ipv[46]|mac|symbol)$/;

function zodSchema({ args }: Call, name: string): Schema {
  const [first = NOTHING, second] = args;
  if (CLOSED_TYPES.test(name)) return CLOSED;
  switch (name) {
    case "object":
    case "strictObject":
      return { safe: NO_KINDS, fields: schemaOf(first)?.fields ?? new Map() };
    case "array":
    case "set":
      return { safe: NO_KINDS, element: first.schema ?? FREE };
    case "record":
    case "map":
      return { safe: NO_KINDS, element: second?.schema ?? first.schema ?? FREE };
    case "optional":
    case "nullable":
    case "nullish":
    case "readonly":
      return first.schema ?? FREE;
    case "preprocess":
      return second?.schema ?? FREE;
    case "union":
    case "discriminatedUnion": {
      const listed = name === "union" ? first : second ?? NOTHING;
      const schemas = [...listed.fields?.values() ?? [], ...listed.element ? [listed.element] : []]
        .map(({ schema }) => schema ?? FREE);
      return schemas.length > 0 ? schemas.reduce(joinSchemas) : FREE;
    }
    default:
      return FREE;
  }
}

const PARSERS = new Set(["parse", "parseAsync", "decode", "validateSync", "cast"]);
const SAFE_PARSERS = new Set(["safeParse", "safeParseAsync", "spa"]);
const FORMS = /^(?:uuid|guid|ulid|cuid2?|nanoid|datetime|date|time|duration|ip|ipv4|ipv6)$/;

/** A method of a schema: another schema, or what it lets through. */
function chained(run: Run, { call, own }: { call: Call; own: Schema }): Value {
  const { method, args, callee } = call;
  const [first = NOTHING] = args;
  if (PARSERS.has(method)) return constrain(first, own);
  if (SAFE_PARSERS.has(method)) {
    return { taints: [], fields: new Map([["data", constrain(first, own)]]) };
  }
  const schema = chainedSchema(run, { own, method, first });
  return { taints: [], ...(callee.refs && { refs: callee.refs }), schema };
}

function chainedSchema(
  run: Run,
  { own, method, first }: { own: Schema; method: string; first: Value },
): Schema {
  switch (method) {
    case "regex":
      return alsoSafe(own, expressionKinds(first));
    case "startsWith":
      return alsoSafe(
        own,
        HOST_PREFIX.test(textOf(first) ?? "") ? HOST : NO_KINDS,
      );
    case "refine":
      return alsoSafe(own, agreed(run, first, "truths"));
    case "array":
      return { safe: NO_KINDS, element: own };
    case "or":
      return joinSchemas(own, first.schema ?? FREE);
    case "extend":
    case "safeExtend":
    case "merge":
    case "and": {
      const added = schemaOf(first)?.fields;
      return own.fields && added
        ? { safe: NO_KINDS, fields: new Map([...own.fields, ...added]) }
        : own;
    }
    case "passthrough":
    case "loose":
    case "catchall":
      return FREE;
    case "transform":
      return madeInto(run, first);
    case "pipe":
      return first.schema ?? FREE;
    default:
      return FORMS.test(method) ? CLOSED : own;
  }
}

const HOST = kindsOf("url", "redirect");

function alsoSafe(schema: Schema, kinds: Kinds): Schema {
  return { ...schema, safe: schema.safe | kinds };
}

function expressionKinds({ constants }: Value): Kinds {
  if (!constants || constants.length === 0) return NO_KINDS;
  return constants.reduce(
    (all, text) => all & anchoredKinds(text, { start: false, end: false }),
    ALL_KINDS,
  );
}

/** What a function of the program says of its first argument where it agrees, or comes back. */
function agreed(run: Run, { closures }: Value, how: "truths" | "checks"): Kinds {
  const [closure, ...others] = closures ?? [];
  if (!closure || others.length > 0) return NO_KINDS;
  return summaryOf(run, closure)?.[how].get("0") ?? NO_KINDS;
}

/** What a function makes of its argument, where nothing of it is left. */
function madeInto(run: Run, { closures }: Value): Schema {
  const [closure, ...others] = closures ?? [];
  const returns = closure && others.length === 0 ? summaryOf(run, closure)?.returns : undefined;
  return returns && allTaints(returns).length === 0 && !returns.closures ? CLOSED : FREE;
}

const PYDANTIC = /(?:^|\.)(?:Field|StringConstraints|constr|AfterValidator|conint|confloat)$/;

/** `Field(pattern=…)` and its like, as a default, in `Annotated`, or as a type. */
function fieldSchema(run: Run, { callee, args, keywords }: Call): Schema | undefined {
  const name = callee.refs![0]!.split(".").at(-1)!;
  if (name === "conint" || name === "confloat") return CLOSED;
  if (name === "AfterValidator") {
    const kinds = agreed(run, args[0] ?? NOTHING, "checks");
    return kinds === NO_KINDS ? undefined : { safe: kinds };
  }
  const pattern = keywords.get("pattern") ?? keywords.get("regex");
  const kinds = pattern ? expressionKinds(pattern) : NO_KINDS;
  return kinds === NO_KINDS ? undefined : { safe: kinds };
}
