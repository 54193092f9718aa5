// What the rules cover of the OWASP MCP Top 10, and of each item what no scanner of files can see.

import { OWASP, type TaxonomyId } from "../core/mod.ts";
import type { ShownRule } from "./rule_page.ts";

type McpItem = Extract<keyof typeof OWASP, `MCP${string}`>;

/** A new item without a word on its bounds does not compile. */
const UNSEEN: Readonly<Record<McpItem, string>> = {
  "MCP01:2025":
    "How long a token lives, who else holds it, and whether it is ever changed; what a running " +
    "server writes into its logs or a model's memory.",
  "MCP02:2025":
    "What the account behind a token may do, and rights that grow while a server is in use.",
  "MCP03:2025":
    "What a server says after it has started, unless its source shows that it changes; a lie in " +
    "honest words.",
  "MCP04:2025":
    "A package that nobody has reported yet, what a registry serves tomorrow, and the code of " +
    "packages that are not at hand.",
  "MCP05:2025":
    "What a program that is started does with its arguments; in Rust, Java, C#, PHP and Ruby, " +
    "code is not followed.",
  "MCP06:2025":
    "Orders in the pages, mails and files that a tool fetches while it runs: only what stands in " +
    "the server's own texts, and pages that are handed on unmarked.",
  "MCP07:2025":
    "What a proxy, a gateway or an identity provider in front of the server asks for, and whether " +
    "a rule of access is the right one.",
  "MCP08:2025":
    "Whether calls are recorded, kept and looked at: no line of source is wrong where a log is " +
    "missing, and a log may be the work of a gateway. What is seen is a log that can be forged.",
  "MCP09:2025":
    "Servers that run on machines and networks which are not scanned; what is seen are the " +
    "configurations at hand, and tools that a server answers to without listing them.",
  "MCP10:2025":
    "What other sessions, agents or users put into a context that is shared at run time.",
};

/** One row for each item of the list: its rules, and what they leave. */
export function owaspCoverage(rules: readonly ShownRule[]): string[] {
  const rows = Object.entries(UNSEEN).map(([id, unseen]) => {
    const links = rules.filter(({ rule }) => rule.owasp.includes(id as TaxonomyId<"owasp">))
      .map(({ rule }) => `[${rule.id}](#${rule.id})`);
    const covered = links.length === 0 ? "none" : links.join(", ");
    return `| ${id} ${OWASP[id as McpItem]} | ${covered} | ${unseen} |`;
  });
  return [
    "## OWASP MCP Top 10",
    "",
    "Which rules look for each item, and what of it no scanner of source and configuration sees.",
    "",
    "| item | rules | what is not seen |",
    "| --- | --- | --- |",
    ...rows,
    "",
  ];
}
