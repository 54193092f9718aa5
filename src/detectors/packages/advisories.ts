// Published advisories about MCP packages: which versions, and what an attacker can do with them.
// Rows are from GitHub's advisory database as it stood on 2026-08-25, and from the reports named
// beside packages that were published to do harm.

import type { Ecosystem, Severity } from "../../core/mod.ts";

export const ADVISORIES_AS_OF = "2026-08-25";

export interface Advisory {
  readonly ecosystem: Ecosystem;
  /** As the registry spells it; of Python in lower case with `-`. */
  readonly name: string;
  /** The first version that has the fault; empty: all before. */
  readonly from: string;
  /** The first version without it; empty: there is none. */
  readonly before: string;
  readonly id: string;
  readonly cve: string;
  readonly severity: Severity;
  /** What it lets happen; follows "lets". */
  readonly effect: string;
}

type Row = readonly [
  name: string,
  from: string,
  before: string,
  id: string,
  cve: string,
  severity: Severity,
  effect: string,
];

// deno-fmt-ignore
const NPM: readonly Row[] = [
  ["@akoskm/create-mcp-server-stdio", "", "0.0.13", "GHSA-3ch2-jxxc-v4xf", "CVE-2025-54994", "critical", "a tool argument run a command"],
  ["@apify/actors-mcp-server", "", "0.9.21", "GHSA-jwp7-wg77-3w9v", "CVE-2026-46341", "medium", "a page of any host pass for documentation"],
  ["@azure/mcp", "1.0.0", "1.0.2", "GHSA-hhfx-wfvq-7g9c", "CVE-2026-26118", "high", "a user reach addresses inside the network"],
  ["@azure/mcp", "2.0.0-beta.1", "2.0.0-beta.17", "GHSA-hhfx-wfvq-7g9c", "CVE-2026-26118", "high", "a user reach addresses inside the network"],
  ["@cyanheads/git-mcp-server", "", "2.1.5", "GHSA-3q26-f695-pp76", "CVE-2025-53107", "high", "a tool argument run a command"],
  ["@dynatrace-oss/dynatrace-mcp-server", "", "2.1.1", "GHSA-pqh8-p93p-2rx7", "", "medium", "a tool argument change a query"],
  ["@mobilenext/mobile-mcp", "", "0.0.50", "GHSA-5qhv-x9j4-c3vm", "CVE-2026-35394", "high", "a tool argument start any intent of the phone"],
  ["@modelcontextprotocol/inspector", "", "0.14.1", "GHSA-7f8r-222p-6f5g", "CVE-2025-49596", "critical", "a web page start programs on the machine"],
  ["@modelcontextprotocol/inspector", "", "0.16.6", "GHSA-g9hg-qhmf-q45m", "CVE-2025-58444", "high", "a server run script in the Inspector, and so commands"],
  ["@modelcontextprotocol/sdk", "", "1.24.0", "GHSA-w48q-cv73-mx4w", "CVE-2025-66414", "high", "a web page reach an HTTP server on the machine by DNS rebinding"],
  ["@modelcontextprotocol/sdk", "1.3.0", "1.25.2", "GHSA-8r9q-7v3j-jr4g", "CVE-2026-0621", "high", "a resource's address stall a server with URI templates"],
  ["@modelcontextprotocol/sdk", "1.10.0", "1.26.0", "GHSA-345p-7cg4-v4c7", "CVE-2026-25536", "high", "one client get another's answers where a server object is shared"],
  ["@modelcontextprotocol/server-filesystem", "", "0.6.3", "GHSA-q66q-fx2p-7w4m", "CVE-2025-53109", "high", "a symbolic link lead out of the allowed folders"],
  ["@modelcontextprotocol/server-filesystem", "2025.1.14", "2025.7.1", "GHSA-q66q-fx2p-7w4m", "CVE-2025-53109", "high", "a symbolic link lead out of the allowed folders"],
  ["@modelcontextprotocol/server-filesystem", "", "0.6.3", "GHSA-hc55-p739-j48w", "CVE-2025-53110", "high", "a folder whose name starts like an allowed one be read and written"],
  ["@modelcontextprotocol/server-filesystem", "2025.1.14", "2025.7.1", "GHSA-hc55-p739-j48w", "CVE-2025-53110", "high", "a folder whose name starts like an allowed one be read and written"],
  ["@playwright/mcp", "", "0.0.40", "GHSA-6fg3-hvw7-2fwq", "CVE-2025-9611", "high", "a web page use the tools by DNS rebinding"],
  ["@sunwood-ai-labs/github-kanban-mcp-server", "", "", "GHSA-6jx8-rcjx-vmwf", "CVE-2025-53818", "high", "a tool argument run a command"],
  ["@yoda.digital/gitlab-mcp-server", "", "0.6.0", "GHSA-8jr5-6gvj-rfpf", "CVE-2026-44895", "high", "anybody in the network use the tools over SSE"],
  ["adb-mcp", "", "", "GHSA-54j7-grvr-9xwg", "CVE-2025-59834", "critical", "a tool argument run a command"],
  ["auth-fetch-mcp", "", "3.0.2", "GHSA-pvrj-8cg3-j5f8", "CVE-2026-49857", "high", "a tool argument reach addresses of the machine itself"],
  ["figma-developer-mcp", "", "0.6.3", "GHSA-gxw4-4fc5-9gr5", "CVE-2025-53967", "high", "a tool argument run a command"],
  ["gemini-mcp-tool", "1.1.2", "1.1.6", "GHSA-4h5r-5jm8-jxjm", "CVE-2026-0755", "critical", "a prompt run a command and send files"],
  ["ios-simulator-mcp", "", "1.3.3", "GHSA-6f6r-m9pv-67jw", "CVE-2025-52573", "medium", "a tool argument run a command"],
  ["line-desktop-mcp", "", "1.1.2", "GHSA-4hf8-5mjm-rfgq", "CVE-2026-49357", "high", "anybody in the network read and send messages"],
  ["mcp-fetch-server", "", "", "GHSA-8fxj-2g9q-8fjw", "CVE-2025-65513", "medium", "a tool argument reach addresses inside the network"],
  ["mcp-markdownify-server", "", "0.0.2", "GHSA-45qj-4xq3-3c45", "CVE-2025-58358", "high", "a tool argument run a command"],
  ["mcp-markdownify-server", "", "", "GHSA-22v8-p7h2-rj7p", "CVE-2025-5273", "medium", "a tool argument read any file"],
  ["mcp-memory-keeper", "", "0.13.0", "GHSA-f7wf-v2vw-mpcx", "CVE-2026-54561", "medium", "a tool argument read any file"],
  ["mcp-package-docs", "", "0.1.28", "GHSA-vf9j-h32g-2764", "CVE-2025-54073", "high", "a tool argument run a command"],
  ["mcp-remote", "0.0.5", "0.1.16", "GHSA-6xpm-ggf7-wc3p", "CVE-2025-6514", "critical", "a remote server run commands on the client's machine"],
  ["mcp-searxng", "", "1.7.1", "GHSA-mrvx-jmjw-vggc", "", "high", "a tool argument reach addresses inside the network"],
  ["mcp-server-kubernetes", "", "2.9.8", "GHSA-wvxp-jp4w-w8wg", "CVE-2025-66404", "medium", "a tool argument run a command in a pod"],
  ["mcp-server-kubernetes", "", "3.5.0", "GHSA-4xqg-gf5c-ghwq", "CVE-2026-39884", "high", "a tool argument add options to kubectl"],
  ["mcp-server-kubernetes", "", "3.6.0", "GHSA-cr22-wjx7-2w6m", "CVE-2026-46519", "high", "a client call tools that are switched off"],
  ["mcp-server-kubernetes", "", "3.7.0", "GHSA-6mx4-4h42-r8vh", "CVE-2026-47250", "medium", "a tool argument send the cluster's token away"],
  ["mcp-watch", "", "", "GHSA-27m7-ffhq-jqrm", "CVE-2025-66401", "critical", "an address run a command"],
  ["n8n-mcp", "", "2.47.6", "GHSA-75hx-xj24-mqrw", "", "high", "anybody in the network end sessions"],
  ["n8n-mcp", "", "2.50.1", "GHSA-8g7g-hmwm-6rv2", "", "high", "a caller reach other endpoints with the server's key"],
  ["n8n-mcp", "", "2.56.1", "GHSA-j6r7-6fhx-77wx", "CVE-2026-54052", "critical", "one tenant read and delete another's backups"],
  ["n8n-mcp", "", "2.57.4", "GHSA-2cf7-hpwf-47h9", "CVE-2026-55608", "medium", "one tenant reach backups of the default scope"],
  ["node-code-sandbox-mcp", "", "1.3.0", "GHSA-5w57-2ccq-8w95", "CVE-2025-53372", "high", "a tool argument run a command outside of the sandbox"],
];

