// Packages that the commands of a Dockerfile or a Compose file install or start.

import {
  type Ecosystem,
  type Located,
  type PackageReference,
  partOf,
  type ProjectDocument,
  scalarAt,
  scalarsAt,
  valueAt,
} from "../../core/mod.ts";
import { parseJson } from "../../syntax/mod.ts";
import { servicesOf } from "./compose_services.ts";
import { referenceOf, serverPackages } from "./references.ts";

/** All packages that a document names, those of its commands included. */
export function packagesIn(document: ProjectDocument): PackageReference[] {
  return [...document.packages, ...commandsOf(document).flatMap(packagesOf)];
}

/** A command as a list of words, or as a line for a shell. */
type Command = readonly Located<string>[] | Located<string>;

function commandsOf(document: ProjectDocument): Command[] {
  if (document.type === "compose") {
    return servicesOf(document).flatMap(({ node }) =>
      ["entrypoint", "command"].flatMap((key): Command[] => {
        const value = valueAt(node, key);
        const line = scalarAt(value);
        return value ? [line ?? scalarsAt(value)] : [];
      })
    );
  }
  return document.instructions.filter(({ name }) => /^(?:RUN|CMD|ENTRYPOINT)$/.test(name))
    .map(({ text }) => wordsOf(text) ?? text);
}

/** `["npx", "-y", "name"]` */
function wordsOf(text: Located<string>): Located<string>[] | undefined {
  if (!text.value.startsWith("[")) return undefined;
  const { root } = parseJson(text.value);
  if (root?.type !== "array") return undefined;
  return scalarsAt(root).map(({ value, span }) => ({ value, span: partOf(text, span).span }));
}

function packagesOf(command: Command): PackageReference[] {
  const isLine = !Array.isArray(command);
  const words = isLine ? shellWords(command as Located<string>) : command as Located<string>[];
  const [program, ...args] = words;
  if (!program) return [];
  const name = { value: "command", span: program.span };
  const server = {
    name,
    group: program.span.start,
    command: program,
    args,
    env: {},
    headers: {},
    settings: {},
    credentials: [],
  };
  const lines = isLine ? [command as Located<string>] : [];
  return [...serverPackages(server), ...lines.flatMap(installed)];
}

/** As a shell is given a line. */
function shellWords(line: Located<string>): Located<string>[] {
  const { start } = line.span;
  const nowhere = { start, end: start };
  return [{ value: "sh", span: nowhere }, { value: "-c", span: nowhere }, line];
}

/** Units of a line that are searched. */
const MAX_LINE = 20_000;

const INSTALLERS: readonly (readonly [Ecosystem, RegExp])[] = [
  [
    "npm",
    /\b(?:npm\s{1,4}(?:install|i|add)|pnpm\s{1,4}add|yarn\s{1,4}(?:global\s{1,4})?add|bun\s{1,4}(?:install|add))\b([^\n;&|]{0,2000})/g,
  ],
  [
    "pypi",
    /\b(?:pip3?\s{1,4}install|uv\s{1,4}(?:add|tool\s{1,4}install)|pipx\s{1,4}install)\b([^\n;&|]{0,2000})/g,
  ],
  ["go", /\bgo\s{1,4}install\b([^\n;&|]{0,2000})/g],
];
/** Options whose value is no package. */
const WITH_VALUE =
  /^(?:-[rceift]|--(?:requirement|constraint|editable|index-url|extra-index-url|find-links|target|prefix|registry|python|timeout|trusted-host|cache-dir|with-editable|loglevel))$/;

function installed(line: Located<string>): PackageReference[] {
  // A line that goes on in the next is one, and keeps its length.
  const text = line.value.slice(0, MAX_LINE).replace(/\\\r?\n/g, (end) => " ".repeat(end.length));
  return INSTALLERS.flatMap(([ecosystem, expression]) =>
    [...text.matchAll(expression)].slice(0, 50).flatMap(({ index, 0: whole, 1: rest }) => {
      const from = index + whole.length - rest!.length;
      const found: PackageReference[] = [];
      let isValue = false;
      for (const { index: at, 0: word } of rest!.matchAll(/\S{1,300}/g)) {
        if (isValue || word.startsWith("-")) {
          isValue = !isValue && WITH_VALUE.test(word);
          continue;
        }
        const quotes = /^["']/.test(word) ? 1 : 0;
        const part = { start: from + at + quotes, end: from + at + word.length - quotes };
        const reference = referenceOf(partOf(line, part), ecosystem);
        if (reference) found.push(reference);
      }
      return found;
    })
  );
}
