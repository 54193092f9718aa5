// Scans pinned, published servers, so that rules are seen on real input:
//
//   deno task corpus                        all of scripts/corpus/servers.ts
//   deno task corpus mcp-remote             those whose name holds this
//   deno task corpus --json .corpus/x.json  also writes every finding
//
// Downloads go through npm, pip and go; the scans themselves reach no network.

import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Io, run } from "../src/cli/mod.ts";
import { fetchPackage } from "./corpus/fetch.ts";
import { type Outcome, readReport, toTable } from "./corpus/outcome.ts";
import { labelOf, type PinnedPackage } from "./corpus/pinned.ts";
import { pinnedServers } from "./corpus/servers.ts";

const ROOT = join(import.meta.dirname!, "..", ".corpus", "servers");

/** Scans one unpacked server as the command line does; throws where it cannot. */
async function scanServer(server: PinnedPackage, folder: string): Promise<Outcome> {
  let stdout = "";
  let stderr = "";
  const io: Io = {
    writeOut: (text) => {
      stdout += text;
      return Promise.resolve(true);
    },
    writeError: (text) => stderr += text,
    env: () => undefined,
    envNames: () => [],
    // In no repository, so that this one's `.gitignore` has no say.
    os: "linux",
    cwd: () => resolve("/"),
    inIsTerminal: false,
    ask: () => Promise.resolve(undefined),
    outIsTerminal: false,
    errorIsTerminal: false,
    width: 100,
    now: () => performance.now(),
    onStuck: () => {},
    date: () => new Date(),
  };
  const started = performance.now();
  const args = [
    "scan",
    folder,
    "--root",
    folder,
    "-o",
    "json",
    "--fail-on",
    "none",
    "--persona",
    "auditor",
  ];
  const code = await run(args, io);
  if (code !== 0) throw new Error(`The scan ended with ${code}: ${stderr.trim()}`);
  const milliseconds = performance.now() - started;
  return readReport(stdout, { server: labelOf(server), milliseconds });
}

const USAGE = "Usage: deno task corpus [name...] [--json FILE]";

interface Asked {
  readonly servers: readonly PinnedPackage[];
  readonly json: string | undefined;
}

/** What the arguments ask for; throws, in words for whoever typed them. */
function asked(args: readonly string[]): Asked {
  const { values, positionals: names } = parseArgs({
    args: [...args],
    options: { json: { type: "string" } },
    allowPositionals: true,
  });
  const all = pinnedServers();
  const unknown = names.filter((name) => !all.some((server) => labelOf(server).includes(name)));
  if (unknown.length > 0) {
    const list = all.map((server) => `  ${labelOf(server)}`).join("\n");
    throw new Error(`No server's name holds "${unknown.join('", "')}". There are:\n${list}`);
  }
  const servers = all.filter((server) =>
    names.length === 0 || names.some((name) => labelOf(server).includes(name))
  );
  return { servers, json: values.json };
}

/** Scans the servers whose name holds one of the arguments, all where none is given. */
async function main(args: readonly string[]): Promise<number> {
  let request: Asked;
  try {
    request = asked(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return 3;
  }
  const { servers, json } = request;
  await Deno.mkdir(ROOT, { recursive: true });
  const outcomes: Outcome[] = [];
  let failures = 0;
  for (const server of servers) {
    try {
      outcomes.push(await scanServer(server, await fetchPackage(server, ROOT)));
    } catch (error) {
      failures++;
      console.error(`${labelOf(server)}: ${error instanceof Error ? error.message : error}`);
    }
  }
  console.log("Findings of a severity are counted as high/medium/low confidence\n");
  console.log(toTable(outcomes));
  if (json !== undefined) {
    await Deno.writeTextFile(json, `${JSON.stringify(outcomes, null, 2)}\n`);
  }
  return failures === 0 ? 0 : 1;
}

if (import.meta.main) Deno.exitCode = await main(Deno.args);
