// The texts a server shows to a model, found by syntax alone: what a file declares, with the place
// of every character, and nothing that would need another file or a run.

import type { Language, SurfaceItem } from "../core/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";
import { type Reading, startReading } from "./reading.ts";
import { readGo } from "./surface_go.ts";
import { readJavaScript } from "./surface_javascript.ts";
import { readPython } from "./surface_python.ts";

// Registrations often stand in files of their own that never mention MCP; what they must hold is
// the method, or the keys of a tool object.
const JAVASCRIPT_KEYWORDS: readonly string[] = [
  "mcp",
  "Mcp",
  "MCP",
  "modelcontextprotocol",
  "registerTool",
  "registerPrompt",
  "registerResource",
  ".tool(",
  ".prompt(",
  ".resource(",
  "addTool",
  "addPrompt",
  "addResource",
  "inputSchema",
  "input_schema",
  "outputSchema",
  "parameters:",
  "execute:",
  "execute(",
  "handler:",
  "arguments:",
  "uriTemplate",
];

/** A file without any of these substrings has no surface, and need not be parsed for it. */
export const SURFACE_KEYWORDS: Readonly<Record<Language, readonly string[]>> = {
  python: ["mcp", "MCP", "@tool", ".tool", "add_tool", "inputSchema", "input_schema", "Tool("],
  javascript: JAVASCRIPT_KEYWORDS,
  typescript: JAVASCRIPT_KEYWORDS,
  tsx: JAVASCRIPT_KEYWORDS,
  go: ["mcp", "MCP", "Mcp", "inputSchema", "InputSchema"],
};

const READERS: Readonly<Record<Language, (reading: Reading) => void>> = {
  python: readPython,
  javascript: readJavaScript,
  typescript: readJavaScript,
  tsx: readJavaScript,
  go: readGo,
};

/** The items of a file, in document order. `onCut` is called where a bound left some out. */
export function toolSurface(
  tree: SyntaxTree,
  options: { readonly onCut?: () => void } = {},
): SurfaceItem[] {
  const reading = startReading(tree);
  READERS[tree.language](reading);
  if (reading.cut) options.onCut?.();
  return reading.items.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}
