// What a model may report, each with a rule's description of its own, so that every format can say
// what it is about. None of these rules runs by itself.

import type { RuleInfo } from "../core/mod.ts";

type Facts = Pick<RuleInfo, "family" | "title" | "why" | "fix" | "severity" | "cwe" | "owasp">;

const LIMITS = "A model's opinion: another model, or the same one tomorrow, may say otherwise. " +
  "What it reports is checked for one thing alone, that the line it quotes is there.";

function kind(id: string, facts: Facts): RuleInfo {
  const { family, title, why, fix, severity, cwe, owasp } = facts;
  const rest = {
    limits: LIMITS,
    confidence: "low",
    atlas: [],
    since: "0.1.0",
    tags: ["ai"],
  } as const;
  return { id: `ai-${id}`, family, title, why, fix, severity, cwe, owasp, ...rest };
}

/** By the word that a model answers with. */
export const KINDS: Readonly<Record<string, RuleInfo>> = {
  "command-injection": kind("command-injection", {
    family: "command-injection",
    title: "A model sees a value from outside in a command",
    why: "Whoever steers the client's model runs commands with the rights of the server.",
    fix: "Start the program with a list of arguments, without a shell",
    severity: "high",
    cwe: ["CWE-78"],
    owasp: ["MCP05:2025"],
  }),
  "code-execution": kind("code-execution", {
    family: "command-injection",
    title: "A model sees a value from outside run as code",
    why: "Whoever steers the client's model runs code with the rights of the server.",
    fix: "Look the value up in a table of what is allowed",
    severity: "high",
    cwe: ["CWE-94"],
    owasp: ["MCP05:2025"],
  }),
  "path-traversal": kind("path-traversal", {
    family: "data-flow",
    title: "A model sees a path from outside that is not held to a folder",
    why: "Files outside of what the tool is for can be read or written.",
    fix: "Resolve the path, links included, and refuse what lies outside of the folder",
    severity: "high",
    cwe: ["CWE-22"],
    owasp: ["MCP05:2025"],
  }),
  "request-forgery": kind("request-forgery", {
    family: "data-flow",
    title: "A model sees a request whose address comes from outside",
    why: "The server's own network, and the metadata of its cloud, can be asked.",
    fix: "Hold the host to a list, and check the address that it resolves to",
    severity: "high",
    cwe: ["CWE-918"],
    owasp: ["MCP05:2025"],
  }),
  "query-injection": kind("query-injection", {
    family: "data-flow",
    title: "A model sees a value from outside in the text of a query",
    why: "Other data than the tool is for can be read or changed.",
    fix: "Give values as parameters of the query",
    severity: "high",
    cwe: ["CWE-89"],
    owasp: ["MCP05:2025"],
  }),
  "unsafe-deserialization": kind("unsafe-deserialization", {
    family: "command-injection",
    title: "A model sees untrusted data made into objects",
    why: "Loading such data can run code.",
    fix: "Use a format that holds data alone, such as JSON",
    severity: "high",
    cwe: ["CWE-502"],
    owasp: ["MCP05:2025"],
  }),
  "missing-authorization": kind("missing-authorization", {
    family: "protocol",
    title: "A model sees work done without asking who wants it",
    why: "Anyone who reaches the server can have it done.",
    fix: "Check who asks, and whether they may, before anything is done",
    severity: "medium",
    cwe: ["CWE-862"],
    owasp: ["MCP07:2025"],
  }),
  "secret-exposure": kind("secret-exposure", {
    family: "secrets",
    title: "A model sees a secret given away",
    why: "Whoever reads the result, the log or the source can use it.",
    fix: "Keep secrets out of source, results and logs",
    severity: "medium",
    cwe: ["CWE-200"],
    owasp: ["MCP01:2025"],
  }),
  "tool-poisoning": kind("tool-poisoning", {
    family: "tool-poisoning",
    title: "A model sees a tool's text that steers the client's model",
    why: "The client's model obeys what no user sees.",
    fix: "Say what the tool does, and nothing else",
    severity: "high",
    cwe: ["CWE-1427"],
    owasp: ["MCP03:2025"],
  }),
  "hidden-behaviour": kind("hidden-behaviour", {
    family: "tool-poisoning",
    title: "A model sees a tool do what it does not tell",
    why: "A user agrees to one thing and gets another.",
    fix: "Do what the tool says, and say what it does",
    severity: "high",
    cwe: ["CWE-912"],
    owasp: ["MCP03:2025"],
  }),
  other: kind("other", {
    family: "data-flow",
    title: "A model sees a fault of another kind",
    why: "See what the model says of it.",
    fix: "Read the line, and judge for yourself",
    severity: "low",
    cwe: ["CWE-693"],
    owasp: [],
  }),
};

export const KIND_NAMES: readonly string[] = Object.keys(KINDS);

/** Text that steers a reviewing model, told by what became of its answer. */
export const STEERING: RuleInfo = {
  id: "reviewer-steering",
  family: "prompt-injection",
  title: "Text in the code steers a model that reviews it",
  why:
    "Who talks a reviewer round has something to hide, and other reviewers read this code too: " +
    "those of the client, of a marketplace, of a pull request.",
  fix: "Take out text that speaks to a reviewer; explain the code to people",
  limits:
    "Known only where `--ai` asks about the place: the answer held what it must never hold, " +
    "was what the text wanted it to be, or changed once comments, strings and telling names were " +
    "gone. The last alone is reported with low confidence, as honest comments can do that too.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-1427"],
  owasp: ["MCP06:2025", "LLM01:2026", "ASI01:2026"],
  atlas: ["AML.T0051.001"],
  since: "0.1.0",
  tags: ["ai"],
};

export const AI_RULES: readonly RuleInfo[] = [...Object.values(KINDS), STEERING]
  .sort((a, b) => a.id < b.id ? -1 : 1);
