// As a bundler leaves an exported namespace: getters that give the functions.
import { execSync } from "child_process";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

var __defProp = Object.defineProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};

// src/git.ts
var git_exports = {};
__export(git_exports, {
  checkout: () => checkout
});
function checkout(branch) {
  execSync(`git checkout ${branch}`); // expect: proven shell
}

// src/index.ts
var server = new McpServer({ name: "git", version: "1.0.0" });
server.tool("checkout", { branch: z.string() }, async ({ branch }) => {
  git_exports.checkout(branch);
  return { content: [] };
});