// deno-fmt-ignore
const PYPI: readonly Row[] = [
  ["adx-mcp-server", "", "", "GHSA-vphc-468g-8rfp", "CVE-2026-33980", "high", "a tool argument change a query"],
  ["awslabs-aws-api-mcp-server", "0.2.14", "1.3.9", "GHSA-2cpp-j2fc-qhp7", "CVE-2026-4270", "medium", "a call pass the restriction of files"],
  ["doris-mcp-server", "0.1.0", "0.6.1", "GHSA-qhfq-gvvc-5q6q", "CVE-2025-66335", "medium", "a tool argument change a query"],
  ["excel-mcp-server", "", "0.1.8", "GHSA-j98m-w3xp-9f56", "CVE-2026-40576", "critical", "anybody in the network read and write any file"],
  ["fastmcp", "", "2.13.0", "GHSA-c2jp-c369-7pvx", "", "high", "an attacker take over the account of who signs in"],
  ["fastmcp", "", "2.13.0", "GHSA-rj5c-58rq-j5g5", "CVE-2025-62801", "medium", "a server's name run a command on Windows"],
  ["fastmcp", "", "2.14.2", "GHSA-5h2m-4q8j-pqpj", "CVE-2025-69196", "high", "a token of one server be used at another"],
  ["fastmcp", "", "3.2.0", "GHSA-vv7q-7jx5-f767", "CVE-2026-32871", "critical", "a tool argument reach other endpoints of the API behind an OpenAPI server"],
  ["fastmcp", "", "3.2.0", "GHSA-rww4-4w9c-7733", "CVE-2026-27124", "high", "an attacker use the consent that somebody gave"],
  ["mcp", "", "1.9.4", "GHSA-3qhf-m339-9g5v", "CVE-2025-53366", "high", "a malformed request stop a server"],
  ["mcp", "", "1.10.0", "GHSA-j975-95f5-7wqh", "CVE-2025-53365", "high", "a client stop an HTTP server"],
  ["mcp", "", "1.23.0", "GHSA-9h52-p55h-vw2f", "CVE-2025-66416", "high", "a web page reach an HTTP server on the machine by DNS rebinding"],
  ["mcp", "", "1.27.2", "GHSA-jpw9-pfvf-9f58", "CVE-2026-52869", "high", "whoever knows a session's id use it"],
  ["mcp", "", "1.28.1", "GHSA-vj7q-gjh5-988w", "CVE-2026-59950", "high", "a web page reach a WebSocket server on the machine"],
  ["mcp-atlassian", "", "0.17.0", "GHSA-xjgw-4wvw-rgm4", "CVE-2026-27825", "critical", "a tool argument write any file"],
  ["mcp-atlassian", "", "0.17.0", "GHSA-7r34-79r5-rcc9", "CVE-2026-27826", "high", "a header reach addresses inside the network"],
  ["mcp-atlassian", "", "0.22.0", "GHSA-g5r6-gv6m-f5jv", "CVE-2026-73498", "high", "a tool argument send any file away"],
  ["mcp-contextforge-gateway", "", "1.0.3", "GHSA-9hgc-g3w5-67cm", "CVE-2026-53708", "medium", "an address inside the network be reached by DNS rebinding"],
  ["mcp-server-git", "", "2025.9.25", "GHSA-5cgr-j3jf-jw3v", "CVE-2025-68143", "medium", "a tool argument make a repository of any folder"],
  ["mcp-server-git", "", "2025.12.18", "GHSA-9xwc-hfwc-8w59", "CVE-2025-68144", "medium", "a tool argument overwrite files"],
  ["mcp-server-git", "", "2025.12.18", "GHSA-j22h-9j4x-23w5", "CVE-2025-68145", "medium", "a tool argument leave the repository that was allowed"],
  ["mcp-server-git", "", "2026.1.14", "GHSA-vjqx-cfc4-9h6v", "CVE-2026-27735", "medium", "a tool argument stage files outside of the repository"],
  ["msmcp-azure", "2.0.0b14", "2.0.0b17", "GHSA-hhfx-wfvq-7g9c", "CVE-2026-26118", "high", "a user reach addresses inside the network"],
  ["mysql-mcp-server", "", "0.3.0", "GHSA-mvq4-39wx-6h5g", "CVE-2026-11529", "medium", "a resource's address change a query"],
  ["nextcloud-mcp-server", "", "0.117.2", "GHSA-8vh3-g2qg-2h2c", "CVE-2026-55640", "critical", "anybody in the network delete what is indexed"],
  ["stata-mcp", "", "1.17.3", "GHSA-4p62-hqp5-g644", "CVE-2026-47708", "critical", "a tool argument run a command"],
];

