// Finds sentences that join topics as no honest text does.

import type { Span } from "../../../core/mod.ts";
import type { Reading } from "./reading.ts";
import { FRAMES } from "./frame_table.ts";

interface Frame {
  readonly says: string;
  readonly parts: readonly (readonly string[])[];
}

/** A sentence that fills frames, with what each of them says. */
export interface Framed extends Span {
  readonly says: readonly string[];
}

const ALL: readonly Frame[] = FRAMES.flatMap(({ says, frames }) =>
  frames.map((written) => ({
    says,
    parts: written.split(" ").map((part) => part.split("|")),
  }))
);

/** The sentence that fills frames of most groups. What a tool says first is what it does. */
export function framedOf(readings: readonly Reading[], role: string): Framed | undefined {
  let best: Framed | undefined;
  for (const [i, { topics, start, end }] of readings.entries()) {
    if (i === 0 && role === "description") continue;
    const says = new Set<string>();
    for (const frame of ALL) {
      if (!says.has(frame.says) && fills(topics, frame, role)) says.add(frame.says);
    }
    if (says.size > (best?.says.length ?? 0)) best = { start, end, says: [...says] };
  }
  return best;
}

function fills(topics: ReadonlySet<string>, { parts }: Frame, role: string): boolean {
  return parts.every((part) =>
    part.some((topic) => topics.has(topic) || topics.has(`${topic}!`) || topic === role)
  );
}
