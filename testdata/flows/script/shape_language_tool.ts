// A tool object of another framework: a description, parameters and execute.
import { tool } from "ai";
import { exec } from "node:child_process";
import { z } from "zod";

export const convert = tool({
  description: "Converts an image",
  parameters: z.object({ file: z.string(), size: z.number() }),
  execute: async ({ file, size }) => {
    exec(`convert -resize ${size} in.png out.png`);
    exec(`identify ${file}`); // expect: proven shell
    return "started";
  },
});
