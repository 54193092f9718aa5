import type { ClientConfig, Located, Match, Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

/** Where clients list what runs without asking: settings, and front matter of commands and skills. */
const LISTS = /^(?:permissions\.allow|allowed-?tools|allowedTools|permissions\.allowedTools)$/i;
/** Any command at all. */
const ANY_COMMAND = /^(?:Bash|Shell|PowerShell)(?:\(\s{0,4}(?::?\*|\*\*?|\*:\*)\s{0,4}\))?$/;
/** A program that runs any other, with any arguments. */
const ANY_PROGRAM =
  /^(?:Bash|Shell)\(\s{0,4}(?:sudo|doas|bash|sh|zsh|eval|exec|env|xargs|python[\d.]{0,4}|node|perl|ruby|php|deno|bun|npx|uvx|pipx|osascript|ssh)(?:\s{0,4}:?\s?\*{1,2}|\s{1,4}-[ce]:?\s?\*)\s{0,4}\)$/;
const EVERYTHING = /^(?:\*|@\*)$/;
/** Programs that a message names. */
const MAX_NAMED = 3;

function where({ settings }: ClientConfig): Match[] {
  return Object.entries(settings).flatMap(([key, values]) => {
    if (!LISTS.test(key)) return [];
    const items = values.flatMap(itemsOf);
    const all = items.find(({ value }) => ANY_COMMAND.test(value) || EVERYTHING.test(value));
    if (all) {
      const isPersonal = key === "permissions.allow";
      return [
        {
          span: all.span,
          identity: key,
          message: `"${key}" lets every command run without asking`,
          severity: isPersonal ? "medium" : "low",
        } satisfies Match,
      ];
    }
    const programs = items.filter(({ value }) => ANY_PROGRAM.test(value));
    const [first] = programs;
    if (!first) return [];
    const named = programs.slice(0, MAX_NAMED).map(({ value }) => `"${value}"`).join(", ");
    const more = programs.length > MAX_NAMED ? ` and ${programs.length - MAX_NAMED} more` : "";
    return [
      {
        span: first.span,
        identity: key,
        message: `"${key}" lets programs that run any other go without asking: ${named}${more}`,
      } satisfies Match,
    ];
  });
}

/** A list in one string, parted by commas, or by blanks outside brackets. */
function itemsOf({ value, span }: Located<string>): Located<string>[] {
  const items: string[] = [];
  let item = "";
  let depth = 0;
  for (const unit of value.slice(0, MAX_LIST)) {
    if (unit === "(") depth++;
    if (unit === ")") depth--;
    if (depth > 0 || !/[\s,]/.test(unit)) item += unit;
    else {
      if (item !== "") items.push(item);
      item = "";
    }
  }
  if (item !== "") items.push(item);
  return items.map((each) => ({ value: each, span }));
}

/** Units of such a list. */
const MAX_LIST = 4_000;

export default {
  id: "permission-unbounded-shell",
  family: "mcp-config",
  title: "Permission for any command of a shell",
  why: "What a page, an issue or a file tells the model to run is then run: the question that " +
    "would have stopped it is answered ahead.",
  fix: "Allow single commands, such as Bash(git status:*), and let the client ask for the rest.",
  limits: "Reads the lists of Claude Code and of clients that took them over; what deny rules " +
    "take away again, and what an allowed script does, is not weighed.",
  severity: "low",
  confidence: "high",
  cwe: ["CWE-862", "CWE-78"],
  owasp: ["MCP02:2025", "LLM06:2025", "ASI02:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["configuration", "permissions"],
  matcher: { kind: "client", where },
  bad: [
    {
      file: "settings.json",
      code: `{ "permissions": { "allow": ["Read", "Bash(*)"], "deny": ["Bash(rm:*)"] } }
`,
      note: "Any command, whatever is denied beside it",
    },
    {
      file: "settings.json",
      code:
        `{ "permissions": { "allow": ["Bash(git status:*)", "Bash(python3:*)", "Bash(sudo:*)"] } }
`,
      note: "Programs that run any other",
    },
    {
      file: "SKILL.md",
      code: `---
name: notes
description: Works with notes
allowed-tools: Read, Bash, Grep
---
Read the notes.
`,
      note: "A skill",
    },
  ],
  good: [
    {
      file: "settings.json",
      code:
        `{ "permissions": { "allow": ["Bash(git status:*)", "Bash(npm run test:*)", "WebFetch(domain:docs.example)"],
  "deny": ["Bash(*)"], "ask": ["Bash"] } }
`,
      note: "Single commands; a list of what is denied",
    },
    {
      file: "SKILL.md",
      code: `---
name: notes
description: Works with notes
allowed-tools: Read, Grep, Bash(git log:*), Bash(python3 scripts/notes.py:*)
---
Read the notes.
`,
      note: "A skill with single commands",
    },
  ],
} satisfies Rule<SyntaxTree>;
