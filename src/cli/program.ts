// The command tree. A command or option stands here only when it works.

import { Command } from "@commander-js/extra-typings";
import { printable } from "../core/mod.ts";
import { addAiCommand } from "./commands/ai.ts";
import { addCacheCommand } from "./commands/cache.ts";
import { addDiscoverCommand } from "./commands/discover.ts";
import { addExplainCommand } from "./commands/explain.ts";
import { addRulesCommand } from "./commands/rules.ts";
import { addScanCommand } from "./commands/scan.ts";
import { addToolsCommand } from "./commands/tools.ts";
import { addCompletionsCommand } from "./completions.ts";
import type { Io } from "./io.ts";
import { PROGRAM, VERSION } from "./version.ts";

const EXAMPLES = `
Examples:
  ${PROGRAM} scan                        scan the current folder
  ${PROGRAM} scan server/ .mcp.json      scan a server and a client configuration
  ${PROGRAM} scan -o sarif --output-file report.sarif
  ${PROGRAM} tools server/               show the tools a server declares
  ${PROGRAM} scan --clients              scan the client configurations of this machine
  ${PROGRAM} discover                    list them, and the servers in them
  ${PROGRAM} rules explain command-injection

Exit codes: 0 nothing open at or above --fail-on, 1 such a finding exists,
2 could not scan, 3 wrong usage or configuration.
`;

/** A fresh tree, since the framework keeps state; `exit` is told the code of what ran. */
export function createProgram(io: Io, exit: (code: number) => void): Command {
  const program: Command = new Command();
  program.name(PROGRAM)
    .description("Security scanner for Model Context Protocol (MCP) servers")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show help for a command")
    .showHelpAfterError(`(${PROGRAM} --help shows what there is)`)
    .addHelpText("after", EXAMPLES);
  program.configureOutput({
    writeOut: (text) => void io.writeOut(text),
    writeErr: (text) => io.writeError(text),
    outputError: (text, write) => write(text.split("\n").map(printable).join("\n")),
    getOutHelpWidth: () => io.width,
    getErrHelpWidth: () => io.width,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  });
  program.exitOverride();
  addScanCommand(program, { io, exit });
  addToolsCommand(program, { io });
  addDiscoverCommand(program, { io });
  addExplainCommand(program, { io });
  addRulesCommand(program, { io, exit });
  addCacheCommand(program, { io });
  addAiCommand(program, { io });
  // Every other command stands by now: completions are made out of the tree.
  addCompletionsCommand(program, { io });
  return program;
}
