import type { Match, Rule } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { CALL_NODES, callAt, optionOf, valueOf } from "../code/calls.ts";
import { textAt, visit } from "./settings.ts";

const UNITS: Readonly<Record<string, number>> = { b: 1e-6, kb: 1e-3, mb: 1, gb: 1e3, tb: 1e6 };
/** Megabytes of one body from which a few requests fill a machine's memory. */
const HUGE_MB = 100;

const PARSERS =
  /^(?:express\.(?:json|urlencoded|text|raw)|body-parser(?:\.(?:json|urlencoded|text|raw))?)$/;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  if (!call) return undefined;
  const limit = PARSERS.test(call.callee) ? optionOf(call, "limit") : limitOf(call.keywords);
  if (limit === undefined) return undefined;
  const value = valueOf(tree, limit);
  const megabytes = sizeOf(constantText(tree, value)?.text ?? textAt(tree, value));
  return megabytes !== undefined && megabytes >= HUGE_MB
    ? { span: tree.span(limit), message: "A single request may fill the memory" }
    : undefined;
}

function limitOf(keywords: ReadonlyMap<string, NodeId>): NodeId | undefined {
  return keywords.get("client_max_size") ?? keywords.get("max_request_body_size");
}

/** In megabytes; `Infinity` and sums of numbers too. */
function sizeOf(text: string): number | undefined {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === "infinity") return Infinity;
  const [, count, unit] = /^(\d{1,12}(?:\.\d{1,6})?)\s?(b|kb|mb|gb|tb)$/.exec(trimmed) ?? [];
  if (count !== undefined && unit !== undefined) return Number(count) * UNITS[unit]!;
  if (!/^[\d_ *]{1,40}$/.test(trimmed)) return undefined;
  const bytes = trimmed.replaceAll("_", "").split("*").map(Number);
  return bytes.reduce((product, each) => product * each, 1) / 1e6;
}

const WORDS = ["limit"];

export default {
  id: "huge-request-body",
  family: "server-hygiene",
  title: "Request bodies without a useful limit",
  why:
    "The body is held in memory whole before anyone is asked who they are: a few large requests " +
    "end the server.",
  fix: "Allow what the tools need, some megabytes at most, and stream files.",
  limits:
    "Knows the body parsers of Express and the settings of aiohttp and the Python SDK, from " +
    "100 MB up.",
  severity: "low",
  confidence: "medium",
  cwe: ["CWE-770"],
  owasp: ["LLM06:2026", "ASI08:2026"],
  atlas: [],
  since: "0.1.0",
  tags: ["limits"],
  matcher: visit(
    {
      python: ["client_max_size", "max_request_body_size"],
      javascript: WORDS,
      typescript: WORDS,
      tsx: WORDS,
    },
    CALL_NODES,
    where,
  ),
  bad: [
    {
      file: "server.ts",
      code: `import express from "express";
app.use(express.json({ limit: "500mb" }));
`,
      note: "Half a gigabyte in one request",
    },
    {
      file: "server.py",
      code: `from aiohttp import web

app = web.Application(client_max_size=1024 * 1024 * 1024)
`,
      note: "A gigabyte",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `import express from "express";
app.use(express.json({ limit: "4mb" }));
list({ limit: 1000 });
`,
      note: "Some megabytes; a limit of something else",
    },
    {
      file: "server.py",
      code: `from aiohttp import web

app = web.Application(client_max_size=8 * 1024 * 1024)
`,
      note: "Some megabytes",
    },
  ],
} satisfies Rule<SyntaxTree>;
