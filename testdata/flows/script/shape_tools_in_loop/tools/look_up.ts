// A tool that runs a program by a shell.
import { exec } from "node:child_process";
import { z } from "zod";

export const lookUp = {
  name: "look_up",
  description: "Looks a host up",
  inputSchema: { host: z.string() },
  handler: async ({ host }: { host: string }) => {
    exec(`dig ${host}`); // expect: proven shell
    return { content: [] };
  },
};
