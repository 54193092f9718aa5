// The command comes from the configuration alone.
import express from "express";
import { spawn } from "node:child_process";

const COMMANDS: Record<string, string> = { node: "/usr/bin/node" };
const app = express();

app.get("/start", (req, res) => {
  const command = COMMANDS[String(req.query.command)];
  if (!command) {
    res.status(400).end();
    return;
  }
  spawn(command, ["--version"]);
  res.end();
});

app.listen(6277);
