// How well the rules over tool texts tell poisoned from honest ones:
//
//   deno task bench-texts              recall and precision for each family
//   deno task bench-texts --show       also every miss and false alarm of the part that is tuned on
//
// A third of each family, chosen by a hash of the text, is held out: it is counted, never shown.
// Published servers are read from .corpus/servers, which `deno task corpus` unpacks.

import { type Confidence, CONFIDENCES } from "../../src/core/mod.ts";
import { TOOL_RULES } from "../../src/detectors/tools/mod.ts";
import { type BenchText, readSet } from "./texts/read_set.ts";
import { serverTexts } from "./texts/servers.ts";

const BARS = { recall: 0.95, precision: 0.98 };
const show = Deno.args.includes("--show");
const SERVERS = new URL("../../.corpus/servers", import.meta.url).pathname;

/** The rules that report the item: those that are shown where nobody asks for more, or all. */
function rulesFor({ item }: BenchText, least: Confidence = "medium"): string[] {
  const shown = CONFIDENCES.indexOf(least);
  return TOOL_RULES.flatMap(({ id, matcher, confidence }) => {
    if (matcher.kind !== "tool" || !matcher.owners.includes(item.owner)) return [];
    const found = matcher.where(item).filter((match) =>
      CONFIDENCES.indexOf(match.confidence ?? confidence) >= shown
    );
    return found.length > 0 ? [id] : [];
  });
}

interface Count {
  found: number;
  all: number;
}

class Table {
  readonly #rows = new Map<string, { tuned: Count; heldOut: Count }>();

  add({ family, heldOut }: BenchText, isFound: boolean): void {
    for (const name of [family, "all"]) {
      const row = this.#rows.get(name) ??
        { tuned: { found: 0, all: 0 }, heldOut: { found: 0, all: 0 } };
      this.#rows.set(name, row);
      const count = heldOut ? row.heldOut : row.tuned;
      count.all++;
      if (isFound) count.found++;
    }
  }

  sum(part: "tuned" | "heldOut"): Count {
    return this.#rows.get("all")?.[part] ?? { found: 0, all: 0 };
  }

  print(title: string): void {
    console.log(`\n${title.padEnd(22)} tuned on        held out`);
    const rows = [...this.#rows].sort(([a], [b]) => Number(a === "all") - Number(b === "all"));
    for (const [family, { tuned, heldOut }] of rows) {
      console.log(`${family.padEnd(22)} ${shownCount(tuned).padEnd(15)} ${shownCount(heldOut)}`);
    }
  }
}

function shownCount({ found, all }: Count): string {
  return all === 0 ? "-" : `${found}/${all} ${(found / all).toFixed(3)}`;
}

const poisoned = await readSet(new URL("./texts/poisoned/", import.meta.url));
const benign = [
  ...await readSet(new URL("./texts/benign/", import.meta.url)),
  ...await serverTexts(SERVERS),
];

const [found, foundByAll, alarms, alarmsOfAll] = [0, 1, 2, 3].map(() => new Table()) as [
  Table,
  Table,
  Table,
  Table,
];
for (const text of poisoned) {
  const rules = rulesFor(text);
  found.add(text, rules.length > 0);
  foundByAll.add(text, rulesFor(text, "low").length > 0);
  if (show && !text.heldOut && rules.length === 0) console.log(`MISS ${text.family}: ${text.line}`);
}
for (const text of benign) {
  const rules = rulesFor(text);
  alarms.add(text, rules.length > 0);
  alarmsOfAll.add(text, rulesFor(text, "low").length > 0);
  if (show && !text.heldOut && rules.length > 0) {
    console.log(
      `FALSE ${rules.join(" ")} (${text.family}): ${text.line.replace(/\s+/g, " ").slice(0, 300)}`,
    );
  }
}

found.print("poisoned: found");
alarms.print("honest: false alarms");
console.log();
/** Prints how the part did, and says whether it met the bars. */
function summarise(part: "tuned" | "heldOut", [hit, wrong]: readonly [Table, Table]): boolean {
  const [hits, misses] = [hit.sum(part), wrong.sum(part)];
  const recall = hits.found / hits.all;
  const precision = hits.found / (hits.found + misses.found);
  console.log(
    `${part === "tuned" ? "tuned on" : "held out"}: recall ${recall.toFixed(3)}, ` +
      `precision ${precision.toFixed(3)}, false alarms ${misses.found} of ${misses.all}`,
  );
  return recall >= BARS.recall && precision >= BARS.precision;
}

summarise("tuned", [found, alarms]);
const isGood = summarise("heldOut", [found, alarms]);
console.log("with --persona pedantic, which shows low confidence too:");
summarise("tuned", [foundByAll, alarmsOfAll]);
summarise("heldOut", [foundByAll, alarmsOfAll]);
Deno.exit(isGood ? 0 : 1);
