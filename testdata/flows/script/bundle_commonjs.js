// As a bundler leaves CommonJS modules: wrapped, and required by a helper.
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// src/git.js
var require_git = __commonJS({
  "src/git.js"(exports, module) {
    var { execSync } = require("child_process");
    function checkout(branch) {
      execSync("git checkout " + branch); // expect: proven shell
    }
    module.exports = { checkout };
  }
});

// src/index.js
var import_mcp = require("@modelcontextprotocol/sdk/server/mcp.js");
var import_zod = require("zod");
var import_git = __toESM(require_git());
var server = new import_mcp.McpServer({ name: "git", version: "1.0.0" });
server.tool("checkout", { branch: import_zod.z.string() }, async ({ branch }) => {
  (0, import_git.checkout)(branch);
  return { content: [] };
});
