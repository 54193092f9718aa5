// What an MCP server is made of: the texts it shows to a model, and how a client starts it.

export { type Dump, dumpSurface } from "./dumps.ts";
export { type ClientFile, clientFile } from "./client_config.ts";
export { type Instructions, instructions } from "./instructions.ts";
export { linkedSurface, Neighbourhood } from "./neighbourhood.ts";
export { readTarget, type TargetSurface } from "./read_target.ts";
export { type ReadFile, serverSurface } from "./server_surface.ts";
export { type FileSurface, readSurface, SURFACE_KEYWORDS, toolSurface } from "./surface.ts";
export { type NamedText, projectDocument } from "./documents.ts";
export { serverSecrets } from "./server_secrets.ts";
