// Every variable that a server is started with: of the configuration, in front of a program, and
// of `docker run -e`.

import type { ServerDef } from "../../core/mod.ts";
import { type Assignment, assignmentOf, type CommandLine } from "./command_line.ts";
import { containerRun } from "./containers.ts";

export function environmentOf(server: ServerDef, line: CommandLine): Assignment[] {
  const found = Object.entries(server.env).map(([name, value]) => ({ name, value }));
  for (const command of line.commands) {
    for (const assignment of command.env) found.push(assignment);
    for (const { name, value } of containerRun(command)?.options ?? []) {
      const assignment = name === "--env" && value ? assignmentOf(value) : undefined;
      if (assignment) found.push(assignment);
    }
  }
  return found;
}
