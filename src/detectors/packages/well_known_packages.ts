// Names that many install and that a look-alike would be mistaken for, by registry, as of November
// 2026; and real packages whose names are no more than one letter away.

import type { Ecosystem } from "../../core/mod.ts";

// deno-fmt-ignore
export const WELL_KNOWN_PACKAGES: Readonly<Record<Ecosystem, readonly string[]>> = {
  npm: [
    "@modelcontextprotocol/sdk", "@modelcontextprotocol/inspector", "@modelcontextprotocol/ext-apps",
    "@modelcontextprotocol/server-brave-search", "@modelcontextprotocol/server-everything",
    "@modelcontextprotocol/server-filesystem", "@modelcontextprotocol/server-github",
    "@modelcontextprotocol/server-google-maps", "@modelcontextprotocol/server-memory",
    "@modelcontextprotocol/server-postgres", "@modelcontextprotocol/server-puppeteer",
    "@modelcontextprotocol/server-sequential-thinking", "@modelcontextprotocol/server-slack",
    "@agent-infra/mcp-server-browser", "@apify/actors-mcp-server", "@azure-devops/mcp",
    "@brave/brave-search-mcp-server", "@browsermcp/mcp", "@circleci/mcp-server-circleci",
    "@cyanheads/git-mcp-server", "@executeautomation/playwright-mcp-server",
    "@gongrzhe/server-gmail-autoauth-mcp", "@google-cloud/cloud-run-mcp", "@hubspot/mcp-server",
    "@langchain/mcp-adapters", "@mobilenext/mobile-mcp", "@notionhq/notion-mcp-server",
    "@perplexity-ai/mcp-server", "@playwright/mcp", "@salesforce/mcp", "@sentry/mcp-server",
    "@supabase/mcp-server-supabase", "@upstash/context7-mcp", "@wonderwhy-er/desktop-commander",
    "@zereight/mcp-gitlab", "chrome-devtools-mcp", "exa-mcp-server", "fastmcp",
    "figma-developer-mcp", "firecrawl-mcp", "gemini-mcp-tool", "mcp-framework", "mcp-handler",
    "mcp-proxy", "mcp-remote", "mcp-searxng", "mcp-server-kubernetes", "mcporter",
    "mongodb-mcp-server", "next-devtools-mcp", "slack-mcp-server", "tavily-mcp", "xcodebuildmcp",
  ],
  pypi: [
    "arxiv-mcp-server", "awslabs-aws-api-mcp-server", "awslabs-aws-documentation-mcp-server",
    "awslabs-aws-pricing-mcp-server", "blender-mcp", "chroma-mcp", "django-mcp-server",
    "duckduckgo-mcp-server", "elevenlabs-mcp", "excel-mcp-server", "fastapi-mcp", "fastmcp",
    "langchain-mcp-adapters", "markitdown-mcp", "mcp-atlassian", "mcp-clickhouse", "mcp-grafana",
    "mcp-neo4j-cypher", "mcp-obsidian", "mcp-proxy", "mcp-server-duckdb", "mcp-server-fetch",
    "mcp-server-git", "mcp-server-motherduck", "mcp-server-qdrant", "mcp-server-sqlite",
    "mcp-server-time", "mysql-mcp-server", "office-powerpoint-mcp-server",
    "office-word-mcp-server", "postgres-mcp", "workspace-mcp",
  ],
  go: [
    "github.com/modelcontextprotocol/go-sdk", "github.com/mark3labs/mcp-go",
    "github.com/github/github-mcp-server",
  ],
};

export const REAL_NEIGHBOURS: Readonly<Record<Ecosystem, readonly string[]>> = {
  npm: ["tcp-proxy", "@composio/mcp"],
  pypi: ["chrome-mcp", "mssql-mcp-server", "mcp-server-kit"],
  go: [],
};
