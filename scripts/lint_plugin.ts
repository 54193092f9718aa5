// The architecture as a lint plugin: which room of src/ may import which, what a pure room may
// touch, who owns a package, and how nothing is named. The tables are the rules.

/** What each room may import; every room may import itself. `main` is main.ts. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  syntax: ["core"],
  flow: ["core", "syntax"],
  detectors: ["core", "flow", "syntax"],
  mcp: ["core", "flow", "syntax"],
  rules: ["core", "syntax"],
  triage: ["core", "rules"],
  targets: ["core"],
  git: ["core"],
  store: ["core"],
  ai: ["core"],
  config: ["core", "rules"],
  report: ["core"],
  scan: ["core", "flow", "mcp", "syntax"],
  guard: ["core", "detectors", "mcp", "store"],
  // deno-fmt-ignore
  cli: ["ai", "config", "core", "detectors", "flow", "git", "guard", "mcp", "report", "rules", "scan", "store", "syntax", "targets", "triage"],
  main: ["cli"],
};

/** These get everything as an argument and give back data: no I/O, no clock, no chance. */
const PURE_ROOMS = ["core", "config", "detectors", "report", "rules", "flow", "triage"];
const PURE_NODE_MODULES = ["crypto", "path", "path/posix", "path/win32", "url", "util", "buffer"];
// deno-fmt-ignore
const IMPURE_GLOBALS = new Set([
  "Deno", "process", "globalThis", "self", "fetch", "performance", "console", "navigator", "crypto",
  "setTimeout", "setInterval", "setImmediate", "WebSocket", "EventSource", "Worker", "localStorage",
  "sessionStorage", "caches",
]);
const IMPURE_MEMBERS = new Set(["Date.now", "Math.random"]);

/** Packages that one room keeps to itself, so that it alone changes with them. */
const OWNERS: Readonly<Record<string, string>> = {
  "web-tree-sitter": "syntax",
  "commander": "cli",
  "@commander-js/extra-typings": "cli",
  "@bomb.sh/tab": "cli",
};

/** Names that say nothing, as a file or a folder, with or without a leading `_`. */
const VAGUE_NAME = /^_?(utils?|helpers?|common|types)(_test)?$/;

const PROJECT = slashed(import.meta.dirname ?? "").replace(/\/scripts$/, "/");

interface Place {
  /** From the project root where the file is inside it. */
  readonly path: string;
  /** `undefined` outside src/ and main.ts: tests and scripts may import anything. */
  readonly room: string | undefined;
}

type Report = (node: Deno.lint.Node, message: string, hint: string) => void;

function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}

function place(filename: string): Place {
  const full = slashed(filename);
  const path = full.startsWith(PROJECT) ? full.slice(PROJECT.length) : full;
  if (path === "main.ts" || /^(?:[A-Za-z]:)?\/[^/]+\/main\.ts$/.test(path)) {
    return { path, room: "main" };
  }
  return { path, room: roomOf(path) };
}

/** The folder under the last `src/` of a path; undefined for a file that lies in src/ itself. */
function roomOf(path: string): string | undefined {
  return /^(?:.*\/)?src\/([^/]+)\/./.exec(path)?.[1];
}

