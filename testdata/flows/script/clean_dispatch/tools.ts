// The tools, each with its schema.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import { pictureFile } from "./pictures.js";

const run = promisify(execFile);

interface Tool {
  description: string;
  schema: z.ZodTypeAny;
  run(input: never): Promise<string>;
}

const Resize = z.object({ picture: z.string(), width: z.number().int().min(1).max(4000) });

export const tools: Record<string, Tool> = {
  resize: {
    description: "Changes the width of a picture",
    schema: Resize,
    async run({ picture, width }: z.infer<typeof Resize>) {
      const file = pictureFile(picture);
      await run("convert", [file, "-resize", String(width), "/srv/out/picture.png"]);
      return "done";
    },
  },
};
