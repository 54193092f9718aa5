// A repository whose configuration names programs, each of which would leave a file behind. Plain
// git runs them, which proves the traps; the program must not.

import { deepStrictEqual as equal, ok } from "node:assert/strict";
import { join } from "node:path";
import { changedFiles } from "../../src/git/mod.ts";
import { type Repository, withRepository } from "../support/repository.ts";
import { plant, type Tree, withFolder } from "../support/temp_folder.ts";

interface Trap {
  readonly name: string;
  /** Keys of the repository's configuration whose value is the program. */
  readonly runs?: readonly string[];
  readonly config?: Readonly<Record<string, string>>;
  readonly attributes?: string;
  /** Names in `.git/hooks` under which the program stands. */
  readonly hooks?: readonly string[];
  /** A command of plain git that springs the trap. */
  readonly springs?: readonly string[];
  readonly prepare?: (repository: Repository, program: string) => Promise<void>;
}

const DIFF = ["diff", "HEAD"];
const TRAPS: readonly Trap[] = [
  { name: "a monitor", runs: ["core.fsmonitor"], springs: ["status"] },
  { name: "a hooks folder", hooks: ["post-index-change"], springs: ["status"] },
  { name: "an external comparison", runs: ["diff.external"], springs: DIFF },
  {
    name: "a comparison of its own",
    runs: ["diff.evil.command"],
    attributes: "*.py diff=evil",
    springs: DIFF,
  },
  {
    name: "a converter",
    runs: ["diff.evil.textconv"],
    config: { "diff.evil.cachetextconv": "true" },
    attributes: "*.py diff=evil",
    springs: DIFF,
  },
  {
    name: "a filter",
    runs: ["filter.evil.clean", "filter.evil.smudge"],
    config: { "filter.evil.required": "true" },
    attributes: "*.py filter=evil",
    springs: DIFF,
  },
  {
    name: "a filter that goes on",
    runs: ["filter.evil.process"],
    attributes: "*.py filter=evil",
    springs: DIFF,
  },
  {
    name: "a filter of an odd name",
    runs: ["filter.E=v.x.clean"],
    attributes: "*.py filter=E=v.x",
    springs: DIFF,
  },
  {
    name: "an included configuration",
    attributes: "*.py filter=evil",
    prepare: async ({ folder, git }, program) => {
      await git("config", "-f", join(folder, ".git/more"), "filter.evil.clean", program);
      await git("config", "include.path", "more");
    },
    springs: DIFF,
  },
  // Sprung on a terminal alone.
  { name: "a pager", runs: ["core.pager", "pager.diff", "pager.ls-files"] },
  {
    name: "an alias",
    prepare: async ({ git }, program) => {
      for (const name of ["diff", "ls-files", "rev-parse", "spring"]) {
        await git("config", `alias.${name}`, `!${program}`);
      }
    },
    springs: ["spring"],
  },
  {
    name: "a lazy fetch",
    runs: ["core.sshCommand", "remote.origin.uploadpack", "core.gitProxy", "credential.helper"],
    config: {
      "remote.origin.url": "ssh://example.invalid/x",
      "remote.origin.promisor": "true",
      "remote.origin.partialclonefilter": "blob:none",
      "extensions.partialClone": "origin",
      "core.repositoryFormatVersion": "1",
      "protocol.ssh.allow": "always",
    },
    prepare: async ({ folder, git }) => {
      // The text of the first commit is only to be had from elsewhere.
      const blob = (await git("rev-parse", "HEAD:a.py")).trim();
      await Deno.remove(join(folder, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    },
    springs: DIFF,
  },
  {
    name: "a fetch by a program",
    config: {
      "remote.origin.promisor": "true",
      "extensions.partialClone": "origin",
      "core.repositoryFormatVersion": "1",
      "protocol.ext.allow": "always",
    },
    prepare: async ({ folder, git }, program) => {
      await git("config", "remote.origin.url", `ext::${program}`);
      const blob = (await git("rev-parse", "HEAD:a.py")).trim();
      await Deno.remove(join(folder, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    },
    springs: DIFF,
  },
];

const POSIX = Deno.build.os !== "windows";

for (const trap of TRAPS) {
  Deno.test({
    name: `changedFiles() does not run ${trap.name}`,
    ignore: !POSIX,
    fn: () => holds(trap),
  });
}

async function holds(trap: Trap): Promise<void> {
  await withFolder({}, async (outside) => {
    const mark = join(outside, "mark");
    const program = join(outside, "program");
    await Deno.writeTextFile(program, `#!/bin/sh\n: > '${mark}'\nexit 1\n`, { mode: 0o755 });
    const tree: Tree = { "a.py": "1\n", "b.py": "1\n" };
    await withRepository(tree, async (repository) => {
      const { folder, git } = repository;
      await trap.prepare?.(repository, program);
      for (const key of trap.runs ?? []) await git("config", key, program);
      for (const [key, value] of Object.entries(trap.config ?? {})) await git("config", key, value);
      for (const hook of trap.hooks ?? []) {
        await plant(folder, { ".git/hooks/": "" });
        await Deno.copyFile(program, join(folder, ".git/hooks", hook));
      }
      if (trap.attributes) await plant(folder, { ".git/info/attributes": trap.attributes });
      await plant(folder, { "a.py": "2\n", "new.py": "" });

      for (
        const comparison of [
          { of: "worktree", ref: "HEAD" },
          { of: "worktree", ref: undefined },
          { of: "staged" },
        ] as const
      ) {
        // Where a text is not to be had, that git refuses is all that can be.
        await changedFiles({ folder, comparison, withIgnored: false, env: {} }).catch(refused);
        equal(await exists(mark), false, JSON.stringify(comparison));
      }
      if (!trap.springs) return;
      await git(...trap.springs).catch(() => "");
      ok(await exists(mark), "plain git runs it");
    });
  });
}

function refused(error: unknown): void {
  if (!(error instanceof Error) || error.name !== "Failure") throw error;
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

Deno.test({
  name: "changedFiles() runs nothing that a submodule configures",
  ignore: !POSIX,
  async fn() {
    await withFolder({}, async (outside) => {
      const mark = join(outside, "mark");
      const program = join(outside, "program");
      await Deno.writeTextFile(program, `#!/bin/sh\n: > '${mark}'\nexit 1\n`, { mode: 0o755 });
      await withRepository({ "a.py": "1\n" }, async (inner) => {
        await withRepository({ "b.py": "1\n" }, async ({ folder, git, commit }) => {
          const local = ["-c", "protocol.file.allow=always"];
          await git(...local, "submodule", "add", "-q", inner.folder, "sub");
          await commit({});
          const config = join(folder, ".git/modules/sub/config");
          await git("config", "-f", config, "core.fsmonitor", program);
          await git("config", "submodule.sub.ignore", "none");
          await git("config", "diff.submodule", "diff");
          await plant(folder, { "sub/a.py": "2\n" });
          for (const side of ["worktree", "staged"] as const) {
            const comparison = side === "staged" ? { of: side } : { of: side, ref: "HEAD" };
            await changedFiles({ folder, comparison, withIgnored: false, env: {} });
            equal(await exists(mark), false);
          }
          await git("diff", "HEAD").catch(() => "");
          ok(await exists(mark), "plain git runs it");
        });
      });
    });
  },
});

Deno.test({
  name: "changedFiles() compares as if the filters were not there",
  ignore: !POSIX,
  async fn() {
    await withRepository({ "a.py": "1\n2\n" }, async ({ folder, git }) => {
      await git("config", "filter.evil.clean", "false");
      await git("config", "filter.evil.required", "true");
      await plant(folder, { ".gitattributes": "*.py filter=evil\n", "a.py": "1\n2\n3\n" });
      const comparison = { of: "worktree", ref: "HEAD" } as const;
      const told = await changedFiles({ folder, comparison, withIgnored: false, env: {} });
      equal(Object.fromEntries(told.files), {
        ".gitattributes": "whole",
        "a.py": [{ first: 3, last: 3 }],
      });
    });
  },
});
