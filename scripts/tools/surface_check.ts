// Holds the tools that `mcp-sentinel tools` reads out of published servers against those that the
// running servers list:
//
//   deno task surface-check            all servers
//   deno task surface-check memory     those whose name holds this
//
// Unlike every other check, this one runs the servers, which are pinned. What a server lists only to
// clients with more capabilities, or with more options, is told apart.

import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { join } from "node:path";
import { fetchPackage } from "../corpus/fetch.ts";
import { labelOf } from "../corpus/pinned.ts";
import { pinnedServers } from "../corpus/servers.ts";

const PROJECT = join(import.meta.dirname!, "..", "..");
const ROOT = join(PROJECT, ".corpus", "surface");

interface Checked {
  readonly name: string;
  /** Of npm; a server in Go is one of the corpus and built. */
  readonly version: string;
  readonly program: "npm" | "go";
  /** What the running server is given. */
  readonly args: readonly string[];
  /** For a list of all that it has, where it keeps something back. */
  readonly more?: readonly string[];
}

const SERVERS: readonly Checked[] = [
  {
    name: "@modelcontextprotocol/server-filesystem",
    version: "2026.8.31",
    program: "npm",
    args: ["dist/index.js", ROOT],
  },
  {
    name: "@modelcontextprotocol/server-memory",
    version: "2026.8.31",
    program: "npm",
    args: ["dist/index.js"],
  },
  {
    name: "@modelcontextprotocol/server-everything",
    version: "2026.8.31",
    program: "npm",
    args: ["dist/index.js", "stdio"],
  },
  {
    name: "@modelcontextprotocol/server-github",
    version: "2025.4.8",
    program: "npm",
    args: ["dist/index.js"],
  },
  {
    name: "@wonderwhy-er/desktop-commander",
    version: "0.2.52",
    program: "npm",
    args: ["dist/index.js"],
  },
  {
    name: "github.com/github/github-mcp-server",
    version: "v0.5.0",
    program: "go",
    args: ["stdio", "--toolsets", "all"],
    more: ["stdio", "--toolsets", "all", "--dynamic-toolsets"],
  },
];

interface Tool {
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly string[];
}

interface Unpacked {
  readonly folder: string;
  readonly command: string;
  /** Before the arguments of the table. */
  readonly first: readonly string[];
}

async function unpack({ name, version, program }: Checked): Promise<Unpacked> {
  await Deno.mkdir(ROOT, { recursive: true });
  const own = join(ROOT, name.replaceAll(/[^\w.-]/g, "_"));
  if (program === "npm") {
    await Deno.mkdir(own, { recursive: true });
    const wanted = `${name}@${version}`;
    const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefix", own];
    await run("npm", ["install", ...options, wanted], own);
    return { folder: join(own, "node_modules", ...name.split("/")), command: "node", first: [] };
  }
  const pinned = pinnedServers().find((each) => labelOf(each) === `${name}@${version}`);
  if (!pinned) throw new Error(`${name}@${version} is no server of the corpus`);
  const folder = join(await fetchPackage(pinned, ROOT), `${name}@${version}`);
  const binary = join(ROOT, "github-mcp-server");
  await run("go", ["build", "-mod=mod", "-o", binary, "./cmd/github-mcp-server"], folder);
  return { folder, command: binary, first: [] };
}

async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args: [...args],
    cwd,
    stdin: "null",
  }).output();
  if (!success) throw new Error(`${program} failed: ${new TextDecoder().decode(stderr).trim()}`);
  return new TextDecoder().decode(stdout);
}

