// JavaScript and TypeScript: Node.js, Deno, Bun, browsers' globals and common packages.

import { CODE, COMMANDS } from "./_script_commands.ts";
import { DATA, VALUES } from "./_script_data.ts";
import { FILES } from "./_script_files.ts";
import { REQUESTS } from "./_script_requests.ts";
import { table } from "./build.ts";
import { ENVIRONMENT } from "./environment.ts";
import { SCRIPT_MCP } from "./mcp.ts";
import type { Models } from "./model.ts";

export const SCRIPT_MODELS: Models = table(
  ENVIRONMENT,
  SCRIPT_MCP,
  COMMANDS,
  CODE,
  FILES,
  REQUESTS,
  DATA,
  VALUES,
);
