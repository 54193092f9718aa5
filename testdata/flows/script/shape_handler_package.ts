// mcp-handler: tools within the function that is given a server.
import { createMcpHandler } from "mcp-handler";
import { z } from "zod";

const handler = createMcpHandler(
  (server) => {
    server.tool("ask", "Asks a URL", { url: z.string().url() }, async ({ url }) => {
      const answer = await fetch(url); // expect: proven url
      return { content: [{ type: "text", text: `${answer.status}` }] };
    });
  },
  {},
  { basePath: "/api" },
);

export { handler as GET, handler as POST };
