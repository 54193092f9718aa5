// The texts a server shows to a model, found by syntax alone: what a file declares, with the place
// of every character, and nothing that would need another file or a run.

import type { Grammar, Span, SurfaceItem } from "../core/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";
import { type FileSpan, LinkedTree } from "./linked_tree.ts";
import { type Neighbours, type Reading, startReading } from "./reading.ts";
import type { Mount } from "./mounts.ts";
import { readResults } from "./results.ts";
import { readCSharp } from "./surface_csharp.ts";
import { readGo } from "./surface_go.ts";
import { readJavaScript } from "./surface_javascript.ts";
import { readJava } from "./surface_java.ts";
import { readPhp } from "./surface_php.ts";
import { readRuby } from "./surface_ruby.ts";
import { readRust } from "./surface_rust.ts";
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
export const SURFACE_KEYWORDS: Readonly<Record<Grammar, readonly string[]>> = {
  python: ["mcp", "MCP", "@tool", ".tool", "add_tool", "inputSchema", "input_schema", "Tool("],
  javascript: JAVASCRIPT_KEYWORDS,
  typescript: JAVASCRIPT_KEYWORDS,
  tsx: JAVASCRIPT_KEYWORDS,
  go: ["mcp", "MCP", "Mcp", "inputSchema", "InputSchema"],
  rust: ["rmcp", "#[tool", "#[prompt", "mcp_tool"],
  java: ["@Tool", "@Mcp", "modelcontextprotocol", "McpSchema", "McpServer"],
  csharp: ["McpServer", "ModelContextProtocol"],
  php: ["Mcp"],
  ruby: ["MCP", "FastMcp", "Mcp::", "Tool"],
};

const READERS: Readonly<Record<Grammar, (reading: Reading) => void>> = {
  python: readPython,
  javascript: readJavaScript,
  typescript: readJavaScript,
  tsx: readJavaScript,
  go: readGo,
  rust: readRust,
  java: readJava,
  csharp: readCSharp,
  php: readPhp,
  ruby: readRuby,
};

/** What a file's reading gave. */
export interface FileSurface {
  /** In document order. Places of texts from other files are told by `place` alone. */
  readonly items: readonly SurfaceItem[];
  /** Servers that are put into others. */
  readonly mounts: readonly Mount[];
  /** The file that a span of an item is of, and where in it. */
  readonly place: (span: Span) => FileSpan;
  /** True where a bound left some out. */
  readonly cut: boolean;
  /** Files of the target without which something stayed unknown. */
  readonly wanted: ReadonlySet<string>;
}

/** The items of a file of the target, with what it takes from other files that are at hand. */
export function readSurface(
  tree: SyntaxTree,
  { path = "", neighbours }: { readonly path?: string; readonly neighbours?: Neighbours } = {},
): FileSurface {
  const linked = new LinkedTree(tree, path);
  const reading = startReading(linked, neighbours);
  READERS[tree.language](reading);
  readResults(reading);
  return {
    items: reading.items.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
    mounts: reading.mounts,
    place: (span) => linked.placeIn(span),
    cut: reading.cut,
    wanted: reading.wanted,
  };
}

/** The items of a file by itself. `onCut` is called where a bound left some out. */
export function toolSurface(
  tree: SyntaxTree,
  options: { readonly onCut?: () => void } = {},
): SurfaceItem[] {
  const { items, cut } = readSurface(tree);
  if (cut) options.onCut?.();
  return [...items];
}
