// The command tree. A command or option stands here only when it works.

import { Command } from "@commander-js/extra-typings";
import { EXIT, printable } from "../core/mod.ts";
import { auditLog } from "./audit_log.ts";
import { addAuditCommand } from "./commands/audit.ts";
import { addBaselineCommand } from "./commands/baseline.ts";
import { addAiCommand } from "./commands/ai.ts";
import { addCacheCommand } from "./commands/cache.ts";
import { addConfigCommand } from "./commands/config.ts";
import { addDiscoverCommand } from "./commands/discover.ts";
import { addInitCommand } from "./commands/init.ts";
import { addExplainCommand } from "./commands/explain.ts";
import { addRulesCommand } from "./commands/rules.ts";
import { addScanCommand } from "./commands/scan.ts";
import { addSuppressCommand } from "./commands/suppress.ts";
import { addToolsCommand } from "./commands/tools.ts";
import { addCompletionsCommand } from "./completions.ts";
import type { InnerScan } from "./inner_scan.ts";
import type { Io } from "./io.ts";
import type { TriageListener } from "./triaged.ts";
import { PROGRAM, VERSION } from "./version.ts";

const EXAMPLES = `
Examples:
  ${PROGRAM} scan                        scan the current folder
  ${PROGRAM} scan server/ .mcp.json      scan a server and a client configuration
  ${PROGRAM} scan -o sarif --output-file report.sarif
  ${PROGRAM} tools server/               show the tools a server declares
  ${PROGRAM} scan --clients              scan the client configurations of this machine
  ${PROGRAM} discover                    list them, and the servers in them
  ${PROGRAM} init                        set a project up
  ${PROGRAM} baseline save               take what is there as known; baseline compare: what is new
  ${PROGRAM} suppress add 3331258d0f0b --reason 'digits only'
  ${PROGRAM} audit                       what is set aside, by whom and until when
  ${PROGRAM} rules explain command-injection

Exit codes: 0 nothing open at or above --fail-on, 1 such a finding exists,
2 could not scan, 3 wrong usage or configuration.
`;

/** A fresh tree, since the framework keeps state; `exit` is told the code of what ran. */
export function createProgram(
  io: Io,
  exit: (code: number) => void,
  { onTriaged = auditLog(io), isInner = false }: {
    readonly onTriaged?: TriageListener;
    readonly isInner?: boolean;
  } = {},
): Command {
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
  addScanCommand(program, { io, exit, onTriaged, isInner });
  const inner = innerScan(io);
  addBaselineCommand(program, { io, exit, scan: inner });
  addSuppressCommand(program, { io, scan: inner });
  addAuditCommand(program, { io, scan: inner });
  addToolsCommand(program, { io });
  addDiscoverCommand(program, { io });
  addExplainCommand(program, { io });
  addRulesCommand(program, { io, exit });
  addInitCommand(program, {
    io,
    scan: async (io, args) => {
      let code: number = EXIT.clean;
      await createProgram(io, (told) => code = told).parseAsync([...args], { from: "user" });
      return code;
    },
  });
  addConfigCommand(program, { io });
  addCacheCommand(program, { io });
  addAiCommand(program, { io });
  // Every other command stands by now: completions are made out of the tree.
  addCompletionsCommand(program, { io });
  return program;
}

function innerScan(io: Io): InnerScan {
  return async (args, options = {}) => {
    let [code, stdout] = [0, ""];
    const writeOut = (text: string): Promise<boolean> => {
      stdout += text;
      return Promise.resolve(true);
    };
    const program = createProgram({ ...io, writeOut }, (given) => code = given, {
      ...options,
      isInner: true,
    });
    await program.parseAsync(["scan", ...args], { from: "user" });
    return { code, stdout };
  };
}
