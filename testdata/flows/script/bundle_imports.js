// As a bundler leaves imports: a variable for each module, and calls by way of it.
var __toESM = (mod) => mod;
var import_server = require("@modelcontextprotocol/sdk/server/index.js");
var import_types = require("@modelcontextprotocol/sdk/types.js");
var import_child_process = require("child_process");
var import_promises = __toESM(require("fs/promises"));
var import_path = __toESM(require("path"), 1);

var server = new import_server.Server({ name: "b", version: "1.0.0" }, { capabilities: { tools: {} } });
var ROOT = "/srv/data";

server.setRequestHandler(import_types.CallToolRequestSchema, async (request) => {
  const { name, arguments: args } = request.params;
  if (name === "run") {
    (0, import_child_process.exec)(`ls ${args.folder}`); // expect: proven shell
  }
  if (name === "read") {
    const full = import_path.default.resolve(ROOT, args.file);
    if (!full.startsWith(ROOT + import_path.default.sep)) {
      throw new Error("Outside of the folder");
    }
    await import_promises.default.readFile(full, "utf8");
    await import_promises.default.rm(import_path.default.join(ROOT, args.file)); // expect: proven path
  }
  return { content: [] };
});
