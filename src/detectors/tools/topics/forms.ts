// The forms of English verbs and nouns, as words of a lexicon.

import type { Words } from "../lexicon.ts";
import type { Topics } from "./topic.ts";

/** Ends the concept of a form that cannot be an order: "sends", "sent", "keys". */
export const INFLECTED = ".";

/** The words of each topic in all their forms; those that may be an order stand by themselves. */
export function wordsOf(topics: Topics): Words {
  const words: Record<string, string> = {};
  for (const [topic, { verbs = "", nouns = "", words: others = "" }] of Object.entries(topics)) {
    if (verbs !== "") words[topic] = verbs;
    const inflected = [
      ...list(verbs).flatMap(verbForms),
      ...list(nouns).flatMap((noun) => [noun, plural(noun)]),
      ...list(others),
    ];
    words[`${topic}${INFLECTED}`] = [...new Set(inflected)].join("|");
  }
  return words;
}

function list(written: string): string[] {
  return written === "" ? [] : written.split("|");
}

/** "sends", "sending", and of "skip over", "skips over"; "sent" stands in the tables. */
function verbForms(verb: string): string[] {
  const [first = "", ...rest] = verb.split(" ");
  const tail = rest.map((word) => ` ${word}`).join("");
  const stem = first.replace(/e$/, "");
  const doubled = `${first}${first.at(-1)}`;
  const short = /[^aeiou][aeiou][bdgklmnprt]$/.test(first);
  return [
    plural(first),
    `${stem}ing`,
    `${/[^aeiou]y$/.test(first) ? `${first.slice(0, -1)}i` : stem}ed`,
    ...(short ? [`${doubled}ing`, `${doubled}ed`] : []),
  ].map((form) => `${form}${tail}`);
}

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
