// A baseline as JSON: sorted, with a finding a line, so that it differs little from one scan to the
// next. Reading trusts nothing of it; a problem tells its place.

import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { lineStarts, positionAt, printableJson, SEVERITIES } from "../core/mod.ts";
import type { Baseline, KnownFinding } from "./baseline.ts";

const FORMAT = "mcp-sentinel-baseline";
const VERSION = 1;
const MAX_FINDINGS = 200_000;
const MAX_FILES = 1_000_000;
const MAX_DEPTH = 4;
const FINGERPRINT = /^[0-9a-f]{32}$/;
const HASH = /^[0-9a-f]{64}$/;
const FINDING_KEYS = ["fingerprint", "signature", "ruleId", "severity", "file", "message"] as const;

export function formatBaseline(baseline: Baseline): string {
  const { savedAt, project, tool, ruleDigest, configDigest, rules, findings, files } = baseline;
  const head = {
    format: FORMAT,
    version: VERSION,
    savedAt,
    tool,
    project,
    ruleDigest,
    configDigest,
  };
  const block = (lines: readonly string[]): string =>
    lines.length === 0 ? "" : `\n    ${lines.join(",\n    ")}\n  `;
  const pairs = [...files].map(([path, hash]) => `${JSON.stringify(path)}: "${hash}"`);
  const text = "{\n" +
    Object.entries(head).map(([key, value]) => `  "${key}": ${JSON.stringify(value)},\n`).join("") +
    `  "rules": [${block(rules.map((id) => JSON.stringify(id)))}],\n` +
    `  "findings": [${
      block(findings.map((known) => JSON.stringify(known, [...FINDING_KEYS])))
    }],\n` +
    `  "files": {${block(pairs)}}\n}\n`;
  return printableJson(text);
}

export interface BaselineProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

type Path = readonly (string | number)[];

/** Thrown within this file alone. */
class Wrong extends Error {
  constructor(readonly path: Path, message: string) {
    super(message);
  }
}

export function readBaseline(text: string): Baseline | BaselineProblem {
  if (isDeep(text)) return { line: 1, column: 1, message: "Values stand too deep in one another" };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ...placeOfError(text), message: "No JSON: the file is cut short, or was edited" };
  }
  try {
    return baselineIn(value);
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return { ...placeOf(text, error.path), message: error.message };
  }
}

/** Nothing of a baseline stands deep; the JSON parsers call themselves for what does. */
function isDeep(text: string): boolean {
  let depth = 0;
  let isText = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isText) {
      if (unit === 92) i++;
      else if (unit === 34) isText = false;
    } else if (unit === 34) isText = true;
    else if (unit === 91 || unit === 123) {
      if (++depth > MAX_DEPTH) return true;
    } else if (unit === 93 || unit === 125) depth--;
  }
  return false;
}

function baselineIn(value: unknown): Baseline {
  const top = recordIn(value, []);
  if (top["format"] !== FORMAT) throw new Wrong(["format"], `Expected "${FORMAT}" for "format"`);
  if (top["version"] !== VERSION) {
    const given = JSON.stringify(top["version"])?.slice(0, 40) ?? "none";
    const message = `Expected version ${VERSION} of a baseline, got ${given}; save it again`;
    throw new Wrong(["version"], message);
  }
  const savedAt = textIn(top, "savedAt", []);
  if (Number.isNaN(Date.parse(savedAt))) throw new Wrong(["savedAt"], "Expected a time");
  const findings = listIn(top, "findings", MAX_FINDINGS);
  const known = findings.map((item, i) => findingIn(item, ["findings", i]));
  const seen = new Set<string>();
  for (const [i, { fingerprint }] of known.entries()) {
    if (seen.has(fingerprint)) {
      throw new Wrong(["findings", i, "fingerprint"], "The fingerprint stands here a second time");
    }
    seen.add(fingerprint);
  }
  return {
    savedAt,
    tool: textIn(top, "tool", []),
    project: textIn(top, "project", []),
    ruleDigest: digestIn(top, "ruleDigest"),
    configDigest: digestIn(top, "configDigest"),
    rules: listIn(top, "rules", MAX_FINDINGS).map((id, i) => {
      if (typeof id === "string") return id;
      throw new Wrong(["rules", i], "Expected the id of a rule");
    }),
    findings: known,
    files: filesIn(top),
  };
}

function digestIn(top: Record<string, unknown>, key: string): string {
  const digest = textIn(top, key, []);
  if (HASH.test(digest)) return digest;
  throw new Wrong([key], `Expected a SHA-256 for "${key}", 64 digits of 0-9a-f`);
}

function findingIn(value: unknown, path: Path): KnownFinding {
  const item = recordIn(value, path);
  for (const key of ["fingerprint", "signature"]) {
    if (FINGERPRINT.test(textIn(item, key, path))) continue;
    throw new Wrong([...path, key], `Expected 32 digits of 0-9a-f for "${key}"`);
  }
  const severity = SEVERITIES.find((known) => known === item["severity"]);
  if (!severity) {
    throw new Wrong([...path, "severity"], `Expected one of ${SEVERITIES.join(", ")}`);
  }
  return {
    fingerprint: textIn(item, "fingerprint", path),
    signature: textIn(item, "signature", path),
    ruleId: textIn(item, "ruleId", path),
    severity,
    file: textIn(item, "file", path),
    message: textIn(item, "message", path),
  };
}

function filesIn(top: Record<string, unknown>): Map<string, string> {
  const files = recordIn(top["files"], ["files"]);
  const entries = Object.entries(files);
  if (entries.length > MAX_FILES) throw new Wrong(["files"], `Expected at most ${MAX_FILES} files`);
  return new Map(entries.map(([path, hash]) => {
    if (typeof hash === "string" && HASH.test(hash)) return [path, hash];
    throw new Wrong(["files", path], "Expected a SHA-256, 64 digits of 0-9a-f");
  }));
}

function recordIn(value: unknown, path: Path): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  const name = path.at(-1);
  throw new Wrong(path, `Expected an object${name === undefined ? "" : ` for "${name}"`}`);
}

function listIn(top: Record<string, unknown>, key: string, max: number): readonly unknown[] {
  const value = top[key];
  if (Array.isArray(value) && value.length <= max) return value;
  throw new Wrong([key], `Expected a list of at most ${max} for "${key}"`);
}

function textIn(record: Record<string, unknown>, key: string, path: Path): string {
  const value = record[key];
  if (typeof value === "string") return value;
  throw new Wrong([...path, key], `Expected text for "${key}"`);
}

/** Where `path` leads to, or the nearest there is of the way to it. */
function placeOf(text: string, path: Path): { readonly line: number; readonly column: number } {
  const root = parseTree(text);
  let node: Node | undefined;
  for (let length = path.length; root && !node && length >= 0; length--) {
    node = length === 0 ? root : findNodeAtLocation(root, [...path.slice(0, length)]);
  }
  return positionAt(lineStarts(text), node?.offset ?? 0);
}

function placeOfError(text: string): { readonly line: number; readonly column: number } {
  const errors: { offset: number }[] = [];
  parseTree(text, errors as never);
  return positionAt(lineStarts(text), errors[0]?.offset ?? text.length);
}
