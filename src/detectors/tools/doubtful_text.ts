// Texts with some signs of an order to a model, too few for any rule. No scan reports them: they are
// what a reviewer may be asked about.

import { type Match, type Rule, SERVER_OWNERS } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { analyse } from "./analysis.ts";
import { SIGNAL_RULES } from "./signal_rules.ts";
import { textMatch } from "./surface_text.ts";

/** Signs that a text has to have, each short of a finding. */
const MIN_POINTS = 2;

export const DOUBTFUL_TEXT: Rule<SyntaxTree> = {
  id: "doubtful-tool-text",
  family: "tool-poisoning",
  title: "Tool text with some signs of an order to the model",
  why: "An order to the model can be put in words that no rule knows.",
  fix: "Say what the tool does, and nothing else",
  limits: "Only asked about, never reported.",
  severity: "medium",
  confidence: "low",
  cwe: ["CWE-1427"],
  owasp: ["MCP03:2025"],
  atlas: [],
  since: "0.1.0",
  tags: [],
  matcher: {
    kind: "tool",
    owners: SERVER_OWNERS,
    where: (item): Match[] => {
      let most = MIN_POINTS - 1;
      let match: Match | undefined;
      for (const text of item.texts) {
        const analysis = analyse(text.value);
        // What a rule reports needs no second look.
        if (SIGNAL_RULES.some(({ matcher }) => matcher.verdict(analysis, text.role))) continue;
        const signs = SIGNAL_RULES.flatMap(({ matcher }) => matcher.sightings(analysis, text.role));
        const points = signs.reduce((sum, each) => sum + each.points, 0);
        if (points <= most) continue;
        most = points;
        const span = analysis.plain.place(signs[0]!);
        match = textMatch({ item, text, span }, "has some signs of an order to the model");
      }
      return match ? [match] : [];
    },
  },
  bad: [],
  good: [],
};
