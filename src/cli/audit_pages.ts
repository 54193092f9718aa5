// An audit for people: on a terminal, and as Markdown for a review.

import { showable } from "../core/mod.ts";
import type {
  AuditChange,
  AuditCount,
  AuditedSuppression,
  AuditReport,
  LogVerdict,
} from "../triage/mod.ts";

const NONE = "none";

interface Section {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function sectionsOf(report: AuditReport): readonly Section[] {
  const list = (title: string, some: readonly AuditedSuppression[]): Section => ({
    title: `${title} (${some.length})`,
    head: ["suppression", "place", "rules", "findings", "author", "until", "since", "reason"],
    rows: some.map((one) => [
      one.id,
      `${one.file}:${one.line}`,
      one.rules.join(", "),
      String(one.findings),
      one.author ?? "",
      dayOf(one.expires),
      one.firstApplied === null
        ? ""
        : `${dayOf(one.firstApplied)} (${many(one.ageDays ?? 0, "day")})`,
      one.reason,
    ]),
  });
  const counts = (title: string, what: string, some: readonly AuditCount[]): Section => ({
    title,
    head: [what, "suppressions", "findings"],
    rows: some.map(({ name, suppressions, findings }) => [
      name,
      String(suppressions),
      String(findings),
    ]),
  });
  return [
    list("Active", report.active),
    list(`Expiring within ${report.soonDays} days`, report.expiringSoon),
    list("Expired", report.expired),
    list("Unused", report.unused),
    {
      title: `Without effect (${report.notes.length})`,
      head: ["kind", "place", "what"],
      rows: report.notes.map(({ kind, file, line, message }) => [kind, `${file}:${line}`, message]),
    },
    counts("By rule", "rule", report.byRule),
    counts("By author", "author", report.byAuthor),
    counts("By age", "age", report.byAge),
    counts("Most suppressed files", "file", report.files),
    {
      title: `Changes since ${dayOf(report.since)} (${report.changes.length})`,
      head: ["when", "change", "suppression", "rules", "paths", "author", "until", "reason"],
      rows: report.changes.map(changeRow),
    },
  ];
}

function changeRow(change: AuditChange): readonly string[] {
  return [
    dayOf(change.at),
    change.change === "ended" ? "last applied" : change.change,
    change.id,
    change.rules.join(", "),
    change.paths.join(", "),
    change.author ?? "",
    dayOf(change.expires),
    change.reason,
  ];
}

/** The last day of what ends with midnight is the one before. */
function dayOf(time: string | null): string {
  if (time === null) return "";
  return time.endsWith("T00:00:00.000Z")
    ? new Date(Date.parse(time) - 1).toISOString().slice(0, 10)
    : time.slice(0, 10);
}

function summary({ findings, active, expired, expiringSoon, unused }: AuditReport): string {
  return `${many(findings, "finding")} set aside by ${many(active.length, "suppression")}; ` +
    `${expiringSoon.length} ending soon, ${expired.length} over, ${unused.length} unused`;
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

export function auditTerminal(report: AuditReport): string {
  const blocks = sectionsOf(report).map(({ title, head, rows }) => {
    if (rows.length === 0) return `${title}\n  ${NONE}\n`;
    return `${title}\n` + rows.map((row) => `  ${rowText(head, row)}\n`).join("");
  });
  const commit = report.commit === null ? "" : ` at ${report.commit.slice(0, 12)}`;
  return [
    `Suppressions of ${showable(report.project)}${commit}, ${report.at.slice(0, 10)}\n` +
    `${summary(report)}\n`,
    ...blocks,
  ].join("\n");
}

/** The first cell, and of the others those that say something. */
function rowText(head: readonly string[], [first = "", ...row]: readonly string[]): string {
  const cells = row.flatMap((cell, i) =>
    cell === "" ? [] : [LABELLED.has(head[i + 1]!) ? `${head[i + 1]} ${cell}` : cell]
  );
  return [first, ...cells].map(showable).join("  ");
}

const LABELLED = new Set(["findings", "author", "until", "since", "suppressions"]);

export function auditMarkdown(report: AuditReport): string {
  const blocks = sectionsOf(report).map(({ title, head, rows }) => {
    if (rows.length === 0) return `## ${title}\n\n${NONE}\n`;
    const lines = [head, head.map(() => "---"), ...rows.map((row) => row.map(escaped))];
    return `## ${title}\n\n` + lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
  });
  const commit = report.commit === null ? "" : ` Commit \`${report.commit.slice(0, 12)}\`.`;
  return [
    `# Suppressions of ${escaped(report.project)}\n\n` +
    `${report.at.slice(0, 10)}.${commit} ${summary(report)}.\n`,
    ...blocks,
  ].join("\n");
}

/** Nothing of a cell is a link, a mention, code, a tag or the end of the cell. */
function escaped(text: string): string {
  return showable(text)
    .replace(/[\\`*_{}[\]|<>~&]/g, "\\$&")
    .replace(/[@#]|:(?=\/\/)|(?<=www)\./gi, (mark) => `&#${mark.charCodeAt(0)};`);
}

export function verdictPage(
  { lines, files, since, head }: LogVerdict,
  format: "term" | "markdown",
): string {
  if (lines === 0) return "The audit log is empty\n";
  const text = `The audit log is whole: ${many(lines, "line")} in ${many(files, "file")} since ` +
    `${dayOf(since ?? null)}`;
  return format === "term" ? `${text}\nHead ${head}\n` : `${text}.\n\nHead \`${head}\`\n`;
}
