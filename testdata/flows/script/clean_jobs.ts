// A well-kept server: jobs in memory, by numbers, with their state.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { EventEmitter } from "node:events";
import { z } from "zod";

type State = "waiting" | "running" | "done";

class Jobs extends EventEmitter {
  #last = 0;
  readonly #jobs = new Map<number, { title: string; state: State }>();

  add(title: string): number {
    const id = ++this.#last;
    this.#jobs.set(id, { title, state: "waiting" });
    this.emit("added", id);
    return id;
  }

  set(id: number, state: State): boolean {
    const job = this.#jobs.get(id);
    if (!job) return false;
    job.state = state;
    return true;
  }

  get(id: number): string {
    const job = this.#jobs.get(id);
    return job ? `${job.title}: ${job.state}` : "unknown";
  }

  all(): string[] {
    return [...this.#jobs.keys()].map((id) => this.get(id));
  }
}

const jobs = new Jobs();
jobs.on("added", (id: number) => console.error(`Job ${id}`));
const server = new McpServer({ name: "jobs", version: "1.0.0" });

server.tool("add", { title: z.string() }, async ({ title }) => {
  return { content: [{ type: "text", text: String(jobs.add(title)) }] };
});
server.tool("set", { id: z.number(), state: z.string() }, async ({ id, state }) => {
  if (state !== "waiting" && state !== "running" && state !== "done") {
    throw new Error("Unknown state");
  }
  return { content: [{ type: "text", text: String(jobs.set(id, state)) }] };
});
server.tool("exec", { id: z.number() }, async ({ id }) => {
  return { content: [{ type: "text", text: jobs.get(id) }] };
});
server.tool("all", {}, async () => ({
  content: [{ type: "text", text: jobs.all().join("\n") }],
}));
