// Runs commands in a folder.
import { execSync } from "node:child_process";

export default class Runner {
  constructor(private folder: string) {}

  run(command: string): void {
    execSync(command, { cwd: this.folder }); // expect: proven shell
  }
}
