// As the TypeScript compiler leaves a module for CommonJS.
"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.removeFile = removeFile;
const mcp_js_1 = require("@modelcontextprotocol/sdk/server/mcp.js");
const node_child_process_1 = require("node:child_process");
const node_fs_1 = __importDefault(require("node:fs"));
const zod_1 = require("zod");
function removeFile(file) {
    node_fs_1.default.rmSync(file); // expect: proven path
}
const server = new mcp_js_1.McpServer({ name: "ts", version: "1.0.0" });
server.tool("remove", { file: zod_1.z.string(), unit: zod_1.z.enum(["a", "b"]) }, async ({ file, unit }) => {
    removeFile(file);
    (0, node_child_process_1.execSync)(`systemctl stop ${unit}`);
    (0, node_child_process_1.execSync)(`ls ${file}`); // expect: proven shell
    return { content: [] };
});
