// Runs git by a shell.
import { exec } from "node:child_process";
import { promisify } from "node:util";

const execAsync = promisify(exec);

export async function runGit(line: string): Promise<string> {
  const { stdout } = await execAsync(`git ${line}`); // expect: proven shell
  return stdout;
}
