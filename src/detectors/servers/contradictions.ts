// Tools whose own words, or hints, deny what their handlers do.

import type { Capability, PlacedMatch, ServedSurface, ToolDef, ToolUse } from "../../core/mod.ts";
import { DOES, nameOf } from "./texts.ts";

export interface Claim {
  readonly isClaimed: (tool: ToolDef) => boolean;
  /** What it then must not do. */
  readonly denied: ReadonlySet<Capability>;
  /** For a reader, behind the tool's name. */
  readonly says: string;
  /** Whether a use of those counts, beside all that the handler does. */
  readonly isDone?: (use: ToolUse, all: readonly ToolUse[]) => boolean;
}

/** One match for each tool, at its declaration, with the way to what it does. */
export function contradicted(
  { tools }: ServedSurface,
  { isClaimed, denied, says, isDone = () => true }: Claim,
): readonly PlacedMatch[] {
  return tools.flatMap(({ tool, uses = [] }): PlacedMatch[] => {
    if (!isClaimed(tool)) return [];
    const use = uses.find((each) =>
      denied.has(each.capability) && isDone(each, uses) && isChange(tool, each)
    );
    if (!use) return [];
    const name = nameOf(tool).slice(0, 60);
    const { file, span } = tool.place;
    const does = DOES[use.capability];
    return [{
      file,
      span,
      message: `"${name}" ${says}, and ${does} ("${use.callee}")`,
      identity: `${name} ${use.capability}`,
      path: [
        { file, span, message: `"${name}" ${says}` },
        { ...use.place, message: `It ${does}` },
      ],
    }];
  });
}

const MAKES_FOLDER = /(?:^|\.)(?:mkdir|mkdirs|mkdirp|mkdirSync|makedirs|Mkdir|MkdirAll|ensureDir)$/;

/** A folder that nobody asked for is one for a cache or a log, and changes nothing of the user's. */
export function isChange(tool: ToolDef, { callee }: ToolUse): boolean {
  return !MAKES_FOLDER.test(callee) || /folder|dir/i.test(nameOf(tool));
}

/** A file that goes where one is written is likely the tool's own, for a while. */
export function isOwnFile({ capability, place }: ToolUse, all: readonly ToolUse[]): boolean {
  return capability === "removes-files" &&
    all.some((other) => other.capability === "writes-files" && other.place.file === place.file);
}
