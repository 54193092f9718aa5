// A service whose method is a tool by a decorator.
import { Injectable } from "@nestjs/common";
import { Tool } from "@rekog/mcp-nest";
import { execSync } from "node:child_process";
import { z } from "zod";

@Injectable()
export class GitTool {
  @Tool({
    name: "tag",
    description: "Makes a tag",
    parameters: z.object({ tag: z.string(), count: z.number() }),
  })
  async tag({ tag, count }: { tag: string; count: number }) {
    execSync(`git log -n ${count}`);
    execSync(`git tag ${tag}`); // expect: proven shell
    return "tagged";
  }
}
