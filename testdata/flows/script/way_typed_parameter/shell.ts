// Runs what it is given.
import { execSync } from "node:child_process";

export class Shell {
  run(command: string): void {
    execSync(command); // expect: proven shell
  }
}
