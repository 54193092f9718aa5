// FastMCP: a tool as an object with an execute function.
import { FastMCP } from "fastmcp";
import { z } from "zod";

const server = new FastMCP({ name: "web", version: "1.0.0" });

server.addTool({
  name: "get",
  description: "Asks a URL",
  parameters: z.object({ url: z.string(), times: z.number() }),
  execute: async (args, { log }) => {
    log.info("Asking");
    const answer = await fetch(args.url); // expect: proven url
    return `${answer.status} ${args.times}`;
  },
});
