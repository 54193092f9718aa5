// What a request asks for is started as a server of its own.
import express from "express";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { SSEClientTransport } from "@modelcontextprotocol/sdk/client/sse.js";

const app = express();

app.get("/stdio", async (req, res) => {
  const command = req.query.command as string;
  const transport = new StdioClientTransport({ command, args: [] }); // expect: proven program
  await transport.start();
  res.end();
});

app.get("/sse", async (req, res) => {
  const transport = new SSEClientTransport(new URL(req.query.url as string)); // expect: proven url
  await transport.start();
  res.end();
});

app.listen(6277);
