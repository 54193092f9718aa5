// What a tool is about: what it says of that in its name and first sentence is its own work.

import type { SurfaceItem } from "../../core/mod.ts";
import { analyse } from "./analysis.ts";

/** Units of a description that say what the tool is about. */
const LONGEST = 200;

/** The item's name and the first sentence of its description, in small letters. */
export function subjectOf({ name, texts }: SurfaceItem): string {
  const text = texts.find(({ role }) => role === "description");
  if (!text) return name.toLowerCase();
  const { plain, endOfSentence } = analyse(text.value);
  return `${name} ${plain.text.slice(0, Math.min(LONGEST, endOfSentence(0)))}`.toLowerCase();
}

const TALKS =
  /model|llm|agent|chat|conversation|message|memor|prompt|dialog|transcript|meeting|interview|recording|podcast|session|hand ?-?off|escalat/;

/** True for a tool whose work is what others are told and have said. */
export function isAboutTalks(subject: string): boolean {
  return TALKS.test(subject);
}
