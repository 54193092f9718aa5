// Pings a host by a shell.
import { execSync } from "node:child_process";
import { z } from "zod";
import { Registered } from "./base.js";

export class PingTool extends Registered {
  readonly name = "ping";
  readonly shape = { host: z.string() };

  protected perform({ host }: Record<string, string>): void {
    execSync(`ping -c 1 ${host}`); // expect: proven shell
  }
}
