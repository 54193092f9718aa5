// A route beside the tools, in the same server.
import express from "express";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "web", version: "1.0.0" });
server.tool("up", { count: z.number() }, async ({ count }) => {
  exec(`seq ${count}`);
  return { content: [] };
});

const app = express();
app.get("/convert/:format", (req, res) => {
  exec(`convert /srv/in.png /srv/out.${req.params.format}`); // expect: proven shell
  exec(`identify ${req.query.file}`); // expect: proven shell
  res.send("started");
});
app.listen(3000);
