// Runs git in a folder.
import { execSync } from "node:child_process";

export class Git {
  constructor(private readonly options: { folder: string }) {}

  checkout(branch: string): void {
    execSync(`git checkout ${branch}`, { cwd: this.options.folder }); // expect: proven shell
  }
}
