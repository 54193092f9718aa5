// A tool that removes one of three files.
import { rmSync } from "node:fs";
import { z } from "zod";

export const remove = {
  name: "remove",
  description: "Removes a log",
  inputSchema: { log: z.enum(["a", "b", "c"]) },
  handler: async ({ log }: { log: "a" | "b" | "c" }) => {
    rmSync(`/srv/logs/${log}.log`);
    return { content: [] };
  },
};
