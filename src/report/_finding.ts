// One finding on a terminal: what, where, the code, why it is believed, and what to do. A place
// (`path:line:column`) is never broken, however narrow the terminal, so it stays clickable.

import { type Finding, type Location, showable, type Triage } from "../core/mod.ts";
import { columns, wrap } from "./_columns.ts";
import { codeFrame } from "./_frame.ts";
import { reviewText } from "./_review.ts";
import { type Paint, painter } from "./_style.ts";

export interface Page {
  readonly color: boolean;
  readonly width: number;
  readonly showPath: (file: string) => string;
}

const INDENT = "  ";
const INNER = "    ";
/** `rule: `, `flow: `, `also: `, `ai:   `, `note: ` and `fix:  `. */
const LABEL_COLUMNS = 6;

/** The lines of one finding; dimmed where it is not open. */
export function findingLines(finding: Finding, page: Page, fix: string): string[] {
  const paint = painter({ color: page.color, dim: finding.triage.state !== "open" });
  const inner = page.width - INNER.length;
  const fields: [label: string, lines: string[]][] = [
    ["rule", wrap(belief(finding), inner - LABEL_COLUMNS)],
    ...finding.path.map((step, i): [string, string[]] => [
      i === 0 ? "flow" : "",
      placed(`${i + 1}. ${place(step, page)}`, step.message, inner - LABEL_COLUMNS),
    ]),
    ...finding.related.map((related, i): [string, string[]] => [
      i === 0 ? "also" : "",
      placed(place(related, page), related.message, inner - LABEL_COLUMNS),
    ]),
    ["ai", finding.review ? wrap(reviewText(finding.review), inner - LABEL_COLUMNS) : []],
    ["note", wrapNote(finding.triage, inner - LABEL_COLUMNS)],
    ["fix", fix === "" ? [] : wrap(showable(fix), inner - LABEL_COLUMNS)],
  ];
  return [
    ...headline(finding, page.width, paint),
    `${INNER}at ${paint("strong", place(finding.location, page))}`,
    ...codeFrame(finding, { width: inner, paint }).map((line) => INNER + line),
    ...fields.flatMap(([label, lines]) => field(label, lines, paint)),
  ];
}

function headline(finding: Finding, width: number, paint: Paint): string[] {
  const { severity, triage } = finding;
  const word = triage.state === "open" ? severity : `${severity} (${triage.state})`;
  const [first = "", ...rest] = wrap(
    `${word}: ${showable(finding.message)}`,
    width - INNER.length,
  );
  // The severity is one or two short words without a break, so it always fits the first line.
  const text = first.slice(word.length);
  return [
    INDENT + paint(severity, word) + paint("strong", text),
    ...rest.map((line) => INNER + paint("strong", line)),
  ];
}

/** Digits of a fingerprint that tell findings apart, for a reader who names one to the program. */
const SHORT_FINGERPRINT = 12;

/** What found it, how far to believe it, and the name of this one finding. */
function belief({ ruleId, confidence, evidence, origin, fingerprint }: Finding): string {
  const by = origin === "ai" ? ", found by a model" : "";
  return `${showable(ruleId)} (${confidence} confidence, ${evidence}${by}), fingerprint ` +
    fingerprint.slice(0, SHORT_FINGERPRINT);
}

function wrapNote(triage: Triage, room: number): string[] {
  switch (triage.state) {
    case "open":
      return [];
    case "suppressed":
      return wrap(showable(`suppressed by ${triage.by}: ${triage.reason}`), room);
    case "known":
      return wrap(showable(`known since ${triage.since}`), room);
  }
}

function field(label: string, lines: readonly string[], paint: Paint): string[] {
  const head = label === "" ? "" : `${label}:`;
  return lines.map((line, i) => {
    const shown = i === 0 ? head : "";
    const gap = " ".repeat(LABEL_COLUMNS - shown.length);
    return INNER + paint("faint", shown) + gap + paint(label === "fix" ? "good" : "faint", line);
  });
}

function place({ file, line, column }: Location, page: Page): string {
  return `${showable(page.showPath(file))}:${line}:${column}`;
}

/** A place and what is said of it: on one line if both fit, else the words below the place. */
export function placed(place: string, message: string, room: number): string[] {
  const text = showable(message);
  const both = `${place}  ${text}`;
  if (columns(both) <= room) return [both];
  return [place, ...wrap(text, room - INDENT.length).map((line) => INDENT + line)];
}