/** What the server lists to a client with no capabilities, or with all of them. */
async function listed(
  { folder, command, first }: Unpacked,
  { args, isCapable }: { args: readonly string[]; isCapable: boolean },
): Promise<Map<string, Tool>> {
  const given = command === "node" ? [join(folder, args[0]!), ...args.slice(1)] : [...args];
  const transport = new StdioClientTransport({
    command,
    args: [...first, ...given],
    env: { ...Deno.env.toObject(), GITHUB_PERSONAL_ACCESS_TOKEN: "none" },
    stderr: "ignore",
  });
  const capabilities = isCapable
    ? {
      sampling: {},
      elicitation: { form: {}, url: {} },
      roots: {},
      tasks: { requests: { sampling: { createMessage: {} }, elicitation: { create: {} } } },
    }
    : {};
  const client = new Client({ name: "surface-check", version: "1" }, { capabilities });
  if (isCapable) client.setRequestHandler("roots/list", () => ({ roots: [] }));
  await client.connect(transport);
  // Some register more once they know the client.
  await new Promise((done) => setTimeout(done, 500));
  const { tools } = await client.listTools();
  await client.close();
  return new Map(tools.map(({ name, description = "", inputSchema }) => [name, {
    name,
    description,
    parameters: Object.keys(inputSchema.properties ?? {}).sort(),
  }]));
}

/** What the program reads out of the source. */
async function extracted({ folder }: Unpacked): Promise<Map<string, Tool>> {
  const program = ["run", "-A", "--config", join(PROJECT, "deno.json"), join(PROJECT, "main.ts")];
  const told = await run(
    Deno.execPath(),
    [...program, "tools", folder, "--no-ignore", "-o", "json"],
    folder,
  );
  const { tools } = JSON.parse(told) as {
    tools: {
      name?: { text?: string };
      description?: { text?: string };
      parameters: { name: string }[];
    }[];
  };
  return new Map(tools.map(({ name, description, parameters }, i) => {
    const text = name?.text ?? `(unknown ${i})`;
    return [text, {
      name: text,
      description: description?.text ?? "",
      parameters: parameters.map((each) => each.name).sort(),
    }];
  }));
}

interface Row {
  readonly server: string;
  readonly listed: number;
  readonly more: readonly string[];
  readonly source: number;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  /** Tools whose description or names of parameters differ. */
  readonly descriptions: readonly string[];
  readonly parameters: readonly string[];
}

async function check(server: Checked): Promise<Row> {
  const unpacked = await unpack(server);
  const live = await listed(unpacked, { args: server.args, isCapable: false });
  const all = await listed(unpacked, { args: server.more ?? server.args, isCapable: true });
  const source = await extracted(unpacked);
  const known = new Map([...all, ...live]);
  const both = [...known.values()].filter(({ name }) => source.has(name));
  const differ = (same: (a: Tool, b: Tool) => boolean): string[] =>
    both.filter((tool) => !same(tool, source.get(tool.name)!)).map(({ name }) => name);
  return {
    server: `${server.name}@${server.version}`,
    listed: live.size,
    more: [...all.keys()].filter((name) => !live.has(name)),
    source: source.size,
    missing: [...known.keys()].filter((name) => !source.has(name)),
    extra: [...source.keys()].filter((name) => !known.has(name)),
    descriptions: differ((a, b) => plain(a.description) === plain(b.description)),
    parameters: differ((a, b) => a.parameters.join() === b.parameters.join()),
  };
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

async function main(names: readonly string[]): Promise<number> {
  const servers = SERVERS.filter(({ name }) =>
    names.length === 0 || names.some((each) => name.includes(each))
  );
  let isEqual = servers.length > 0;
  console.log("server | listed | only to more capable clients or with options | in source | equal");
  for (const server of servers) {
    const row = await check(server);
    const equal = row.missing.length === 0 && row.extra.length === 0;
    isEqual &&= equal;
    console.log(
      [row.server, row.listed, row.more.length, row.source, equal ? "yes" : "NO"].join(" | "),
    );
    for (const [title, list] of [
      ["only to more", row.more],
      ["listed and not in source", row.missing],
      ["in source and not listed", row.extra],
      ["with another description", row.descriptions],
      ["with other parameters", row.parameters],
    ] as const) {
      if (list.length > 0) console.log(`  ${title} (${list.length}): ${list.join(", ")}`);
    }
  }
  return isEqual ? 0 : 1;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
