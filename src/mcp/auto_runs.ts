// Commands that a client runs by itself, told by their shape in its settings: hooks at its events,
// tasks of an opened folder, and helpers that make a key or a header.

import type { AutoRun, AutoRunKind, Located, Span } from "../core/mod.ts";
import { type JsonNode, jsonValue } from "../syntax/mod.ts";
import { located, properties, scalarsOf, stringAt } from "./located.ts";

/** Commands of one file. */
const MAX_RUNS = 1_000;
/** Levels below an event's name on which its commands stand. */
const MAX_LEVELS = 4;

/** Where the clients put a hook's line for a shell; some have one for each system. */
const LINES = ["command", "bash", "powershell", "windows", "linux", "osx"];
const SYSTEMS = ["windows", "linux", "osx"];

/** Settings of Claude Code whose value is a line for a shell. */
const HELPERS = new Set([
  "apiKeyHelper",
  "awsAuthRefresh",
  "awsCredentialExport",
  "gcpAuthRefresh",
  "otelHeadersHelper",
  "headersHelper",
]);
/** Settings with such a line as their `command`. */
const HELPER_OBJECTS = new Set(["statusLine", "fileSuggestion"]);

/** What one property of a settings file makes its client run. */
export function runsOf(text: string, { key, value }: { key: string; value: JsonNode }): AutoRun[] {
  if (key === "hooks") return hooksOf(text, value).slice(0, MAX_RUNS);
  if (key === "tasks") return tasksOf(text, value).slice(0, MAX_RUNS);
  const line = HELPERS.has(key)
    ? stringAt(text, value)
    : HELPER_OBJECTS.has(key)
    ? stringAt(text, jsonValue(value, "command"))
    : undefined;
  return line ? [runOf({ kind: "helper", words: `"${key}"`, command: line })] : [];
}

/** The helpers of single servers: a line that makes the headers of one. */
export function helpersOf(text: string, servers: JsonNode): AutoRun[] {
  return properties(servers).flatMap(({ value }) =>
    properties(value).flatMap(({ key, value }) =>
      HELPERS.has(key) ? runsOf(text, { key, value }) : []
    )
  ).slice(0, MAX_RUNS);
}

/** `{ "SessionStart": [{ "matcher": "", "hooks": [{ "type": "command", "command": … }] }] }` */
function hooksOf(text: string, hooks: JsonNode): AutoRun[] {
  const found: AutoRun[] = [];
  for (const { key, value } of properties(hooks)) {
    if (value.type !== "array") continue;
    const words = `hook "${key}"`;
    let open: readonly JsonNode[] = value.children ?? [];
    for (let level = 0; level < MAX_LEVELS && open.length > 0; level++) {
      for (const each of open) {
        const args = scalarsOf(text, jsonValue(each, "args"));
        for (const name of LINES) {
          const command = stringAt(text, jsonValue(each, name));
          if (command) found.push(runOf({ kind: "hook", words, command, args }));
        }
      }
      open = open.flatMap((each) => jsonValue(each, "hooks")?.children ?? []);
    }
  }
  return found;
}

/** `[{ "command": …, "runOptions": { "runOn": "folderOpen" } }]` */
function tasksOf(text: string, tasks: JsonNode): AutoRun[] {
  if (tasks.type !== "array") return [];
  return (tasks.children ?? []).flatMap((task) => {
    const runOn = jsonValue(jsonValue(task, "runOptions"), "runOn");
    const trigger = runOn && located(text, runOn);
    if (trigger?.value !== "folderOpen") return [];
    const label = stringAt(text, jsonValue(task, "label"))?.value ?? "";
    const isQuiet = isHidden(task);
    const variants = [task, ...SYSTEMS.flatMap((system) => jsonValue(task, system) ?? [])];
    return variants.flatMap((variant) => {
      const command = stringAt(text, jsonValue(variant, "command") ?? jsonValue(variant, "script"));
      const args = scalarsOf(text, jsonValue(variant, "args"));
      const words = `task "${label}"`;
      return command
        ? [{ ...runOf({ kind: "task", words, command, args }), at: trigger.span, isQuiet }]
        : [];
    });
  });
}

/** True where neither the list of tasks nor a terminal would show it. */
function isHidden(task: JsonNode): boolean {
  const presentation = jsonValue(task, "presentation");
  const reveal = jsonValue(presentation, "reveal")?.value;
  return jsonValue(task, "hide")?.value === true || reveal === "never" || reveal === "silent" ||
    jsonValue(presentation, "echo")?.value === false;
}

/** A backquoted line after `!`, whose output Claude Code puts into the text of a command or skill. */
const INSERTED = /(?:^|[\s(>*-])!`([^`\n]{1,2000})`/g;

/** The commands that run while the text below the front matter is put together. */
export function insertsOf(text: string, body: Span): AutoRun[] {
  const found: AutoRun[] = [];
  for (const { index, 0: hit, 1: line } of text.slice(body.start, body.end).matchAll(INSERTED)) {
    const end = body.start + index + hit.length - 1;
    const command = { value: line!, span: { start: end - line!.length, end } };
    found.push(runOf({ kind: "insert", words: "command in the text", command }));
    if (found.length >= MAX_RUNS) break;
  }
  return found;
}

function runOf(
  { kind, words, command, args = [] }: {
    kind: AutoRunKind;
    words: string;
    command: Located<string>;
    args?: readonly Located<string>[];
  },
): AutoRun {
  return { kind, words, at: command.span, command, args, isQuiet: false };
}
