// `deno task new-rule <id> [--family F] [--kind text|syntax|tool|manifest|client|document]` starts
// a rule: the file with its examples, and its two lines in its folder's list of rules.

import { parseArgs } from "node:util";
import { FAMILIES, type Family } from "../src/core/mod.ts";
import { ALL_RULES } from "../src/detectors/mod.ts";

const FOLDERS = {
  text: "secrets",
  syntax: "code",
  tool: "tools",
  manifest: "manifests",
  client: "clients",
  document: "packages",
} as const;
type Kind = keyof typeof FOLDERS;

const USUAL_FAMILY: Readonly<Record<Kind, Family>> = {
  text: "secrets",
  syntax: "command-injection",
  tool: "tool-poisoning",
  manifest: "mcp-config",
  client: "mcp-config",
  document: "packaging",
};

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+){1,6}$/;

export interface NewRule {
  readonly path: string;
  readonly content: string;
  readonly listPath: string;
  /** The folder's list of rules with the new one in it. */
  readonly list: string;
}

/** The file that lists the rules of a kind; throws where there is no such kind. */
export function listPathOf(kind: string): string {
  if (!(kind in FOLDERS)) {
    throw new Error(`--kind is one of ${Object.keys(FOLDERS).join(", ")}: "${kind}"`);
  }
  return `src/detectors/${FOLDERS[kind as Kind]}/mod.ts`;
}

/** What to write for a new rule; throws with the reason where the id cannot be had. */
export function newRule(
  { id, kind, family }: { id: string; kind: string; family?: string | undefined },
  { list, version, ids }: { list: string; version: string; ids: readonly string[] },
): NewRule {
  if (!ID.test(id)) {
    throw new Error(`A rule id is kebab-case of two words or more and says what is wrong: "${id}"`);
  }
  const listPath = listPathOf(kind);
  const file = `${id.replaceAll("-", "_")}.ts`;
  const path = listPath.replace("mod.ts", file);
  if (ids.includes(id)) throw new Error(`Rule "${id}" exists`);
  if (list.includes(`"./${file}"`)) throw new Error(`${path} exists`);
  if (family !== undefined && !(FAMILIES as readonly string[]).includes(family)) {
    throw new Error(`--family is one of ${FAMILIES.join(", ")}: "${family}"`);
  }
  const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return {
    path,
    content: template({
      id,
      kind: kind as Kind,
      family: family ?? USUAL_FAMILY[kind as Kind],
      version,
    }),
    listPath,
    list: list
      .replace("\n\nexport const", `\nimport ${name} from "./${file}";\n\nexport const`)
      .replace(/\n\];\n$/, `\n  ${name},\n];\n`),
  };
}

function template(
  { id, kind, family, version }: { id: string; kind: Kind; family: string; version: string },
): string {
  const { imports, body, matcher, bad, good } = MATCHERS[kind];
  return `import type { ${imports} } from "../../core/mod.ts";
import type { ${kind === "syntax" ? "NodeId, " : ""}SyntaxTree } from "../../syntax/mod.ts";

${body}
export default {
  id: "${id}",
  family: "${family}",
  title: "What is wrong, in a few words",
  why: "Why it matters: what an attacker gains.",
  fix: "What to do, in one line.",
  limits: "What the rule cannot see.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-20"],
  owasp: ["MCP05:2025"],
  atlas: [],
  since: "${version}",
  tags: ["${family}"],
  matcher: ${matcher},
  bad: [
${bad}
  ],
  good: [
${good}
  ],
} satisfies Rule<SyntaxTree>;
`;
}

interface Template {
  readonly imports: string;
  readonly body: string;
  readonly matcher: string;
  readonly bad: string;
  readonly good: string;
}

function example(file: string, code: string, note: string): string {
  return `    {\n      file: "${file}",\n      code: ${
    JSON.stringify(code)
  },\n      note: "${note}",\n    },`;
}

