// The stages of a Dockerfile: what each starts from, and what is left of it in the image.

import type { BuildInstruction, Located, ProjectDocument } from "../../core/mod.ts";
import { partOf } from "../../core/mod.ts";

export interface Stage {
  /** The image or the earlier stage, without options. */
  readonly base: Located<string>;
  readonly name: string;
  /** The earlier stage that it starts from. */
  readonly parent?: Stage;
  readonly instructions: readonly BuildInstruction[];
}

const FROM =
  /^(?:--[\w-]{1,40}=\S{1,200}\s{1,20}){0,4}(\S{1,400})(?:\s{1,20}as\s{1,20}(\S{1,100}))?/i;

export function stagesOf({ instructions }: ProjectDocument): Stage[] {
  const stages: { base: Located<string>; name: string; instructions: BuildInstruction[] }[] = [];
  for (const instruction of instructions) {
    if (instruction.name !== "FROM") {
      stages.at(-1)?.instructions.push(instruction);
      continue;
    }
    const { text } = instruction;
    const [, base, name = ""] = FROM.exec(text.value) ?? [];
    if (base === undefined) continue;
    const start = text.value.indexOf(base);
    stages.push({
      base: partOf(text, { start, end: start + base.length }),
      name: name.toLowerCase(),
      instructions: [],
    });
  }
  return linked(stages);
}

function linked(stages: readonly Omit<Stage, "parent">[]): Stage[] {
  const byName = new Map<string, Stage>();
  return stages.map((stage, place) => {
    const parent = byName.get(stage.base.value.toLowerCase());
    const whole: Stage = { ...stage, ...(parent && { parent }) };
    if (stage.name !== "") byName.set(stage.name, whole);
    byName.set(String(place), whole);
    return whole;
  });
}

/** The stage and those it starts from, the nearest first. */
export function* lineage(stage: Stage | undefined): Generator<Stage> {
  for (let at = stage; at; at = at.parent) yield at;
}
