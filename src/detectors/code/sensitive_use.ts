// Paths of the table in code: read, or only named. Each expression of a tree is looked at once,
// however many rules share the table.

import type { Match } from "../../core/mod.ts";
import { isForModel } from "./parameters.ts";
import { bindingOf, isStringLiteral, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { callAt, elementsOf, fieldValues, mentions } from "./calls.ts";
import { READING_COMMAND, useOf } from "./path_use.ts";
import { FOLDER_READERS, isFileRead, readPath } from "./file_reads.ts";
import { joinedParts, pathText } from "./path_text.ts";
import { pathTable } from "./path_match.ts";
import { SENSITIVE_PATHS, type SensitivePath } from "./sensitive_paths.ts";

/** A match, and the rule that it belongs to. */
export interface Access extends Match {
  readonly rule: string;
}

const find = pathTable(SENSITIVE_PATHS);
const known = new WeakMap<SyntaxTree, Map<NodeId, Access | undefined>>();

/** The access at `node`: a path itself, or a read of one that was named elsewhere. */
export function accessAt(tree: SyntaxTree, node: NodeId): Access | undefined {
  let accesses = known.get(tree);
  if (!accesses) known.set(tree, accesses = new Map());
  if (!accesses.has(node)) {
    accesses.set(node, readOfNamed(tree, node) ?? pathItself(tree, node));
  }
  return accesses.get(node);
}

interface Sensitive {
  readonly entry: SensitivePath;
  readonly folder: boolean;
}

/** No system takes longer paths. */
const MAX_PATH = 4096;

function sensitiveAt(tree: SyntaxTree, node: NodeId): Sensitive | undefined {
  if (!isStringLiteral(tree, node) && !joinedParts(tree, node)) return undefined;
  const path = pathText(tree, node);
  return path.length > MAX_PATH ? undefined : find(path);
}

/** Values of a name, and elements of a list, that are looked at. */
const MAX_VALUES = 50;

/** A read of a path that was put together elsewhere in the file and given a name. */
function readOfNamed(tree: SyntaxTree, node: NodeId): Access | undefined {
  const call = callAt(tree, node);
  const path = call && readPath(call);
  if (!call || path === undefined) return undefined;
  for (const value of namedValues(tree, path)) {
    const sensitive = sensitiveAt(tree, value);
    if (!sensitive || !fitsRead(sensitive, call.callee, call.method)) continue;
    if (useOf(tree, value) === "guarded") continue;
    const handed = useOf(tree, node) === "handed";
    return {
      ...(handed ? namedMatch(sensitive, tree.span(value)) : readMatch(tree, sensitive, value)),
      related: [{ span: tree.span(node), message: "Read here" }],
    };
  }
  return undefined;
}

/** Joins around a name that are looked into. */
const MAX_JOINS = 4;

function namedValues(tree: SyntaxTree, read: NodeId): readonly NodeId[] {
  let path = read;
  // Where a name comes last in a join, it says which file.
  for (let joins = 0; joins < MAX_JOINS; joins++) path = joinedParts(tree, path)?.at(-1) ?? path;
  const fields = fieldValues(tree, path);
  if (fields.length > 0) return fields.slice(0, MAX_VALUES);
  if (tree.kind(path) !== "identifier") return [];
  const binding = bindingOf(tree, path, tree.textOf(path));
  if (binding?.kind === "value") return binding.nodes;
  return binding?.kind === "element"
    ? (elementsOf(tree, binding.node) ?? []).slice(0, MAX_VALUES)
    : [];
}

/** A folder is read by listing it; a file by reading, or by listing with a pattern. */
function fitsRead({ folder }: Sensitive, callee: string, method: string): boolean {
  return !folder || FOLDER_READERS.has(callee) || FOLDER_READERS.has(method) ||
    isFileRead(callee, method);
}

/** An installer adds its own server to a configuration, and writes it back. */
const WRITERS = ["writeFile", "write_text", "json.dump(", "WriteFile"];

function readMatch(
  tree: SyntaxTree,
  { entry, folder }: Sensitive,
  node: NodeId,
): Access {
  const writesBack = entry.ordinary && WRITERS.some((word) => mentions(tree, word));
  return {
    rule: entry.rule,
    span: tree.span(node),
    message: folder
      ? `The code reads the folder with ${entry.what}`
      : `The code reads ${entry.what}`,
    severity: writesBack ? "low" : entry.severity ?? "high",
    // A program may well look them up; what a model reads by a tool is another matter.
    confidence: !entry.ordinary ? "high" : isForModel(tree, node) ? "medium" : "low",
  };
}

function pathItself(tree: SyntaxTree, node: NodeId): Access | undefined {
  const sensitive = sensitiveAt(tree, node) ?? inCommand(tree, node);
  if (!sensitive) return undefined;
  const { entry, folder } = sensitive;
  const use = useOf(tree, node);
  if (use === "read") return readMatch(tree, sensitive, node);
  if ((use !== "named" && use !== "handed") || folder || entry.ordinary) return undefined;
  const path = pathText(tree, node);
  // A bare name may be anything: a kind of file, a key of a table.
  if (!path.includes("/") || speaks(path)) return undefined;
  return namedMatch(sensitive, tree.span(node));
}

function namedMatch({ entry }: Sensitive, span: Match["span"]): Access {
  return {
    rule: entry.rule,
    span,
    message: `The code names a file with ${entry.what}`,
    severity: "low",
    confidence: "low",
  };
}

/** A sentence that ends in a path. */
function speaks(path: string): boolean {
  return /[^/]\s{1,9}["'\x60(]?[~/.$%*]/.test(path.slice(0, MAX_PATH));
}

/** Words of one command line that are looked at. */
const MAX_WORDS = 100;
/** A path as one word of a command line. */
function inCommand(tree: SyntaxTree, node: NodeId): Sensitive | undefined {
  if (!isStringLiteral(tree, node)) return undefined;
  const text = pathText(tree, node).slice(0, MAX_PATH);
  if (!READING_COMMAND.test(text)) return undefined;
  for (const word of text.split(/[\s"'\x60;|&<>()=@]/, MAX_WORDS)) {
    const found = word === "" ? undefined : find(word);
    if (found && useOf(tree, node) === "read") return found;
  }
  return undefined;
}
