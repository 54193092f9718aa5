// What well-known servers can do, by the package that starts them: read off their own lists of tools,
// as of November 2026. A server that is not here says nothing.

export type Ability = "strangers" | "private" | "outward";

const OF: Readonly<Record<Ability, string>> = {
  // Pages, issues, mails: texts that anybody may have written.
  strangers:
    "mcp-server-fetch @playwright/mcp @executeautomation/playwright-mcp-server @modelcontextprotocol/server-puppeteer chrome-devtools-mcp @browsermcp/mcp @agent-infra/mcp-server-browser firecrawl-mcp tavily-mcp exa-mcp-server @brave/brave-search-mcp-server @modelcontextprotocol/server-brave-search duckduckgo-mcp-server mcp-searxng @apify/actors-mcp-server @perplexity-ai/mcp-server @modelcontextprotocol/server-github github/github-mcp-server @zereight/mcp-gitlab @modelcontextprotocol/server-slack slack-mcp-server mcp-atlassian @gongrzhe/server-gmail-autoauth-mcp workspace-mcp @sentry/mcp-server",
  private:
    "@modelcontextprotocol/server-filesystem mcp/filesystem @wonderwhy-er/desktop-commander @modelcontextprotocol/server-postgres postgres-mcp mcp-server-sqlite mysql-mcp-server mongodb-mcp-server mcp-server-motherduck mcp-clickhouse @supabase/mcp-server-supabase @modelcontextprotocol/server-slack slack-mcp-server mcp-atlassian @notionhq/notion-mcp-server @gongrzhe/server-gmail-autoauth-mcp workspace-mcp @modelcontextprotocol/server-github github/github-mcp-server @zereight/mcp-gitlab @hubspot/mcp-server @salesforce/mcp mcp-obsidian @azure-devops/mcp",
  outward:
    "mcp-server-fetch @playwright/mcp @executeautomation/playwright-mcp-server @modelcontextprotocol/server-puppeteer chrome-devtools-mcp @browsermcp/mcp @agent-infra/mcp-server-browser @modelcontextprotocol/server-github github/github-mcp-server @zereight/mcp-gitlab @modelcontextprotocol/server-slack slack-mcp-server @gongrzhe/server-gmail-autoauth-mcp workspace-mcp @wonderwhy-er/desktop-commander",
};

const BY_PACKAGE = new Map<string, ReadonlySet<Ability>>();
for (const [ability, names] of Object.entries(OF)) {
  for (const name of names.split(" ")) {
    BY_PACKAGE.set(name, new Set([...BY_PACKAGE.get(name) ?? [], ability as Ability]));
  }
}

const NONE: ReadonlySet<Ability> = new Set();

/** Of the package or image that a server is started from. */
export function abilitiesOf(name: string): ReadonlySet<Ability> {
  return BY_PACKAGE.get(name) ?? NONE;
}
