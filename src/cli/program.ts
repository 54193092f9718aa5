// The command tree. A command or option stands here only when it works.

import tab from "@bomb.sh/tab/commander";
import { Command } from "@commander-js/extra-typings";
import type { Command as PlainCommand } from "commander";
import { printable } from "../core/mod.ts";
import { rulesCommand } from "./commands/rules.ts";
import { scanCommand } from "./commands/scan.ts";
import type { Io } from "./io.ts";
import { PROGRAM, VERSION } from "./version.ts";

const EXAMPLES = `
Examples:
  ${PROGRAM} scan                        scan the current folder
  ${PROGRAM} scan server/ .mcp.json      scan a server and a client configuration
  ${PROGRAM} scan -o sarif --output-file report.sarif
  ${PROGRAM} rules explain command-injection

Exit codes: 0 nothing open at or above --fail-on, 1 such a finding exists,
2 could not scan, 3 wrong usage or configuration.
`;

/** A fresh tree, since the framework keeps state; `exit` is told the code of what ran. */
export function createProgram(io: Io, exit: (code: number) => void): Command {
  const program = new Command(PROGRAM)
    .description("Security scanner for Model Context Protocol (MCP) servers")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .showHelpAfterError(`(${PROGRAM} --help shows what there is)`)
    .addHelpText("after", EXAMPLES);
  const pending: Promise<boolean>[] = [];
  program.configureOutput({
    writeOut: (text) => void pending.push(io.writeOut(text)),
    writeErr: (text) => io.writeError(text),
    outputError: (text, write) => write(text.split("\n").map(printable).join("\n")),
    getOutHelpWidth: () => io.width,
    getErrHelpWidth: () => io.width,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  });
  program.exitOverride();
  const root = program as unknown as PlainCommand;
  for (const command of [scanCommand(io, exit), rulesCommand(io)]) {
    command.copyInheritedSettings(program as never);
    root.addCommand(command as unknown as PlainCommand);
  }
  tab(root, { completionCommandName: "completions" });
  return program as unknown as Command;
}
