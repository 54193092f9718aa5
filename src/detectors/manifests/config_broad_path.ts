import {
  type Located,
  type Match,
  nameWords,
  partOf,
  type Rule,
  type ServerDef,
} from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type Command, commandLine } from "./command_line.ts";
import { containerRun, mountSource } from "./containers.ts";
import { BREADTH_WORDS, breadthOf } from "./host_paths.ts";

/** A server whose plain arguments are the folders that it may touch. */
const FILE_SERVER = /filesystem|file-system/i;
const FOLDER_OPTION =
  /^-{1,2}(?:allow(?:ed)?(?:[-_]?(?:read|write|paths?|dirs?|director(?:y|ies)|roots?|folders?))|roots?|root-?dir|base-?(?:dir|path))$/i;

function where(server: ServerDef): Match[] {
  const { commands } = commandLine(server);
  const folders = [
    ...commands.flatMap(foldersOf),
    ...Object.entries(server.settings).flatMap(([key, values]) => grants(key) ? values : []),
    ...Object.entries(server.env).flatMap(([key, value]) => grants(key) ? pathsIn(value) : []),
  ];
  return unique(folders).flatMap((folder) => judge(folder, server) ?? []);
}

function judge(folder: Located<string>, server: ServerDef): Match | undefined {
  const breadth = breadthOf(folder.value);
  if (breadth === undefined) return undefined;
  return {
    span: folder.span,
    identity: server.name.value,
    message: `Server "${server.name.value}" is given ${BREADTH_WORDS[breadth]}`,
    ...(breadth !== "home" && { severity: "high" }),
  };
}

function foldersOf(command: Command): Located<string>[] {
  const container = containerRun(command);
  // What follows an image are paths inside of it.
  if (container) {
    return container.options.flatMap((option) => {
      const source = mountSource(option);
      return source && breadthOf(source.value) !== "keys" ? [source] : [];
    });
  }
  const { program, args } = command;
  const at = [program, ...args].findIndex(({ value }) =>
    FILE_SERVER.test(value) && !value.startsWith("-") && !breadthOf(value)
  );
  const plain = at < 0 ? [] : args.slice(at).filter(({ value }) => !value.startsWith("-"));
  return [...plain, ...optionFolders(args)];
}

function optionFolders(args: readonly Located<string>[]): Located<string>[] {
  return args.flatMap((arg, i) => {
    const equals = arg.value.indexOf("=");
    const option = equals < 0 ? arg.value : arg.value.slice(0, equals);
    if (!FOLDER_OPTION.test(option)) return [];
    if (equals < 0) return args.slice(i + 1, i + 2);
    return pathsIn(partOf(arg, { start: equals + 1, end: arg.value.length }));
  });
}

/** `allowedPaths`, `ALLOWED_DIRECTORIES` */
function grants(key: string): boolean {
  const words = nameWords(key);
  return /^allow(?:ed)?$/.test(words.at(-2) ?? "") &&
    /^(?:paths?|dirs?|directory|directories|roots?|folders?)$/.test(words.at(-1) ?? "");
}

/** A list with commas, or with colons that are not a drive's. */
function pathsIn(value: Located<string>): Located<string>[] {
  return [...value.value.matchAll(/(?:[A-Za-z]:[\\/])?[^,;:]+/g)].map(({ index, 0: path }) =>
    partOf(value, { start: index, end: index + path.length })
  );
}

function unique(folders: readonly Located<string>[]): Located<string>[] {
  return [...new Map(folders.map((folder) => [folder.span.start, folder])).values()];
}

export default {
  id: "config-broad-path",
  family: "mcp-config",
  title: "Server given a whole disk or home folder",
  why: "Whoever steers the model reads keys, browser profiles and other projects through the " +
    "server, and where it can write, changes what the user runs next.",
  fix: "Give it the one folder that it is for, read-only where that is enough.",
  limits: "Knows file servers by their names, the usual options and variables for folders, and " +
    "mounts of containers.",
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-552", "CWE-668"],
  owasp: ["MCP02:2025", "MCP10:2025", "ASI03:2026"],
  atlas: ["AML.T0037"],
  since: "0.1.0",
  tags: ["configuration"],
  matcher: { kind: "manifest", where },
  bad: [
    {
      file: "claude_desktop_config.json",
      code: `{ "mcpServers": { "files": {
  "command": "npx", "args": ["-y", "@acme/server-filesystem@1.4.2", "/Users/me/notes", "/"]
} } }
`,
      note: "The whole disk beside a folder",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": { "files": {
  "command": "docker",
  "args": ["run", "-i", "--mount", "type=bind,src=/home/me,dst=/data", "acme/files:1.4.2"]
} } }
`,
      note: "A home folder inside a container",
    },
    {
      file: ".mcp.json",
      code: String.raw`{ "mcpServers": {
  "files": { "command": "files-mcp", "allowedPaths": ["C:\\"] }
} }
`,
      note: "A drive, as a setting",
    },
  ],
  good: [
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "npx", "args": ["-y", "@acme/server-filesystem@1.4.2", "/Users/me/notes"] },
  "b": { "command": "docker", "args": [
    "run", "-i", "-v", "/srv/notes:/", "-v", "home:/home", "acme/filesystem:1.4.2", "/"
  ] }
} }
`,
      note: "One folder; the root of a container",
    },
    {
      file: ".mcp.json",
      code: `{ "mcpServers": {
  "a": { "command": "web-mcp", "args": ["--path", "/", "--base-url", "/"] },
  "b": { "command": "files-mcp", "env": { "ALLOWED_PATHS": "/srv/a:/srv/b", "HOME": "/home/me" } }
} }
`,
      note: "A path of URLs, and a home that is only named",
    },
  ],
} satisfies Rule<SyntaxTree>;
