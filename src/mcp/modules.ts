// What a name stands for that another file of the target declares: exports of JavaScript, names of
// Python's modules, declarations of Go's packages. A file that is not at hand yet is asked for, and
// the reading is done again when it is.

import type { NodeId } from "../syntax/mod.ts";
import { declarationsOf } from "./declarations.ts";
import { argumentsOf, calleeName, lastName, MEMBERS, NAMES, objectOf } from "./expressions.ts";
import { exportsOf } from "./exports.ts";
import { type Reading, spendStep } from "./reading.ts";

/** Re-exports, and imports of what is imported. */
const MAX_HOPS = 12;
/** Files that the texts of one file come from. */
const MAX_FILES = 64;
/** Units of a name that is looked for in other files. */
const MAX_NAME = 200;

/** What an imported name stands for, used as a value. */
export function importedValues(
  reading: Reading,
  { node, path }: { node: NodeId; path: string },
  hops = 0,
): readonly NodeId[] {
  const found = findImport(reading, { node, path });
  if (!found) return [];
  return exportedValues(reading, { file: found.file, name: found.member ?? "default" }, hops);
}

/** `member` of the module that `object` stands for; `undefined` where it stands for none. */
export function memberOfModule(
  reading: Reading,
  { object, member }: { object: NodeId; member: string },
): readonly NodeId[] | undefined {
  if (!reading.neighbours) return undefined;
  const file = moduleOf(reading, object);
  if (file === undefined) return undefined;
  const found = exportedValues(reading, { file, name: member });
  return found.length === 0 ? undefined : found;
}

/** The file of the module that an expression stands for. */
function moduleOf(reading: Reading, node: NodeId, hops = 0): string | undefined {
  const { tree, neighbours } = reading;
  if (!neighbours || hops > MAX_HOPS || !spendStep(reading)) return undefined;
  const kind = tree.kind(node);
  if (NAMES.has(kind)) {
    const binding = tree.bindingOf(node, tree.textOf(node));
    if (binding?.kind === "import") {
      const found = findImport(reading, { node, path: binding.path });
      return found?.member === undefined ? found?.file : undefined;
    }
    const [value, other] = binding?.kind === "value" ? binding.nodes : [];
    return value === undefined || other !== undefined
      ? undefined
      : moduleOf(reading, value, hops + 1);
  }
  if (MEMBERS.has(kind)) {
    // `import package.texts`, then `package.texts.SEARCH`.
    const object = tree.language === "python" ? objectOf(tree, node) : undefined;
    const binding = object === undefined
      ? undefined
      : tree.bindingOf(object, tree.textOf(object).slice(0, MAX_NAME));
    return binding?.kind === "import"
      ? neighbours.resolve(tree.pathOf(node), `${binding.path}.${lastName(tree, node)}`)
      : undefined;
  }
  if (kind === "await_expression" || kind === "parenthesized_expression") {
    const inner = tree.firstChild(node);
    return inner === undefined ? undefined : moduleOf(reading, inner, hops + 1);
  }
  if (kind !== "call_expression") return undefined;
  const [argument] = argumentsOf(tree, node);
  const name = calleeName(tree, node) ?? tree.textOf(tree.child(node, "function") ?? node);
  if (argument === undefined) return undefined;
  if (name === "require" || name === "import") {
    const module = tree.constantText(argument)?.text;
    return module === undefined ? undefined : neighbours.resolve(tree.pathOf(node), module);
  }
  // `__importStar(require("./texts"))` of compiled TypeScript.
  return /^(?:__import|_interop|__toESM)/.test(name)
    ? moduleOf(reading, argument, hops + 1)
    : undefined;
}

interface Found {
  readonly file: string;
  readonly member?: string;
}

/** An import's path is a module's, or a module's and a member's. */
function findImport(
  { tree, neighbours }: Reading,
  { node, path }: { node: NodeId; path: string },
): Found | undefined {
  if (!neighbours) return undefined;
  const from = tree.pathOf(node);
  const [, dots, own] = /^(\.{2,20})([^./]{1,200})$/.exec(path) ?? [];
  // `from . import texts` is noted as `..texts`.
  const isPackage = tree.language === "python" && dots !== undefined;
  const whole = isPackage ? `${dots.slice(1)}${own}` : path;
  const file = neighbours.resolve(from, whole);
  if (file !== undefined) return { file };
  const dot = path.lastIndexOf(".");
  if (dot <= 0) return undefined;
  const module = isPackage ? dots.slice(1) : path.slice(0, dot);
  const outer = neighbours.resolve(from, module);
  return outer === undefined ? undefined : { file: outer, member: path.slice(dot + 1) };
}

/** What the module gives out under a name. */
function exportedValues(
  reading: Reading,
  { file, name }: { file: string; name: string },
  hops = 0,
): readonly NodeId[] {
  const { tree } = reading;
  if (hops > MAX_HOPS || !spendStep(reading)) return [];
  if (tree.language === "go") return namesOfPackage(reading, { file, name });
  const root = linkedRoot(reading, file);
  if (root === undefined) return [];
  if (tree.language === "python") return namesOf(reading, { root, name }, hops);
  const { named, stars } = exportsOf(reading, root);
  const found = named.get(name);
  if (found === undefined) {
    if (name === "default") return [];
    for (const { node, module } of stars) {
      const next = reading.neighbours?.resolve(tree.pathOf(node), module);
      const values = next === undefined
        ? []
        : exportedValues(reading, { file: next, name }, hops + 1);
      if (values.length > 0) return values;
    }
    return [];
  }
  if ("local" in found) return [found.local];
  const next = reading.neighbours?.resolve(tree.pathOf(found.node), found.module);
  return next === undefined
    ? []
    : exportedValues(reading, { file: next, name: found.name }, hops + 1);
}

/** What a name stands for at the top of a file. */
function namesOf(
  reading: Reading,
  { root, name }: { root: NodeId; name: string },
  hops = 0,
): readonly NodeId[] {
  const binding = reading.tree.bindingOf(root, name);
  if (binding?.kind === "value") return binding.nodes;
  if (binding?.kind === "import") {
    return importedValues(reading, { node: root, path: binding.path }, hops + 1);
  }
  const declared = declarationsOf(reading, root).named.get(name);
  return declared === undefined ? [] : [declared];
}

/** What a name that the file does not declare stands for in its package. */
export function packageValues(reading: Reading, node: NodeId, name: string): readonly NodeId[] {
  const { tree, neighbours } = reading;
  if (!neighbours || tree.language !== "go" || name.length > MAX_NAME) return [];
  return namesOfPackage(reading, { file: tree.pathOf(node), name });
}

function namesOfPackage(
  reading: Reading,
  { file, name }: { file: string; name: string },
): readonly NodeId[] {
  for (const path of reading.neighbours?.declaring(file, name) ?? []) {
    const root = linkedRoot(reading, path);
    const found = root === undefined ? [] : namesOf(reading, { root, name });
    if (found.length > 0) return found;
  }
  return [];
}

function linkedRoot(reading: Reading, path: string): NodeId | undefined {
  const { tree, neighbours, linked, wanted } = reading;
  if (!linked.has(path)) {
    if (linked.size + wanted.size >= MAX_FILES) {
      reading.cut = true;
      return undefined;
    }
    const other = path === tree.pathOf(0) ? tree.own : neighbours?.tree(path);
    if (!other) {
      wanted.add(path);
      return undefined;
    }
    linked.set(path, tree.link(path, other));
  }
  return linked.get(path);
}