// deno-fmt-ignore
const GO: readonly Row[] = [
  ["github.com/apache/skywalking-mcp", "", "0.2.0", "GHSA-c4hg-6933-x62x", "CVE-2026-34476", "high", "a header reach addresses inside the network"],
  ["github.com/docker/mcp-gateway", "", "0.28.0", "GHSA-46gc-mwh4-cc5r", "CVE-2025-64443", "high", "a web page use the tools by DNS rebinding"],
  ["github.com/docker/mcp-gateway", "0.21.0", "0.42.2", "GHSA-r2xf-7jw5-pjg6", "CVE-2026-55887", "high", "an image's label add options to docker"],
  ["github.com/github/github-mcp-server", "", "1.1.0", "GHSA-w4q6-qw23-4rg7", "CVE-2026-47427", "high", "a malformed request stop the server"],
  ["github.com/github/github-mcp-server", "0.22.0", "1.1.2", "GHSA-pjp5-fpmr-3349", "CVE-2026-48529", "medium", "queries of one user run with another's credentials"],
  ["github.com/googleapis/mcp-toolbox", "", "1.4.0", "GHSA-8fcc-w5hv-4gxv", "CVE-2026-11717", "medium", "a caller pass the check of opaque tokens"],
  ["github.com/modelcontextprotocol/go-sdk", "", "1.3.1", "GHSA-wvj2-96wp-fq3f", "CVE-2026-27896", "high", "keys in another case mean what a filter did not see"],
  ["github.com/modelcontextprotocol/go-sdk", "", "1.4.0", "GHSA-xw59-hvm2-8pj6", "CVE-2026-34742", "high", "a web page reach an HTTP server on the machine by DNS rebinding"],
  ["github.com/modelcontextprotocol/go-sdk", "", "1.4.1", "GHSA-89xv-2j6f-qhc8", "CVE-2026-33252", "high", "a web page call the tools of an HTTP server without authorization"],
];

