// A route of Fastify.
import Fastify from "fastify";
import { execSync } from "node:child_process";

const app = Fastify();

app.post("/run/:tool", async (request, reply) => {
  const { command } = request.body as { command: string };
  execSync(command); // expect: proven shell
  return { started: true };
});

app.listen({ port: 3000 });
