import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type CharacterHit, characterMatcher, LIMITS } from "./character_rules.ts";

/** ESC, the one-character CSI, and backspaces that take back what was shown. */
// deno-lint-ignore no-control-regex -- control characters are what this looks for
const ESCAPE = /\x1b|\x9b|\x08/;
/** Sequences that stand together. */
const MAX_SEQUENCE = 32;

function find(text: string): CharacterHit | undefined {
  const hit = ESCAPE.exec(text);
  if (!hit) return undefined;
  const start = hit.index;
  // deno-lint-ignore no-control-regex -- control characters are what this looks for
  const sequence = /^(?:\x1b\[?|\x9b|\x08)[0-9;?]{0,12}[A-Za-z]?/.exec(
    text.slice(start, start + MAX_SEQUENCE),
  );
  return {
    start,
    end: start + (sequence?.[0].length ?? 1),
    says: "holds control characters that steer a terminal",
  };
}

export default {
  id: "terminal-escape",
  family: "tool-poisoning",
  title: "Text that steers the terminal it is shown in",
  why:
    "Escape sequences hide or overwrite what a person sees in a terminal client; the model still " +
    "reads all of it.",
  fix: "Remove the control characters.",
  limits: LIMITS,
  severity: "high",
  confidence: "high",
  cwe: ["CWE-150", "CWE-1427"],
  owasp: ["MCP03:2025", "LLM01:2026", "ASI09:2026"],
  atlas: ["AML.T0110", "AML.T0068"],
  since: "0.1.0",
  tags: ["poisoning", "obfuscation"],
  matcher: characterMatcher(find),
  bad: [
    {
      file: "server.ts",
      code: `server.registerTool("time", {
  description: "Tells the time\\x1b[8m and also the place\\x1b[0m",
}, handler);
`,
      note: "Words that a terminal conceals",
    },
    {
      file: "server.py",
      code: `@mcp.tool(description="Tells the place\\b\\b\\b\\b\\btime")
def tell() -> str: ...
`,
      note: "Words that are taken back",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `@mcp.tool(description=r"Removes ANSI codes such as \\x1b[31m from a text")
def strip(text: str) -> str:
    return text.replace("\\x1b[0m", "")
`,
      note: "Escapes as the subject, and in code",
    },
    {
      file: "server.ts",
      code: `console.log("\\x1b[32mready\\x1b[0m");
server.registerTool("lines", { description: "First\\n\\tSecond\\r\\n" }, handler);
`,
      note: "Colours of a log, and white space",
    },
  ],
} satisfies Rule<SyntaxTree>;
