// The version stands in deno.json alone.

import config from "../../deno.json" with { type: "json" };

export const PROGRAM = "mcp-sentinel";
export const VERSION: string = config.version;
