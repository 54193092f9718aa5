// Helpers into a file of their own, which the old one imports.

import type { NodeId, SyntaxTree } from "../../../src/syntax/mod.ts";
import { type Edit, edited, freshName, isCode, type Rewrite, type Texts, treeOf } from "./edit.ts";
import { isWithin, type Name, type Names, namesOf } from "./names.ts";
import { behindImports } from "./reorder.ts";

export const moveHelpers: Rewrite = async (texts) => {
  let changed: Texts = texts;
  for (const [path, text] of Object.entries(texts)) {
    if (!isCode(path)) continue;
    const moved = movedOut(await treeOf(path, text), path, changed);
    if (moved) changed = { ...changed, ...moved };
  }
  return changed === texts ? undefined : changed;
};

interface File {
  readonly tree: SyntaxTree;
  readonly names: Names;
  readonly statements: readonly NodeId[];
}

function movedOut(tree: SyntaxTree, path: string, texts: Texts): Texts | undefined {
  const file: File = { tree, names: namesOf(tree), statements: [...tree.children(0)] };
  const helpers = helpersOf(file);
  if (helpers.length === 0) return undefined;
  const [folder, end] = [path.slice(0, path.lastIndexOf("/") + 1), path.split(".").at(-1)!];
  const name = freshName(Object.entries(texts).flat().join("\n"), "moved");
  const needed = tree.language === "go" ? goHead(file, helpers) : neededBy(file, helpers);
  const bodies = helpers.map((node) => tree.textOf(node));
  const called = helpers.map((node) => tree.textOf(tree.child(node, "name")!));
  const { head, exported, at } = joint(file, {
    module: name,
    end,
    called,
    sibling: `${folder}__init__.py` in texts,
  });
  const edits: Edit[] = helpers.map((node) => ({ ...tree.span(node), text: "" }));
  edits.push({ start: at, end: at, text: head });
  return {
    [path]: edited(tree.text, edits),
    [`${folder}${name}.${end}`]: `${[...needed, ...bodies.map(exported)].join("\n\n")}\n${
      tree.language === "javascript" && head.includes("require(")
        ? `module.exports = { ${called.join(", ")} };\n`
        : ""
    }`,
  };
}

/** What stands in the old file for what went, and how a function of the new one is exported. */
function joint(
  { tree, statements }: File,
  { module, end, called, sibling }: {
    module: string;
    end: string;
    called: readonly string[];
    sibling: boolean;
  },
): { head: string; exported: (text: string) => string; at: number } {
  const list = called.join(", ");
  if (tree.language === "go") return { head: "", exported: (text) => text, at: tree.text.length };
  if (tree.language === "python") {
    const from = sibling ? `.${module}` : module;
    return {
      head: `from ${from} import ${list}\n`,
      exported: (text) => text,
      at: behindImports(tree),
    };
  }
  const at = tree.span(statements[0]!).start;
  const source = `./${module}.${end === "ts" ? "js" : end}`;
  if (isCommonJs(tree, statements)) {
    return { head: `const { ${list} } = require("${source}");\n`, exported: (text) => text, at };
  }
  return {
    head: `import { ${list} } from "${source}";\n`,
    exported: (text) => `export ${text}`,
    at,
  };
}

function isCommonJs(tree: SyntaxTree, statements: readonly NodeId[]): boolean {
  return !statements.some((node) => /^(?:import|export)_statement$/.test(tree.kind(node)));
}

const KINDS = new Set(["function_declaration", "function_definition", "method_declaration"]);

/** Functions of the module that need nothing of it but imports, constants and one another. */
function helpersOf({ tree, names, statements }: File): NodeId[] {
  let helpers = statements.filter((node) => {
    const name = tree.child(node, "name");
    return KINDS.has(tree.kind(node)) && name !== undefined &&
      !/^(?:main|init|require|__\w+)$/.test(tree.textOf(name));
  });
  if (tree.language === "go") return helpers;
  for (let before = -1; before !== helpers.length;) {
    before = helpers.length;
    helpers = helpers.filter((node) =>
      ownNames({ tree, names, statements }, node).every(({ text }) =>
        helpers.some((other) => tree.textOf(tree.child(other, "name")!) === text) ||
        copied({ tree, names, statements }, { text, helpers }) !== undefined
      )
    );
  }
  return helpers;
}

