// What a scan of changed files leaves out: groups without a change, and findings that no changed
// line has a part in. A flow through a changed line counts, wherever it starts and ends.

import {
  type ChangedCoverage,
  changeOf,
  type Changes,
  type FileKind,
  type Finding,
  isChanged,
  isLanguage,
} from "../core/mod.ts";
import type { ReadOutcome } from "./groups.ts";

/** Changed files alone are asked for: what changed, and since when. */
export interface Changed {
  readonly since: string;
  readonly scope: ChangedCoverage["scope"];
  readonly changes: Changes;
}

interface Named {
  readonly path: string;
  readonly kind?: FileKind;
}

/** What a scan has to look at. */
export interface Narrowed<File extends Named> {
  readonly read: (file: File) => Promise<ReadOutcome>;
  readonly isAsked: (group: readonly Named[]) => boolean;
  /** Of findings, those asked for, once every file that they name was read. */
  readonly ofChange: (findings: readonly Finding[]) => readonly Finding[];
  readonly coverage: (files: readonly Named[]) => { readonly changed?: ChangedCoverage };
}

const UNCHANGED: ReadOutcome = { status: "skipped", reason: "unchanged" };
/** A line end that version control does not know as one. */
const LONE_RETURN = /\r(?!\n)/;

/** Everything, where nothing is compared. */
export function narrowedTo<File extends Named>(
  changed: Changed | undefined,
  { read }: { readonly read: (file: File) => Promise<ReadOutcome> },
): Narrowed<File> {
  if (!changed) {
    return {
      read,
      isAsked: () => true,
      ofChange: (findings) => findings,
      coverage: () => ({}),
    };
  }
  const { since, scope } = changed;
  const changes = new Map(changed.changes);
  const isNew = ({ path }: Named): boolean => changeOf(changes, path) !== undefined;
  return {
    async read(file) {
      // Of what does not change, only code may have a part in what does.
      if (!isNew(file) && file.kind !== undefined && !isLanguage(file.kind)) return UNCHANGED;
      const outcome = await read(file);
      if (!isNew(file)) return outcome.status === "skipped" ? UNCHANGED : outcome;
      if (outcome.status === "read" && LONE_RETURN.test(outcome.file.text)) {
        changes.set(file.path.normalize("NFC"), "whole");
      }
      return outcome;
    },
    isAsked: (group) => group.some(isNew),
    ofChange: (findings) =>
      findings.filter(({ location, path, related }) =>
        [location, ...path, ...related].some((each) => isChanged(changes, each))
      ),
    coverage: (files) => ({
      changed: { since, scope, files: files.filter(isNew).length, of: files.length },
    }),
  };
}
