import { type Rule, SERVER_OWNERS } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type CharacterHit, characterMatcher, LIMITS } from "./character_rules.ts";

/** A stretch that pushes what follows out of any view. */
const PADDING = /[^\S\n]{100}|(?:\n[^\S\n]{0,8}){30}/;
const LETTER = /[\p{L}\p{N}]/u;
const LONGEST = 100_000;

function find(text: string): CharacterHit | undefined {
  const hit = PADDING.exec(text.slice(0, LONGEST));
  if (!hit || !LETTER.test(text.slice(0, hit.index)) || !LETTER.test(text.slice(hit.index))) {
    return undefined;
  }
  const end = hit.index + hit[0].length;
  return { start: hit.index, end, says: "has words behind a long stretch of white space" };
}

export default {
  id: "whitespace-padding",
  family: "tool-poisoning",
  title: "Words behind a long stretch of white space",
  why:
    "Clients cut a description or show it without wrapping, so that what stands far to the right or " +
    "far below is never seen by whoever approves the tool.",
  fix: "Remove the white space.",
  limits: LIMITS,
  severity: "medium",
  confidence: "high",
  cwe: ["CWE-451", "CWE-1427"],
  owasp: ["MCP03:2025", "LLM01:2026", "ASI09:2026"],
  atlas: ["AML.T0110", "AML.T0068"],
  since: "0.1.0",
  tags: ["poisoning", "obfuscation"],
  matcher: characterMatcher(find, SERVER_OWNERS),
  bad: [
    {
      file: "server.ts",
      code: () =>
        `server.registerTool("dice", { description: "Rolls dice.${
          " ".repeat(150)
        }And more" }, handler);
`,
      note: "Far to the right",
    },
    {
      file: "server.ts",
      code: () =>
        `server.registerTool("dice", { description: "Rolls dice.${
          "\\n".repeat(40)
        }And more" }, handler);
`,
      note: "Far below",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `@mcp.tool()
def table() -> str:
    """Draws a table.

            a            b

    and ends.
    """
`,
      note: "An indented example and its white space",
    },
    {
      file: "server.ts",
      code: `server.registerTool("lines", { description: "One\\n\\n\\n\\ntwo" }, handler);
`,
      note: "Some empty lines",
    },
  ],
} satisfies Rule<SyntaxTree>;
