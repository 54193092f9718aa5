// Baselines on disk: a file that the user names, or one a project below `~/.mcp-sentinel`. Written
// as a whole or not at all; read within bounds, and nothing of it is believed unchecked.

import { createHash } from "node:crypto";
import { join, resolve, sep } from "node:path";
import { Failure, printable, type ScanReport } from "../core/mod.ts";
import type { FoundFile, ReadResult } from "../targets/mod.ts";
import type { Baseline, Present } from "../triage/mod.ts";
import type { Io } from "./io.ts";
import { writeWhole } from "./output.ts";
import { projectIdentity } from "./project_identity.ts";

/** Bytes of a baseline, packed and unpacked; one of 100,000 findings has some 50 MiB. */
const MAX_PACKED = 64 * 1024 ** 2;
const MAX_TEXT = 192 * 1024 ** 2;
const HOW_TO_SAVE = "mcp-sentinel scan --save-baseline writes one";

export interface BaselineOptions {
  readonly baseline?: boolean | undefined;
  readonly saveBaseline?: boolean | undefined;
  readonly baselineFile?: string | undefined;
  readonly project?: string | undefined;
}

export interface Baselines {
  /** Files of its own, absolute, that are no part of the target. */
  readonly files: readonly string[];
  readonly watch: (file: FoundFile, result: ReadResult) => void;
  /** Holds the findings against the baseline, where that is asked for. */
  readonly judge: (
    report: ScanReport,
    context: { readonly isWhole: boolean },
  ) => Promise<ScanReport>;
  /** Saves the report as the new baseline, where that is asked for; says where. */
  readonly save: (report: ScanReport) => Promise<string | undefined>;
}

interface Place {
  readonly root: string;
  /** Whether the target is the user's own, so that its git files say which project it is. */
  readonly isOwn: boolean;
}

const NONE: Baselines = {
  files: [],
  watch: () => {},
  judge: (report) => Promise.resolve(report),
  save: () => Promise.resolve(undefined),
};

/** Reads the baseline to compare with before anything is scanned, so that it fails early. */
export async function openBaselines(
  io: Io,
  options: BaselineOptions,
  { root, isOwn }: Place,
): Promise<Baselines> {
  const { baselineFile, saveBaseline } = options;
  const isCompared = options.baseline === true ||
    (baselineFile !== undefined && saveBaseline !== true);
  if (!isCompared && saveBaseline !== true) return NONE;
  const project = options.project ?? (isOwn ? projectIdentity(root) : root);
  const path = baselineFile === undefined ? homeFile(io, project) : resolve(io.cwd(), baselineFile);
  const baseline = isCompared ? await load(path, baselineFile ?? path) : undefined;
  const files = new Map<string, string>();
  const present = (report: ScanReport, isWhole: boolean): Present => ({
    findings: report.findings,
    rules: report.rules.map(({ id }) => id).sort(),
    tool: report.tool.version,
    files,
    cut: new Set(report.diagnostics.flatMap(({ file }) => file ?? [])),
    exists: (file) => mayExist(root, file),
    isWhole,
    isOfChanges: report.coverage.changed !== undefined,
  });
  return {
    files: [realPath(path)],
    watch: ({ path }, result) => {
      if (result.status === "read") files.set(path, digest(result.file.text));
    },
    judge: async (report, { isWhole }) => {
      if (!baseline) return report;
      const { compare } = await import("../triage/mod.ts");
      return { ...report, ...compare(baseline, present(report, isWhole)) };
    },
    save: async (report) => {
      if (saveBaseline !== true) return undefined;
      const { baselineOf, formatBaseline } = await import("../triage/mod.ts");
      const savedAt = io.date().toISOString();
      const text = formatBaseline(baselineOf(present(report, true), { savedAt, project }));
      if (baselineFile === undefined) makeFolder(path);
      await writeWhole(path, await packed(text, path), "--save-baseline");
      return baselineFile ?? path;
    },
  };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function homeFile(io: Io, project: string): string {
  const home = io.env("HOME") ?? io.env("USERPROFILE");
  if (home === undefined) {
    throw new Failure("usage", "No home folder is known, so there is no place for baselines", {
      hint: "Name a file with --baseline-file, or set HOME (--allow-env=HOME)",
    });
  }
  const name = `${digest(project).slice(0, 32)}_baseline.json.gz`;
  return join(home, ".mcp-sentinel", "baselines", name);
}

function makeFolder(path: string): void {
  const folder = path.slice(0, path.lastIndexOf(sep));
  if (Deno.permissions.querySync({ name: "write", path: folder }).state !== "granted") return;
  Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
}

function realPath(path: string): string {
  try {
    return Deno.realPathSync(path);
  } catch {
    // Not there yet.
    return path;
  }
}

/** True also where it may not be looked at: a finding there is not known to be mended. */
function mayExist(root: string, file: string): boolean {
  if (file.split("/").includes("..") || file.startsWith("/")) return true;
  const path = join(root, file);
  if (Deno.permissions.querySync({ name: "read", path }).state !== "granted") return true;
  try {
    Deno.lstatSync(path);
    return true;
  } catch (error) {
    return !(error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory);
  }
}

async function packed(text: string, path: string): Promise<Uint8Array | string> {
  if (!path.endsWith(".gz")) return text;
  const { gzipSync } = await import("fflate");
  return gzipSync(new TextEncoder().encode(text), { level: 6, mtime: 0 });
}

async function load(path: string, shown: string): Promise<Baseline> {
  const text = await readText(path, shown);
  const { readBaseline } = await import("../triage/mod.ts");
  const read = readBaseline(text);
  if (!("message" in read)) return read;
  throw new Failure(
    "malformed-baseline",
    `${shown}:${read.line}:${read.column}: ${read.message}`,
    { hint: "Nothing was written. Put the file back, or save a new one with --save-baseline" },
  );
}

async function readText(path: string, shown: string): Promise<string> {
  try {
    const bytes = await readBytes(path);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const content = isPacked ? await unpacked(bytes) : bytes;
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch (cause) {
    throw new Failure(
      "malformed-baseline",
      `Could not read the baseline "${printable(shown)}": ${reasonOf(cause)}`,
      { hint: `Nothing was written. ${HOW_TO_SAVE}`, cause },
    );
  }
}

class TooLarge extends Error {}

async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const { isFile, size } = await Deno.stat(path);
  if (!isFile) throw new Error("it is no file");
  if (size > MAX_PACKED) throw new TooLarge();
  return await Deno.readFile(path);
}

/** Stops at the limit: a few kilobytes can stand for gigabytes. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length > MAX_TEXT) throw new TooLarge();
    parts.push(part);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function reasonOf(cause: unknown): string {
  if (cause instanceof Deno.errors.NotFound) return "there is none";
  if (cause instanceof Deno.errors.NotCapable || cause instanceof Deno.errors.PermissionDenied) {
    return "no permission to read it";
  }
  if (cause instanceof TooLarge) return "it is too large";
  if (cause instanceof TypeError) return "it is damaged, or cut short";
  return cause instanceof Error ? printable(cause.message) : "it cannot be opened";
}
