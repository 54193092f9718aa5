// A class of the old kind: a function and methods of its prototype.
const { Server } = require("@modelcontextprotocol/sdk/server/index.js");
const { CallToolRequestSchema } = require("@modelcontextprotocol/sdk/types.js");
const { execSync } = require("child_process");

function Runner(folder) {
  this.folder = folder;
}

Runner.prototype.run = function (command) {
  execSync(command, { cwd: this.folder }); // expect: proven shell
};

const runner = new Runner("/srv/work");
const server = new Server({ name: "old", version: "1.0.0" }, { capabilities: { tools: {} } });
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  runner.run(request.params.arguments.command);
  return { content: [] };
});
