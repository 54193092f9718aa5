import assert from "node:assert/strict";
import { scanTexts } from "../support/scan_text.ts";

const HEAD = `import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const SETTINGS = "settings.json";
`;

async function severityOf(read: string): Promise<string[]> {
  const text = `${HEAD}
server.tool("show", { folder: z.string(), name: z.string() }, async ({ folder, name }) => {
  const text = await fs.readFile(${read}, "utf8");
  return { content: [{ type: "text", text }] };
});
`;
  const { findings } = await scanTexts({ "server.ts": text });
  return findings.filter(({ ruleId }) => ruleId === "path-traversal").map(({ severity }) =>
    severity
  );
}

Deno.test("a path whose last name is fixed is less severe than one that is chosen whole", async () => {
  for (const read of ["folder", "path.join(folder, name)", "`${folder}.json`"]) {
    assert.deepEqual(await severityOf(read), ["high"], read);
  }
  const fixed = [
    'path.join(folder, "a", "settings.json")',
    "path.join(folder, SETTINGS)",
    "`${folder}/settings.json`",
    "`${folder}/${SETTINGS}`",
  ];
  for (const read of fixed) assert.deepEqual(await severityOf(read), ["medium"], read);
});

Deno.test("a name that is chosen below a fixed one is chosen", async () => {
  assert.deepEqual(await severityOf('path.join(path.join(folder, "a"), name)'), ["high"]);
  assert.deepEqual(await severityOf('`${path.join(folder, "a")}/${name}`'), ["high"]);
});
