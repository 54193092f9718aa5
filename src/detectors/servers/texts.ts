// What a tool says of itself, in one text, and whether that speaks of what it does.

import type { Capability, ToldText, ToolDef } from "../../core/mod.ts";

/** A name that parts words: `getUser_byId` is "get User by Id". */
export function spaced(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/[_\-./:]+/g, " ");
}

export function textOf(told: ToldText): string {
  return told === undefined || told === "dynamic" ? "" : told.text;
}

/** Lower case; empty texts where only a run would tell. */
export function saidOf({ name, title, description, parameters }: ToolDef): string {
  return [
    spaced(textOf(name)),
    textOf(title),
    textOf(description),
    ...parameters.flatMap((each) => [spaced(each.name), each.description?.text ?? ""]),
  ].join("\n").toLowerCase();
}

/** False where a part of what it says is only known when it runs. */
export function isTold({ name, title, description }: ToolDef): boolean {
  return name !== undefined && name !== "dynamic" && title !== "dynamic" &&
    description !== undefined && description !== "dynamic" && description.text.trim() !== "";
}

/** As a reader is shown it; empty where it is not told. */
export function nameOf({ name }: ToolDef): string {
  return textOf(name);
}

/** For a reader, behind a tool's name: "runs programs". */
export const DOES: Readonly<Record<Capability, string>> = {
  "runs-programs": "runs programs",
  "evaluates-code": "evaluates code",
  "reads-files": "reads files",
  "writes-files": "writes files",
  "removes-files": "removes files",
  fetches: "asks other machines",
  sends: "sends to other machines",
  "queries-database": "asks a database",
  "changes-database": "changes a database",
};
