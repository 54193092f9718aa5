// The servers that one key of a configuration holds, in whichever client's spelling.

import type { ServerDef } from "../core/mod.ts";
import { type JsonNode, jsonValue } from "../syntax/mod.ts";
import { located } from "./located.ts";
import { readServer } from "./server_entry.ts";

/** Keys of an object of servers; the dotted ones are settings of VS Code and Amp. */
const SERVER_KEY =
  /^(?:[\w-]{1,40}\.){0,4}(?:mcpServers|servers|context_servers|mcp_servers|mcp|extensions|modelContextProtocolServers)$/;

/** Descriptions of web interfaces also list `servers`, and start none. */
const API_DESCRIPTIONS = ["openapi", "asyncapi", "swagger"];

/** OpenCode, Crush and Goose use words of many uses: the entries must say more. */
const COMMON_KEY = /^(?:mcp|extensions)$/;
const TYPES = /^(?:local|remote|stdio|http|sse|streamable[-_]?http)$/i;

export function* serversIn(
  text: string,
  { key, value, root }: { key: string; value: JsonNode; root: JsonNode },
): Generator<ServerDef> {
  if (!SERVER_KEY.test(key)) return;
  const isCommon = COMMON_KEY.test(key) ||
    (key === "servers" && API_DESCRIPTIONS.some((word) => jsonValue(root, word)));
  for (const { nameNode, entry } of entriesOf(key, value)) {
    const name = nameNode && located(text, nameNode);
    if (!name || entry?.type !== "object") continue;
    const server = readServer(text, { name, entry, group: value.offset });
    if (server && (!isCommon || saysItsKind(key, server))) yield server;
  }
}

/** Agent frameworks list their servers, each with its name inside. */
const LISTED = /(?:mcp_?servers|modelContextProtocolServers)$/i;

function* entriesOf(
  key: string,
  value: JsonNode,
): Generator<{ nameNode: JsonNode | undefined; entry: JsonNode | undefined }> {
  const children = value.children ?? [];
  if (value.type === "object") {
    for (const { children: pair } of children) yield { nameNode: pair?.[0], entry: pair?.[1] };
  } else if (value.type === "array" && LISTED.test(key)) {
    for (const entry of children) yield { nameNode: nameIn(entry), entry };
  }
}

/** Where an old list of Continue gives no name, its program stands for one. */
function nameIn(entry: JsonNode): JsonNode | undefined {
  const inner = jsonValue(entry, "transport");
  return jsonValue(entry, "name") ?? jsonValue(inner, "command") ?? jsonValue(inner, "url");
}

function saysItsKind(key: string, { command, settings }: ServerDef): boolean {
  const type = TYPES.test(settings["type"]?.[0]?.value ?? "");
  return type || (key !== "extensions" && command !== undefined);
}
