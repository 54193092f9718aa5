// Git repositories made for one test, with nothing of the developer's own configuration.

import { plant, type Tree, withFolder } from "./temp_folder.ts";

export interface Repository {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => Promise<string>;
  /** Writes `tree` and commits everything. */
  readonly commit: (tree: Tree) => Promise<void>;
}

/** A repository on branch `main` with one commit of `tree`. */
export async function withRepository(
  tree: Tree,
  test: (repository: Repository) => Promise<void>,
): Promise<void> {
  await withFolder({}, async (folder) => {
    const repository = repositoryIn(folder);
    await repository.git("init", "-q", "-b", "main", ".");
    await repository.commit(tree);
    await test(repository);
  });
}

export function repositoryIn(folder: string): Repository {
  const git = async (...args: readonly string[]): Promise<string> => {
    const { success, stdout, stderr } = await new Deno.Command("git", {
      args: ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args],
      cwd: folder,
      clearEnv: true,
      env: { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" },
      stdin: "null",
    }).output();
    const decoder = new TextDecoder();
    if (!success) throw new Error(`git ${args.join(" ")}: ${decoder.decode(stderr)}`);
    return decoder.decode(stdout);
  };
  return {
    folder,
    git,
    async commit(tree) {
      await plant(folder, tree);
      await git("add", "--all");
      await git("commit", "-q", "--allow-empty", "-m", "A commit");
    },
  };
}
