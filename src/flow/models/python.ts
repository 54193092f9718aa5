// Python: the standard library and what servers are commonly built with.

import { CODE, COMMANDS } from "./_python_commands.ts";
import { DATA, VALUES } from "./_python_data.ts";
import { ARCHIVES, FILES } from "./_python_files.ts";
import { REQUESTS, WEB } from "./_python_requests.ts";
import { table } from "./build.ts";
import { ENVIRONMENT } from "./environment.ts";
import { PYTHON_MCP } from "./mcp.ts";
import type { Models } from "./model.ts";

export const PYTHON_MODELS: Models = table(
  ENVIRONMENT,
  PYTHON_MCP,
  COMMANDS,
  CODE,
  FILES,
  ARCHIVES,
  REQUESTS,
  WEB,
  DATA,
  VALUES,
);