export const ADVISORIES: readonly Advisory[] = [
  ...rows("npm", NPM),
  ...rows("pypi", PYPI),
  ...rows("go", GO),
];

function rows(ecosystem: Ecosystem, table: readonly Row[]): Advisory[] {
  return table.map(([name, from, before, id, cve, severity, effect]) => ({
    ecosystem,
    name,
    from,
    before,
    id,
    cve,
    severity,
    effect,
  }));
}

export interface MaliciousPackage {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  /** The first version that does harm, where earlier ones did not. */
  readonly from: string;
  readonly effect: string;
  /** Who told of it, and when. */
  readonly source: string;
}

/** Packages whose publisher meant harm: no version of theirs is to be trusted. */
export const MALICIOUS_PACKAGES: readonly MaliciousPackage[] = [
  {
    ecosystem: "npm",
    name: "postmark-mcp",
    from: "1.0.16",
    effect: "sends a copy of every mail to a stranger",
    source: "Koi Security, September 2025",
  },
  {
    ecosystem: "npm",
    name: "@lanyer640/mcp-runcommand-server",
    from: "",
    effect: "opens a shell to a stranger",
    source: "Checkmarx, October 2025",
  },
  ...["mcp-runcmd-server", "mcp-runcommand-server", "mcp-runcommand-server2"].map((
    name,
  ): MaliciousPackage => ({
    ecosystem: "pypi",
    name,
    from: "",
    effect: "opens a shell to a stranger",
    source: "JFrog, October 2025",
  })),
];