/** `specifier` seen from the folder of `path`, with `.` and `..` resolved. */
function resolve(path: string, specifier: string): string {
  const parts = path.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function packageName(specifier: string): string {
  const bare = specifier.replace(/^npm:\/?/, "");
  return /^(@[^/]+\/[^/@]+|[^/@]+)/.exec(bare)?.[0] ?? bare;
}

/** Every way in which one module names another, types included. */
function eachImport(visit: (node: Deno.lint.Node, specifier: string | undefined) => void) {
  return {
    ImportDeclaration(node: Deno.lint.ImportDeclaration): void {
      visit(node, node.source.value);
    },
    ExportNamedDeclaration(node: Deno.lint.ExportNamedDeclaration): void {
      if (node.source) visit(node, node.source.value);
    },
    ExportAllDeclaration(node: Deno.lint.ExportAllDeclaration): void {
      visit(node, node.source.value);
    },
    ImportExpression(node: Deno.lint.ImportExpression): void {
      const { source } = node;
      const literal = source.type === "Literal" && typeof source.value === "string";
      visit(node, literal ? String(source.value) : undefined);
    },
    TSImportType(node: Deno.lint.TSImportType): void {
      const { argument } = node;
      const literal = argument.type === "TSLiteralType" && argument.literal.type === "Literal";
      visit(
        node,
        literal ? String((argument.literal as Deno.lint.StringLiteral).value) : undefined,
      );
    },
  };
}

function checkRooms(from: Place, report: Report): Deno.lint.LintVisitor {
  const { path, room } = from;
  if (room === undefined) return {};
  const allowed = ROOMS[room];
  return {
    Program(node): void {
      if (allowed) return;
      report(
        node,
        `Room "${room}" is not in the table`,
        "Add it to ROOMS in this plugin, or move the file",
      );
    },
    ...eachImport((node, specifier) => {
      if (specifier === undefined) {
        return report(
          node,
          "Import of a computed path",
          "Name each module as a literal, so that it is checked and embedded",
        );
      }
      if (!specifier.startsWith(".")) return;
      const target = resolve(path, specifier);
      const folder = target.slice(0, target.lastIndexOf("/") + 1);
      if (/\/_[^/]*$/.test(target) && !path.startsWith(folder)) {
        report(
          node,
          `"${specifier}" is private to its folder`,
          "Import what the folder shows, or move the code",
        );
      }
      const to = roomOf(target);
      if (to === room) return;
      if (to === undefined) {
        if (room === "cli") return;
        return report(
          node,
          `Room "${room}" imports from outside src/`,
          "Let src/cli/ pass it in as an argument",
        );
      }
      if (!allowed?.includes(to)) {
        const list = allowed?.join(", ") || "no other room";
        return report(
          node,
          `Room "${room}" may not import room "${to}"`,
          `It may import ${list}; pass the rest in as an argument`,
        );
      }
      if (!target.endsWith(`/src/${to}/mod.ts`) && target !== `src/${to}/mod.ts`) {
        report(
          node,
          `"${specifier}" reaches past the face of room "${to}"`,
          `Import it from src/${to}/mod.ts`,
        );
      }
    }),
  };
}

function checkPurity({ room }: Place, report: Report): Deno.lint.LintVisitor {
  if (room === undefined || !PURE_ROOMS.includes(room)) return {};
  const nodeModules = room === "core" ? ["crypto"] : PURE_NODE_MODULES;
  const hint = "Take it as an argument from a room that may touch the outside world";
  return {
    ...eachImport((node, specifier) => {
      if (specifier === undefined || specifier.startsWith(".")) return;
      const builtin = /^node:(.*)$/.exec(specifier)?.[1];
      if (builtin === undefined ? room !== "core" : nodeModules.includes(builtin)) return;
      report(node, `Pure room "${room}" imports "${specifier}"`, hint);
    }),
    Identifier(node): void {
      if (IMPURE_GLOBALS.has(node.name) && isReference(node)) {
        report(node, `Pure room "${room}" uses "${node.name}"`, hint);
      }
    },
    MemberExpression(node): void {
      if (node.object.type !== "Identifier" || node.property.type !== "Identifier") return;
      const name = `${node.object.name}.${node.property.name}`;
      if (IMPURE_MEMBERS.has(name)) report(node, `Pure room "${room}" uses "${name}"`, hint);
    },
    'NewExpression[callee.name="Date"]'(node: Deno.lint.NewExpression): void {
      if (node.arguments.length === 0) report(node, `Pure room "${room}" reads the clock`, hint);
    },
    'CallExpression[callee.name="Date"]'(node: Deno.lint.CallExpression): void {
      report(node, `Pure room "${room}" reads the clock`, hint);
    },
  };
}

/** False for a name that only labels a property, a type member or an import. */
function isReference(node: Deno.lint.Identifier): boolean {
  const { parent } = node;
  switch (parent.type) {
    case "MemberExpression":
      return parent.object === node || parent.computed;
    case "Property":
      return parent.value === node || parent.computed;
    case "PropertyDefinition":
    case "MethodDefinition":
      return parent.key !== node || parent.computed;
    default:
      return !/^(TS|Import|Export|Labeled|Break|Continue)/.test(parent.type) ||
        /^TS(As|Satisfies|NonNull)/.test(parent.type);
  }
}

function checkOwners({ room }: Place, report: Report): Deno.lint.LintVisitor {
  if (room === undefined) return {};
  return eachImport((node, specifier) => {
    const name = packageName(specifier ?? "");
    const owner = Object.hasOwn(OWNERS, name) ? OWNERS[name] : undefined;
    if (owner === undefined || owner === room) return;
    report(
      node,
      `Only room "${owner}" may import "${name}"`,
      `Use what src/${owner}/mod.ts exports`,
    );
  });
}

function checkDefaults({ room }: Place, report: Report): Deno.lint.LintVisitor {
  if (room === undefined || room === "detectors") return {};
  const refuse = (node: Deno.lint.Node): void =>
    report(node, "Default export", "Export it by name; only a rule in src/detectors/ has none");
  return {
    ExportDefaultDeclaration: refuse,
    ExportSpecifier(node): void {
      const { exported } = node;
      if (exported.type === "Identifier" && exported.name === "default") refuse(node);
    },
  };
}

function checkNames({ path }: Place, report: Report): Deno.lint.LintVisitor {
  return {
    Program(node): void {
      const vague = path.split("/").find((part) => VAGUE_NAME.test(part.replace(/\.[a-z.]+$/, "")));
      if (vague === undefined) return;
      report(
        node,
        `"${vague}" says nothing`,
        "Name it after what it holds, or move the code to its only user",
      );
    },
  };
}

function rule(check: (place: Place, report: Report) => Deno.lint.LintVisitor): Deno.lint.Rule {
  return {
    create: (context) =>
      check(
        place(context.filename),
        (node, message, hint) => context.report({ node, message, hint }),
      ),
  };
}

export default {
  name: "house",
  rules: {
    rooms: rule(checkRooms),
    pure: rule(checkPurity),
    owners: rule(checkOwners),
    "default-export": rule(checkDefaults),
    names: rule(checkNames),
  },
} satisfies Deno.lint.Plugin;
