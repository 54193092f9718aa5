// The refusal is sent, and the handler ends.
import express from "express";
import { execSync } from "node:child_process";

const app = express();

app.get("/id/:name", (req, res) => {
  const { name } = req.params;
  if (!/^[a-z]+$/.test(name)) {
    return res.status(400).send("Expected letters");
  }
  execSync(`id ${name}`);
  res.end();
});

app.listen(3000);
