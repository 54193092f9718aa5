// The desktop server without the faults: the scanner must find nothing here.

import { execFile, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import Handlebars from "handlebars";
import { Client } from "ssh2";

const server = new Server({ name: "desktop", version: "1.0.0" }, { capabilities: { tools: {} } });
const letter = Handlebars.compile(readFileSync(path.join(import.meta.dirname, "letter.hbs"), "utf8"));
const SCRIPT = 'on run argv\ndisplay notification (item 1 of argv)\nend run';
const PLUGINS = { clock: () => import("./plugins/clock.js"), notes: () => import("./plugins/notes.js") };
const FORBIDDEN = ["Login Data", "~/.config/solana/id.json", "~/.password-store", "~/.docker/config.json"];

server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: "open", description: "Opens a file", inputSchema: { type: "object" } }],
}));

server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const args = request.params.arguments as Record<string, string>;
  if (FORBIDDEN.some((part) => args.file?.includes(part))) throw new Error("Not that file");
  switch (request.params.name) {
    case "open":
      execFile("xdg-open", [`file://${args.file}`]);
      return answer("opened");
    case "size":
      spawn("du", ["-s", "--", args.folder], { env: { ...process.env, LANG: "C" } });
      return answer("started");
    case "notify":
      execFile("osascript", ["-e", SCRIPT, args.text]);
      return answer("shown");
    case "match":
      return answer(String(/^(\w+)$/.exec(args.word)?.[1]));
    case "plugin":
      return answer((await PLUGINS.clock()).default());
    case "letter":
      return answer(letter({ name: args.name }));
    case "uptime": {
      const connection = new Client();
      connection.exec("uptime", () => connection.end());
      return answer("asked");
    }
    case "environment":
      return answer(JSON.stringify({ language: process.env.LANG }));
  }
  throw new Error("Unknown tool");
});

function answer(text: string) {
  return { content: [{ type: "text", text }] };
}
