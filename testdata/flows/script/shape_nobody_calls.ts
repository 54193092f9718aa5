// An exported function that nothing here calls.
import { exec } from "node:child_process";

export function runCommand(command: string): void {
  exec(command); // expect: likely shell
}
