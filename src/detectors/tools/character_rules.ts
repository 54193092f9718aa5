// Rules that look at the characters of a text as they are, not at its words.

import type {
  Match,
  Span,
  SurfaceItem,
  SurfaceOwner,
  SurfaceText,
  ToolMatcher,
} from "../../core/mod.ts";
import { SURFACE_OWNERS, toFile } from "../../core/mod.ts";
import { textMatch } from "./surface_text.ts";

/** A stretch of the text as it stands, and what is wrong with it. */
export interface CharacterHit extends Span, Pick<Match, "confidence"> {
  /** As a message goes on after "The description of tool "add" …". */
  readonly says: string;
}

/** One match for each text in which `find` finds something. */
export function characterMatcher(
  find: (text: string, role: SurfaceText["role"]) => CharacterHit | undefined,
  owners: readonly SurfaceOwner[] = SURFACE_OWNERS,
): ToolMatcher {
  return {
    kind: "tool",
    owners,
    where: (item: SurfaceItem): Match[] =>
      item.texts.flatMap((text) => {
        const hit = find(text.value.text, text.role);
        if (!hit) return [];
        const span = toFile(text.value, hit);
        const { says, confidence } = hit;
        return [{ ...textMatch({ item, text, span }, says), ...(confidence && { confidence }) }];
      }),
  };
}

/** What every rule of this kind cannot see. */
export const LIMITS =
  "Reads texts that stand in the source; texts fetched or put together at run time are not seen.";
