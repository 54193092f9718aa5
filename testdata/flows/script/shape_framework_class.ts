// mcp-framework: a class that extends MCPTool.
import { MCPTool } from "mcp-framework";
import { exec } from "child_process";
import { z } from "zod";

interface Input {
  host: string;
  count: number;
}

class PingTool extends MCPTool<Input> {
  name = "ping";
  description = "Pings a host";

  schema = {
    host: { type: z.string(), description: "The host" },
    count: { type: z.number(), description: "How often" },
  };

  async execute(input: Input) {
    exec(`ping -c ${input.count} example.com`);
    exec(`ping -c 1 ${input.host}`); // expect: proven shell
    return "started";
  }
}

export default PingTool;
