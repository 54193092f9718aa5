// The command comes from the request where the configuration has none.
import express from "express";
import { spawn } from "node:child_process";

const COMMANDS: Record<string, string> = { node: "/usr/bin/node" };
const app = express();

app.get("/start", (req, res) => {
  const command = COMMANDS[String(req.query.command)] || String(req.query.command);
  spawn(command, ["--version"]); // expect: proven program
  res.end();
});

app.listen(6277);
