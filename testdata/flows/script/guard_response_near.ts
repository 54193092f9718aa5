// The refusal is sent, and the handler goes on.
import express from "express";
import { execSync } from "node:child_process";

const app = express();

app.get("/id/:name", (req, res) => {
  const { name } = req.params;
  if (!/^[a-z]+$/.test(name)) {
    res.status(400).send("Expected letters");
  }
  execSync(`id ${name}`); // expect: proven shell
  res.end();
});

app.listen(3000);
