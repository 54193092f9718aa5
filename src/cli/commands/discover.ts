// `discover`: the client configurations of this machine, and the servers in them. Reads them and
// nothing else; no server is started or reached.

import type { Command } from "@commander-js/extra-typings";
import { Failure, printable, type ServerDef } from "../../core/mod.ts";
import { type ClientSearch, findClientFiles, readClientFile } from "../client_files.ts";
import type { ClientPlace } from "../client_places.ts";
import type { Io } from "../io.ts";
import { choice } from "../options.ts";

const EXAMPLES = `
Examples:
  mcp-sentinel discover                  configurations of this machine and the current folder
  mcp-sentinel discover -o json
  mcp-sentinel scan --clients            scan what discover lists
`;

const MAX_FILE_SIZE = 10 * 1024 * 1024;
/** Closed places that a hint names one by one. */
const MAX_NAMED = 5;

export function addDiscoverCommand(program: Command, { io }: { io: Io }): void {
  program.command("discover")
    .description("List the MCP client configurations of this machine and the servers in them")
    .addOption(
      choice("-o, --output <format>", "format", ["term", "json"]).default("term" as const),
    )
    .addHelpText("after", EXAMPLES)
    .action(async ({ output }) => {
      const search = await findClientFiles(io);
      if (!search.isHomeKnown && search.found.length === 0) throw homeless();
      const listed = await listFiles(search);
      await io.writeOut(output === "json" ? toJson(listed, search) : toTerm(listed, io));
      const note = closedNote(search);
      if (note !== undefined) io.writeError(note);
    });
}

/** Why a search without a home folder cannot find much. */
export function homeless(): Failure {
  return new Failure("usage", "No home folder is known, so no client's configuration is", {
    hint: "Set HOME (or USERPROFILE), and let it be read: --allow-env=HOME,USERPROFILE",
  });
}

/** What stays unknown, and which flag would grant it. */
export function closedNote({ closed, unreadable }: ClientSearch): string | undefined {
  const denied = unreadable.map((path) => `Could not read "${printable(path)}"\n`).join("");
  if (closed.length === 0) return denied === "" ? undefined : denied;
  const named = closed.slice(0, MAX_NAMED).map(printable).join(",");
  const more = closed.length > MAX_NAMED ? `,… (${closed.length} paths; -o json lists them)` : "";
  return `${denied}Not allowed to look into ${counted(closed.length, "place")}. ` +
    `Add --allow-read=${named}${more}\n`;
}

interface Listed {
  readonly place: ClientPlace;
  readonly servers: readonly ServerDef[];
  readonly commands: number;
  readonly trouble?: string;
}

async function listFiles({ found }: ClientSearch): Promise<Listed[]> {
  const listed: Listed[] = [];
  for (const place of found) {
    const read = await readClientFile(place, { maxFileSize: MAX_FILE_SIZE });
    if (read.status === "unreadable") {
      listed.push({ place, servers: [], commands: 0, trouble: read.message });
      continue;
    }
    const { config, malformed } = read.file;
    listed.push({
      place,
      servers: config.servers,
      commands: config.runs.length,
      ...(malformed !== undefined && { trouble: malformed }),
    });
  }
  return listed;
}

function toTerm(listed: readonly Listed[], io: Io): string {
  if (listed.length === 0) return "No client configuration was found\n";
  const lines: string[] = [];
  for (const { place, servers, commands, trouble } of listed) {
    lines.push(`${place.client} (${place.scope})  ${printable(shortPath(place.absolute, io))}`);
    if (trouble !== undefined) lines.push(`  ! ${printable(trouble)}`);
    for (const server of servers) {
      lines.push(`  ${printable(server.name.value)}  ${printable(startOf(server))}`);
    }
    if (commands > 0) lines.push(`  runs by itself: ${counted(commands, "command")}`);
    if (servers.length + commands === 0 && trouble === undefined) lines.push("  no servers");
  }
  const servers = listed.reduce((sum, each) => sum + each.servers.length, 0);
  lines.push("", `${counted(listed.length, "configuration")}, ${counted(servers, "server")}`);
  return `${lines.join("\n")}\n`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function shortPath(path: string, io: Io): string {
  const home = io.env("HOME") ?? io.env("USERPROFILE");
  return home !== undefined && home !== "" && path.startsWith(home)
    ? `~${path.slice(home.length)}`
    : path;
}

/** The program, or the address as far as it holds no secret; arguments may hold one. */
function startOf({ command, url }: ServerDef): string {
  if (command) return command.value.trim().split(/\s/, 1)[0]!;
  return url && URL.canParse(url.value) ? originOf(url.value) : "(an address of variables)";
}

function originOf(address: string): string {
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

function toJson(listed: readonly Listed[], { closed, unreadable }: ClientSearch): string {
  const configurations = listed.map(({ place, servers, commands, trouble }) => ({
    client: place.client,
    scope: place.scope,
    path: place.absolute,
    servers: servers.map((server) => ({
      name: server.name.value,
      transport: server.command ? "stdio" : "remote",
      start: startOf(server),
    })),
    commands,
    ...(trouble !== undefined && { trouble }),
  }));
  return `${JSON.stringify({ configurations, unreadable, notAllowed: closed }, null, 2)}\n`;
}
