// A route of Hono, whose body is awaited.
import { Hono } from "hono";
import { execSync } from "node:child_process";

const app = new Hono();

app.post("/run", async (c) => {
  const body = await c.req.json();
  execSync(body.command); // expect: proven shell
  execSync(`id ${c.req.query("user")}`); // expect: proven shell
  return c.text("started");
});

export default app;