/** What a statement speaks of that the module binds, imports included. */
function ownNames({ tree, names }: File, node: NodeId): Name[] {
  return names.spoken.filter((each) => {
    if (!isWithin(tree, each.node, node)) return false;
    const bindings = names.bound.filter(({ text }) => text === each.text);
    const inside = bindings.some(({ scope }) =>
      scope !== undefined && isWithin(tree, scope, node) && isWithin(tree, each.node, scope)
    );
    return !inside && bindings.some(({ scope }) => scope === undefined);
  });
}

const SCALARS = new Set([
  "string",
  "number",
  "integer",
  "template_string",
  "regex",
  "true",
  "false",
]);

/** The import or constant that binds a name, where a copy of it means the same. */
function copied(
  file: File,
  { text, helpers, above = [] }: {
    text: string;
    helpers: readonly NodeId[];
    /** Those that need it; two may need one another. */
    above?: readonly NodeId[];
  },
): NodeId | undefined {
  const { tree, names, statements } = file;
  const bindings = names.bound.filter((each) => each.text === text && each.scope === undefined);
  const [first, ...others] = bindings;
  const statement = statements.find((node) => first && isWithin(tree, first.node, node));
  if (statement === undefined || others.some(({ node }) => !isWithin(tree, node, statement))) {
    return undefined;
  }
  if (first!.as === "import" || above.includes(statement)) return statement;
  if (first!.as !== "variable" || !/^(?:const |\w+\s*(?::[^=]*)?= )/.test(tree.textOf(statement))) {
    return undefined;
  }
  // It stays one value where only they speak of it.
  const elsewhere = names.spoken.some(({ node, text: other }) =>
    other === text && !isWithin(tree, node, statement) &&
    !helpers.some((helper) => isWithin(tree, node, helper))
  );
  if (elsewhere && !isScalar(tree, statement)) return undefined;
  const needs = ownNames(file, statement).filter((each) => each.text !== text);
  const within = [...above, statement];
  return needs.every(({ text }) => copied(file, { text, helpers, above: within }) !== undefined)
    ? statement
    : undefined;
}

function isScalar(tree: SyntaxTree, statement: NodeId): boolean {
  for (let node = statement; node < tree.next(statement); node++) {
    const field = tree.fieldOf(node);
    if (field === "value" || field === "right") {
      return SCALARS.has(tree.kind(node)) || tree.textOf(node).startsWith("require(");
    }
  }
  return false;
}

/** Imports and constants that they speak of, in their order in the file. */
function neededBy(file: File, helpers: readonly NodeId[]): string[] {
  const needed = new Set<NodeId>();
  const add = (node: NodeId): void => {
    for (const { text } of ownNames(file, node)) {
      const statement = copied(file, { text, helpers });
      if (statement === undefined || needed.has(statement)) continue;
      needed.add(statement);
      add(statement);
    }
  };
  helpers.forEach(add);
  return [...needed].sort((a, b) => a - b).map((node) => file.tree.textOf(node));
}

/** The package, and the imports whose names the functions speak of. */
function goHead({ tree, statements }: File, helpers: readonly NodeId[]): string[] {
  const words = new Set(helpers.flatMap((node) => tree.textOf(node).split(/\W+/)));
  const specs = [...tree.nodesOf(new Set(["import_spec"]))].map((node) => tree.textOf(node));
  const used = specs.filter((spec) =>
    spec.replaceAll('"', "").split(/[\s/.-]/).some((word) => words.has(word))
  );
  const clause = statements.find((node) => tree.kind(node) === "package_clause")!;
  return [tree.textOf(clause), `import (\n${used.map((spec) => `\t${spec}\n`).join("")})`];
}
