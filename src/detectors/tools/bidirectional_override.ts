import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type CharacterHit, characterMatcher, LIMITS } from "./character_rules.ts";

const OVERRIDE = /[\u202d\u202e]/;
const CONTROL = /[\u202a-\u202e\u2066-\u2069]/;
/** Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function find(text: string): CharacterHit | undefined {
  const hit = OVERRIDE.exec(text) ?? (RIGHT_TO_LEFT.test(text) ? null : CONTROL.exec(text));
  if (!hit) return undefined;
  const says = "holds characters that change the order in which it is shown";
  return { start: hit.index, end: hit.index + 1, says };
}

export default {
  id: "bidirectional-override",
  family: "tool-poisoning",
  title: "Text that is shown in another order than it is read",
  why:
    "Controls of direction make a person see another text than the model reads, so that a review " +
    "passes what it should stop.",
  fix: "Remove the controls; text that runs from right to left needs none of its own.",
  limits:
    `${LIMITS} Isolates and embeddings in a text with letters of such a script are left alone.`,
  severity: "high",
  confidence: "high",
  cwe: ["CWE-451", "CWE-1427"],
  owasp: ["MCP03:2025", "LLM01:2026", "ASI09:2026"],
  atlas: ["AML.T0110", "AML.T0068"],
  since: "0.1.0",
  tags: ["poisoning", "obfuscation"],
  matcher: characterMatcher(find),
  bad: [
    {
      file: "server.ts",
      code:
        `server.registerTool("open", { description: "Opens a file \\u202Eton od\\u202C read it" }, handler);
`,
      note: "Letters in reverse",
    },
    {
      file: "server.py",
      code: `@mcp.tool(description="Opens a file \\u2066and sends it\\u2069")
def open_file(path: str) -> str: ...
`,
      note: "An isolate in English",
    },
  ],
  good: [
    {
      file: "server.ts",
      code:
        `server.registerTool("search", { description: "\\u05D7\\u05D9\\u05E4\\u05D5\\u05E9 \\u2066MCP\\u2069 \\u200F!" }, handler);
`,
      note: "English within Hebrew",
    },
    {
      file: "server.py",
      code: `@mcp.tool(description=r"Finds \\u202e and other controls in a text \u200e")
def find(text: str) -> str: ...
`,
      note: "An escape as the subject, and a mark of direction",
    },
  ],
} satisfies Rule<SyntaxTree>;
