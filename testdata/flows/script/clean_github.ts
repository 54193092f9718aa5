// A well-kept server: a client of a package, which is given names as data.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { Octokit } from "@octokit/rest";
import { z } from "zod";

const octokit = new Octokit({ auth: process.env.GITHUB_TOKEN });
const server = new McpServer({ name: "repositories", version: "1.0.0" });
const Repository = { owner: z.string(), repo: z.string() };

server.tool("get", Repository, async ({ owner, repo }) => {
  const { status } = await octokit.rest.repos.get({ owner, repo });
  return { content: [{ type: "text", text: `${status}` }] };
});

server.tool("issue", { ...Repository, title: z.string() }, async ({ owner, repo, title }) => {
  const { status } = await octokit.request("POST /repos/{owner}/{repo}/issues", {
    owner,
    repo,
    title,
  });
  return { content: [{ type: "text", text: `${status}` }] };
});

server.tool("readme", Repository, async ({ owner, repo }) => {
  const answer = await fetch(`https://api.github.com/repos/${owner}/${repo}/readme`);
  return { content: [{ type: "text", text: `${answer.status}` }] };
});
