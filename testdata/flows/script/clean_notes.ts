// A well-kept server: notes in one fixed file, found by names of the server's own.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { randomUUID } from "node:crypto";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { z } from "zod";

interface Note {
  id: string;
  title: string;
  tags: string[];
}

class NoteStore {
  private readonly file = path.join(os.homedir(), ".notes", "notes.json");
  private notes: Note[] = [];

  async load(): Promise<void> {
    try {
      this.notes = JSON.parse(await fs.readFile(this.file, "utf8")) as Note[];
    } catch {
      this.notes = [];
    }
  }

  async add(title: string, tags: string[]): Promise<Note> {
    const note = { id: randomUUID(), title, tags };
    this.notes.push(note);
    await fs.mkdir(path.dirname(this.file), { recursive: true });
    await fs.writeFile(this.file, JSON.stringify(this.notes, null, 2));
    return note;
  }

  find(text: string): Note[] {
    const wanted = text.toLowerCase();
    return this.notes.filter(({ title, tags }) =>
      title.toLowerCase().includes(wanted) || tags.some((tag) => tag === wanted)
    );
  }
}

const store = new NoteStore();
await store.load();
const server = new McpServer({ name: "notes", version: "1.0.0" });

server.tool("add", { title: z.string(), tags: z.array(z.string()).default([]) }, async (args) => {
  const note = await store.add(args.title, args.tags);
  return { content: [{ type: "text", text: note.id }] };
});

server.tool("find", { text: z.string() }, async ({ text }) => {
  const lines = store.find(text).map(({ id, title }) => `${id}: ${title}`);
  return { content: [{ type: "text", text: lines.join("\n") }] };
});
