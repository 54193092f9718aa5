import assert from "node:assert/strict";
import { flowsOf, lower } from "../../src/flow/mod.ts";
import type { Language } from "../../src/core/mod.ts";
import { parse } from "../../src/syntax/mod.ts";

/** Handlers with what they do, by name; parts of one that serves many tools behind a slash. */
async function usesIn(language: Language, text: string): Promise<Record<string, string>> {
  const path = language === "python" ? "server.py" : language === "go" ? "main.go" : "server.ts";
  const { handlers } = flowsOf([{ path, module: lower(await parse({ language, text })) }]);
  const words = (uses: readonly { capability: string }[]): string =>
    [...new Set(uses.map(({ capability }) => capability))].sort().join(" ");
  const found: Record<string, string> = {};
  for (const { name, uses, cases } of handlers) {
    found[name] = words(uses);
    for (const [part, own] of cases) found[`${name}/${part}`] = words(own.uses);
  }
  return found;
}

Deno.test("handlers: what a tool does, straight, in a helper and in a callback", async () => {
  const text = `
import fs from "node:fs/promises";
import { exec } from "node:child_process";
const save = async (p, text) => { await fs.writeFile(p, text); };
server.tool("save", {}, async ({ text }) => { await save("/data/out", text); });
server.tool("look", {}, async () => { [1].forEach(() => exec("uptime")); });
server.tool("add", {}, async ({ a, b }) => ({ content: [{ type: "text", text: String(a + b) }] }));
server.tool("drop", {}, async () => { await fs.rm("/data/out"); });
`;
  assert.deepEqual(await usesIn("typescript", text), {
    save: "writes-files",
    look: "runs-programs",
    add: "",
    drop: "removes-files",
  });
});

Deno.test("handlers: asking another machine is told from sending it something", async () => {
  const text = `
server.tool("ask", {}, async () => { await fetch("https://example.com/a"); });
server.tool("give", {}, async ({ text }) => {
  await fetch("https://example.com/a", { method: "POST", body: text });
});
`;
  assert.deepEqual(await usesIn("typescript", text), { ask: "fetches", give: "sends" });
});

Deno.test("handlers: each tool's part of one that serves many", async () => {
  const text = `
import sqlite3, httpx
@server.call_tool()
async def call(name, arguments):
    if name == "read":
        return open("notes.txt").read()
    elif name in ["write", "append"]:
        with open("notes.txt", "a") as f:
            f.write(arguments["text"])
    elif name == "clear":
        db = sqlite3.connect("a.db")
        db.execute("DELETE FROM notes")
    elif name == "time":
        return "now"
`;
  assert.deepEqual(await usesIn("python", text), {
    call: "changes-database queries-database reads-files writes-files",
    "call/read": "reads-files",
    "call/write": "writes-files",
    "call/append": "writes-files",
    "call/clear": "changes-database queries-database",
    "call/time": "",
  });
});

Deno.test("handlers: a list's own methods are no database", async () => {
  const text = `
server.tool("pick", {}, async ({ id }) => items.find((item) => item.id === id));
`;
  assert.deepEqual(await usesIn("typescript", text), { pick: "" });
});
