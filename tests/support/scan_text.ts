// Scans texts that stand in a test, without a file system.

import type { ScanReport, SourceFile } from "../../src/core/mod.ts";
import { ALL_RULES } from "../../src/detectors/mod.ts";
import { scan } from "../../src/scan/mod.ts";
import { contextOf, kindOfPath } from "../../src/targets/mod.ts";

export function sourceFile(path: string, text: string): SourceFile {
  const kind = kindOfPath(path);
  if (kind === undefined) throw new Error(`No kind for ${path}`);
  return { path, kind, context: contextOf(path), text };
}

/** Scans files given as path → text, with every rule unless told otherwise. */
export function scanTexts(
  files: Readonly<Record<string, string>>,
  rules = ALL_RULES,
): Promise<ScanReport> {
  return scan({
    tool: { name: "test", version: "0" },
    targets: ["."],
    rules,
    files: Object.entries(files).map(([path, text]) => ({
      path,
      read: () => Promise.resolve({ status: "read", file: sourceFile(path, text) }),
    })),
    skipped: {},
    diagnostics: [],
  });
}
