// What a library's call does, said in a few words, whatever it is given: read off the tables of sinks.

import type { Capability } from "../core/mod.ts";
import { type Call, selected } from "./calls.ts";
import type { CallModel, SinkModel } from "./models/model.ts";
import type { Frame } from "./frame.ts";
import { isOn, isSql } from "./sinks.ts";
import type { Value } from "./values.ts";

/** Notes what the call does; `name` is what the tables call it. */
export function noteUses(
  frame: Frame,
  { call, model, name }: { call: Call; model: CallModel; name: string },
): void {
  for (const sink of model.sinks ?? []) {
    if (!isOn(call, sink)) continue;
    for (const capability of capabilitiesOf(sink, { call, name })) {
      frame.use({
        capability,
        callee: name.replace(/^\*\./, ""),
        place: { file: frame.file, at: call.expr.at },
        via: call.expr.at,
      });
    }
  }
}

function capabilitiesOf(
  sink: SinkModel,
  { call, name }: { call: Call; name: string },
): readonly Capability[] {
  switch (sink.kind) {
    case "shell":
    case "program":
      // A method of an object that is not known may speak to anything.
      return name.startsWith("*.") ? [] : ["runs-programs"];
    case "code":
    case "interpreter":
      return ["evaluates-code"];
    case "path":
    case "archive":
      return [fileUse(sink.words, call)];
    case "url":
      return [isSending(call, name) ? "sends" : "fetches"];
    case "sql":
      return databaseUses(sink, call);
    case "nosql":
      // Lists have a method called `find` too.
      if (name.startsWith("*.")) return [];
      return CHANGING_METHOD.test(name)
        ? ["queries-database", "changes-database"]
        : ["queries-database"];
    default:
      return [];
  }
}

const WRITE_MODE = /^(?:[rbt]*[wax][rwaxbt+]*|r[bt]?\+[bt]?)$/;
const WRITE_FLAG = /(?:^|\.)O_(?:WRONLY|RDWR|CREATE|APPEND|TRUNC)$/;

function fileUse(words: string, call: Call): Capability {
  if (/remov/.test(words)) return "removes-files";
  if (/writ|unpack/.test(words)) return "writes-files";
  const mode = call.keywords.get("mode") ?? call.args[1];
  const isWritten = mode !== undefined && opensToWrite(mode);
  return isWritten ? "writes-files" : "reads-files";
}

function opensToWrite(mode: Value): boolean {
  return constantsOf(mode).some((text) => WRITE_MODE.test(text)) ||
    (mode.refs ?? []).some((ref) => WRITE_FLAG.test(ref)) ||
    (mode.parts ?? []).some(opensToWrite);
}

const SENDING_NAME = /(?:^|\.)(?:post|put|patch|delete|PostForm|Post|sendmail|send_message)$/;
const SENDING_METHOD = /^(?:post|put|patch|delete)$/i;

function isSending(call: Call, name: string): boolean {
  if (SENDING_NAME.test(name)) return true;
  const options = [...call.args, ...call.keywords.values()];
  const methods = [
    call.keywords.get("method"),
    call.args[0],
    call.args[1],
    ...options.map(({ fields }) => fields?.get("method")),
  ];
  return methods.some((value) =>
    value !== undefined && constantsOf(value).some((text) => SENDING_METHOD.test(text))
  );
}

const CHANGING_METHOD = /(?:insert|update|delete|remove|replace|drop|create|save|bulkWrite)/i;
/** A table that is made where it is missing is the server's own store. */
const CHANGING_STATEMENT =
  /^\s{0,50}(?:insert|update|delete|replace|create(?!\s[\w\s]{1,60}\sif\s{1,4}not\s{1,4}exists\b)|drop|alter|truncate|merge|grant|attach|vacuum)\b/i;

/** Many things have a method called `query`. */
function databaseUses(sink: SinkModel, call: Call): readonly Capability[] {
  const statements = sink.args.flatMap((which) => selected(call, which));
  if (!statements.some((value) => isSql(value, call))) return [];
  const isChange = statements.some((value) =>
    constantsOf(value).some((text) => CHANGING_STATEMENT.test(text)) ||
    constantsOf(value.parts?.[0]).some((text) => CHANGING_STATEMENT.test(text))
  );
  return isChange ? ["queries-database", "changes-database"] : ["queries-database"];
}

function constantsOf(value: Value | undefined): readonly string[] {
  return value?.constants ?? [];
}