const MATCHERS: Readonly<Record<Kind, Template>> = {
  text: {
    imports: "Match, Rule",
    body: `function where(hit: RegExpExecArray): Match | undefined {
  const span = { start: hit.index, end: hit.index + hit[0].length };
  return { span, message: "Say what was found" };
}
`,
    matcher: `{
    kind: "text",
    files: "all",
    patterns: [{ keywords: ["replace-me"], expression: /replace-me-\\d{1,9}/g, where }],
  }`,
    bad: [
      example("server.py", 'x = "replace-me-1"\n', "What is found"),
      example("config.yaml", "x: replace-me-22\n", "What is found in another place"),
    ].join("\n"),
    good: [
      example("server.py", 'x = "replace-me-"\n', "What is not found"),
      example("config.yaml", "x: other\n", "What is harmless"),
    ].join("\n"),
  },
  syntax: {
    imports: "Match, Rule",
    body: `function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const callee = tree.child(node, "function");
  if (callee === undefined || tree.textOf(callee) !== "replace_me") return undefined;
  return { span: tree.span(node), message: "Say what was found" };
}
`,
    matcher: `{
    kind: "syntax",
    languages: { python: { keywords: ["replace_me"], nodes: ["call"], where } },
  }`,
    bad: [
      example("server.py", "replace_me(x)\n", "What is found"),
      example("tool.py", "y = [replace_me(1)]\n", "What is found in another place"),
    ].join("\n"),
    good: [
      example("server.py", "# replace_me(x)\n", "A comment"),
      example("tool.py", 'y = "replace_me(1)"\n', "A string"),
    ].join("\n"),
  },
  tool: {
    imports: "Match, Rule, SurfaceItem",
    body: `function where(item: SurfaceItem): Match[] {
  return item.texts
    .filter(({ value }) => value.text.includes("replace me"))
    .map(() => ({ span: item.span, message: "Say what was found" }));
}
`,
    matcher: `{ kind: "tool", owners: ["tool"], where }`,
    bad: [
      example(
        "server.py",
        '@mcp.tool()\ndef a():\n    """replace me"""\n',
        "What is found",
      ),
      example(
        "server.ts",
        'server.registerTool("a", { description: "replace me" }, run);\n',
        "What is found in another language",
      ),
    ].join("\n"),
    good: [
      example("server.py", '@mcp.tool()\ndef a():\n    """Adds."""\n', "What is harmless"),
      example("server.ts", "// replace me\n", "A comment"),
    ].join("\n"),
  },
  manifest: {
    imports: "Match, Rule, ServerDef",
    body: `function where(server: ServerDef): Match[] {
  if (server.command?.value !== "replace-me") return [];
  return [{ span: server.command.span, message: "Say what was found" }];
}
`,
    matcher: `{ kind: "manifest", where }`,
    bad: [
      example(
        ".mcp.json",
        '{ "mcpServers": { "a": { "command": "replace-me" } } }\n',
        "What is found",
      ),
      example(
        "mcp.json",
        '{ "servers": { "a": { "command": "replace-me" } } }\n',
        "The other shape",
      ),
    ].join("\n"),
    good: [
      example(
        ".mcp.json",
        '{ "mcpServers": { "a": { "command": "node" } } }\n',
        "What is harmless",
      ),
      example("other.json", '{ "command": "replace-me" }\n', "Not a client configuration"),
    ].join("\n"),
  },
  client: {
    imports: "ClientConfig, Match, Rule",
    body: `function where({ runs }: ClientConfig): Match[] {
  return runs
    .filter(({ command }) => command.value === "replace-me")
    .map(({ command }) => ({ span: command.span, message: "Say what was found" }));
}
`,
    matcher: `{ kind: "client", where }`,
    bad: [
      example(
        "settings.json",
        '{ "hooks": { "Stop": [{ "command": "replace-me" }] } }\n',
        "What is found",
      ),
      example(
        "hooks.json",
        '{ "hooks": { "stop": [{ "bash": "replace-me" }] } }\n',
        "The other shape",
      ),
    ].join("\n"),
    good: [
      example(
        "settings.json",
        '{ "hooks": { "Stop": [{ "command": "ls" }] } }\n',
        "What is harmless",
      ),
      example("other.json", '{ "command": "replace-me" }\n', "Not a client configuration"),
    ].join("\n"),
  },
  document: {
    imports: "Match, ProjectDocument, Rule",
    body: `function where({ packages }: ProjectDocument): Match[] {
  return packages
    .filter(({ name }) => name.value === "replace-me")
    .map(({ name }) => ({ span: name.span, message: "Say what was found" }));
}
`,
    matcher: `{ kind: "document", documents: ["npm-manifest", "requirements"], where }`,
    bad: [
      example(
        "package.json",
        '{ "dependencies": { "replace-me": "1.0.0" } }\n',
        "What is found",
      ),
      example("requirements.txt", "replace-me==1.0.0\n", "The other document"),
    ].join("\n"),
    good: [
      example("package.json", '{ "name": "replace-me" }\n', "What is harmless"),
      example("requirements.txt", "# replace-me==1.0.0\n", "A comment"),
    ].join("\n"),
  },
};

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    args: Deno.args,
    allowPositionals: true,
    options: { kind: { type: "string", default: "syntax" }, family: { type: "string" } },
  });
  try {
    const listPath = listPathOf(values.kind);
    const rule = newRule({ id: positionals[0] ?? "", kind: values.kind, family: values.family }, {
      list: await Deno.readTextFile(listPath),
      version: JSON.parse(await Deno.readTextFile("deno.json")).version,
      ids: ALL_RULES.map((known) => known.id),
    });
    await Deno.writeTextFile(rule.path, rule.content, { createNew: true });
    await Deno.writeTextFile(rule.listPath, rule.list);
    await new Deno.Command(Deno.execPath(), {
      args: ["fmt", "--quiet", rule.path, rule.listPath],
    }).output();
    console.error(
      `Wrote ${rule.path} and listed it in ${rule.listPath}.\n` +
        `Next: edit the rule and its examples, then: deno task gen && deno task test`,
    );
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : error}`);
    Deno.exitCode = 1;
  }
}
