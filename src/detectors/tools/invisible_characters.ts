import { INVISIBLE, printable, type Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { type CharacterHit, characterMatcher, LIMITS } from "./character_rules.ts";
import { clip } from "./surface_text.ts";

const TAGS = { first: 0xe0000, last: 0xe007f } as const;
/** Ends the tags of a flag, which follow a black flag: England is such a flag. */
const TAG_END = 0xe007f;
const BLACK_FLAG = "\u{1f3f4}";
const LONGEST_FLAG = 7;

/** Marks of direction: right in texts of some scripts, and the rule on overrides has the others. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const BYTE_ORDER_MARK = "\ufeff";
const SOFT_HYPHEN = "\u00ad";
const SELECTOR = /[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/u;
/** A joiner after the selector of an emoji: a heart on fire. */
const EMOJI_JOINT = "\ufe0f\u200d";

function find(text: string, role: string): CharacterHit | undefined {
  for (let at = 0; at < text.length;) {
    const end = endOfRun(text, at);
    if (end === at) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      continue;
    }
    const found = judge(text, { start: at, end }, role);
    if (found) return { start: at, end, ...found };
    at = end;
  }
  return undefined;
}

function endOfRun(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) break;
    const character = String.fromCodePoint(text.codePointAt(at)!);
    if (!INVISIBLE.test(character) || DIRECTION.test(character)) break;
    at += character.length;
  }
  return at;
}

/** `undefined` for a run that a script, an emoji or a file rightly has. */
function judge(
  text: string,
  { start, end }: { start: number; end: number },
  role: string,
): Pick<CharacterHit, "says" | "confidence"> | undefined {
  const run = [...text.slice(start, end)];
  const before = text.slice(Math.max(0, start - 2), start);
  const points = run.map((character) => character.codePointAt(0)!);
  if (points.every((point) => point >= TAGS.first && point <= TAGS.last)) {
    const flag = before === BLACK_FLAG && run.length <= LONGEST_FLAG && points.at(-1) === TAG_END;
    return flag ? undefined : hides(points.map((point) => point - TAGS.first));
  }
  if (run.length > 1 && run.every((character) => SELECTOR.test(character))) {
    return hides(points.map((point) => point >= 0xe0100 ? point - 0xe0100 + 16 : point - 0xfe00));
  }
  if (run.length > 1 && run.join("") !== EMOJI_JOINT) {
    return { says: `holds ${run.length} characters in a row that nobody sees` };
  }
  const [only] = run;
  if (only === SOFT_HYPHEN || (only === BYTE_ORDER_MARK && start === 0)) return undefined;
  const cut = /\w$/.test(before) && /^\w/.test(text.slice(end, end + 1));
  const named = role === "name" || (role === "parameter" && !/\s/.test(text));
  if (!cut && !(named && /^[\w.-]*$/.test(before + text.slice(end)))) return undefined;
  return { says: "has a word cut apart by a character that nobody sees", confidence: "medium" };
}

function hides(codes: readonly number[]): Pick<CharacterHit, "says"> {
  const hidden = printable(String.fromCodePoint(...codes.slice(0, MAX_HIDDEN)));
  return { says: `hides a text in characters that nobody sees: "${clip(hidden)}"` };
}

/** Characters of a hidden text that are decoded for the message. */
const MAX_HIDDEN = 200;

export default {
  id: "invisible-characters",
  family: "tool-poisoning",
  title: "Text with characters that nobody sees",
  why:
    "Tag characters, variation selectors and zero-width characters show nothing to a person who " +
    "approves a tool, but a model reads what they spell, and they break words up for filters.",
  fix: "Remove the characters.",
  limits: LIMITS,
  severity: "high",
  confidence: "high",
  cwe: ["CWE-506", "CWE-1427"],
  owasp: ["MCP03:2025", "LLM01:2026", "ASI01:2026"],
  atlas: ["AML.T0110", "AML.T0068"],
  since: "0.1.0",
  tags: ["poisoning", "obfuscation"],
  matcher: characterMatcher(find),
  bad: [
    {
      file: "server.js",
      code:
        `server.tool("time", "Tells the time\\u{E0053}\\u{E0045}\\u{E004E}\\u{E0044}", {}, handler);
`,
      note: "Text written in tag characters",
    },
    {
      file: "server.py",
      code: `@mcp.tool(description="Adds.\\u200b\\u200c\\u200d\\u2060 Nothing else")
def add(a: int) -> int: ...
`,
      note: "A chain of zero width",
    },
    {
      file: "server.ts",
      code:
        `server.registerTool("grin", { description: "Smiles \\u{1F600}\\u{E0158}\\u{E0159}\\u{E015A}" }, handler);
server.registerTool("re\\u034Fad", { description: "Reads" }, handler);
`,
      note: "Bytes in variation selectors, and a name that is not what it seems",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `server.registerTool("family", {
  description: "Emoji: 👨‍👩‍👧 \\u2764\\uFE0F\\u200D\\u{1F525} \\u{1F3F4}\\u{E0067}\\u{E0062}\\u{E0065}\\u{E006E}\\u{E0067}\\u{E007F}",
}, handler);
`,
      note: "Joiners and selectors of emoji, and the flag of England",
    },
    {
      file: "server.py",
      code:
        `@mcp.tool(description="\\ufeffSearch \\u0645\\u06cc\\u200c\\u062e\\u0648\\u0627\\u0647\\u0645 and \\u0915\\u094d\\u200d\\u0937, co\\u00adoperate")
def search(query: str) -> str: ...
`,
      note: "A byte order mark, Persian and Hindi, a soft hyphen",
    },
  ],
} satisfies Rule<SyntaxTree>;
