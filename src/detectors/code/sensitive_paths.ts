// Files that hold what an attacker is after, each with the rule that reports it. A path is written
// as path_match.ts says; the places are those of the programs' own documentation.

import type { Severity } from "../../core/mod.ts";
import type { PathEntry } from "./path_match.ts";

export const SENSITIVE_RULE_IDS = [
  "browser-data-access",
  "client-config-access",
  "cloud-credentials-access",
  "cluster-credentials-access",
  "password-manager-access",
  "private-key-access",
  "shell-history-access",
  "stored-password-access",
  "wallet-access",
] as const;
export type SensitiveRuleId = typeof SENSITIVE_RULE_IDS[number];

export interface SensitivePath extends PathEntry {
  readonly rule: SensitiveRuleId;
  /** Of a read; high where absent. */
  readonly severity?: Severity;
  /** Programs read it as a matter of course: reported where it is read, with little confidence. */
  readonly ordinary?: true;
}

interface Group {
  readonly rule: SensitiveRuleId;
  readonly what: string;
  readonly paths: readonly string[];
  readonly severity?: Severity;
  readonly ordinary?: true;
}

const CHROMIUM_HOMES = [
  "Google/Chrome",
  "Google/Chrome Beta",
  "google-chrome",
  "chromium",
  "BraveSoftware/Brave-Browser",
  "Microsoft/Edge",
  "Microsoft Edge",
  "microsoft-edge",
  "Vivaldi",
  "Opera Software",
  "com.operasoftware.Opera",
  "Arc/User Data",
];
const CHROMIUM_FILES = [
  "Login Data",
  "Login Data For Account",
  "Cookies",
  "Web Data",
  "Local State",
];

const GROUPS: readonly Group[] = [
  {
    rule: "private-key-access",
    what: "a private SSH key",
    paths: [
      ".ssh/id_rsa",
      ".ssh/id_dsa",
      ".ssh/id_ecdsa",
      ".ssh/id_ecdsa_sk",
      ".ssh/id_ed25519",
      ".ssh/id_ed25519_sk",
      ".ssh/identity",
    ],
  },
  { rule: "private-key-access", what: "SSH keys", paths: [".ssh/"] },
  {
    rule: "private-key-access",
    what: "a private SSH key of the machine",
    paths: ["/etc/ssh/ssh_host_*_key"],
  },
  {
    rule: "private-key-access",
    what: "secret keys of GnuPG",
    paths: [".gnupg/secring.gpg", ".gnupg/private-keys-v1.d/**", ".gnupg/"],
  },
  {
    rule: "private-key-access",
    what: "private TLS keys of the machine",
    paths: ["/etc/ssl/private/**", "/etc/pki/tls/private/**"],
  },
  {
    rule: "cloud-credentials-access",
    what: "credentials of AWS",
    paths: [".aws/credentials", ".aws/sso/cache/**", ".aws/cli/cache/**"],
  },
  {
    rule: "cloud-credentials-access",
    what: "credentials of Google Cloud",
    paths: [
      "gcloud/application_default_credentials.json",
      "gcloud/credentials.db",
      "gcloud/access_tokens.db",
      "gcloud/legacy_credentials/**",
    ],
  },
  {
    rule: "cloud-credentials-access",
    what: "credentials of Azure",
    paths: [
      ".azure/accessTokens.json",
      ".azure/azureProfile.json",
      ".azure/msal_token_cache.json",
      ".azure/msal_token_cache.bin",
      ".azure/service_principal_entries.json",
    ],
  },
  {
    rule: "cloud-credentials-access",
    what: "credentials of a cloud provider",
    paths: [
      ".oci/config",
      ".oci/oci_api_key.pem",
      ".aliyun/config.json",
      ".bluemix/config.json",
      ".config/doctl/config.yaml",
      ".config/hcloud/cli.toml",
      ".config/scw/config.yaml",
      ".fly/config.yml",
      ".tccli/default.credential",
      ".terraform.d/credentials.tfrc.json",
      ".terraformrc",
      ".vercel/auth.json",
      "com.vercel.cli/auth.json",
      ".config/netlify/config.json",
      ".wrangler/config/default.toml",
      ".databrickscfg",
      ".snowflake/connections.toml",
    ],
  },
  {
    rule: "cluster-credentials-access",
    what: "credentials of a cluster",
    paths: [".kube/config"],
    ordinary: true,
  },
  {
    rule: "cluster-credentials-access",
    what: "credentials of a cluster",
    paths: [
      "/etc/kubernetes/admin.conf",
      "/etc/rancher/k3s/k3s.yaml",
      "/var/run/secrets/kubernetes.io/serviceaccount/token",
      "/run/secrets/kubernetes.io/serviceaccount/token",
    ],
  },
  {
    rule: "cluster-credentials-access",
    what: "credentials of a container registry",
    paths: [
      ".docker/config.json",
      ".config/containers/auth.json",
      ".config/helm/registry/config.json",
      ".config/helm/repositories.yaml",
    ],
  },
  {
    rule: "cluster-credentials-access",
    what: "credentials of a package registry",
    paths: [
      "~/.npmrc",
      "*/.npmrc",
      ".pypirc",
      ".cargo/credentials",
      ".cargo/credentials.toml",
      ".gem/credentials",
      ".m2/settings.xml",
      ".m2/settings-security.xml",
      ".composer/auth.json",
      ".gradle/gradle.properties",
    ],
    severity: "medium",
  },
  {
    rule: "stored-password-access",
    what: "stored passwords or tokens",
    paths: [
      ".git-credentials",
      ".netrc",
      "_netrc",
      ".pgpass",
      ".my.cnf",
      ".mylogin.cnf",
      ".config/gh/hosts.yml",
      ".config/glab-cli/config.yml",
      ".config/hub",
      ".config/git/credentials",
      ".config/rclone/rclone.conf",
      ".smbcredentials",
      ".s3cfg",
      ".vault-token",
      ".heroku/credentials",
      ".config/filezilla/sitemanager.xml",
      "filezilla/recentservers.xml",
      ".config/remmina/**",
      "DBeaverData/**/credentials-config.json",
    ],
  },
  {
    rule: "stored-password-access",
    what: "passwords of the system",
    paths: [
      "/etc/shadow",
      "/etc/gshadow",
      "/etc/master.passwd",
      "/etc/security/passwd",
      "Windows/System32/config/SAM",
      "Windows/System32/config/SECURITY",
    ],
  },
  {
    rule: "stored-password-access",
    what: "who may do what on the system",
    paths: ["/etc/sudoers", "/etc/passwd"],
    severity: "medium",
    ordinary: true,
  },
  {
    rule: "stored-password-access",
    what: "the environment of a process, with its keys",
    paths: ["/proc/self/environ", "/proc/*/environ"],
    // Mostly read to tell a container or a display.
    severity: "low",
  },
  {
    rule: "browser-data-access",
    what: "a browser's logins or cookies",
    paths: [
      ...CHROMIUM_HOMES.flatMap((home) => CHROMIUM_FILES.map((file) => `${home}/**/${file}`)),
      ...["Firefox", ".mozilla", "zen", "librewolf", "Thunderbird"].flatMap((home) =>
        ["key4.db", "logins.json", "cookies.sqlite", "signons.sqlite"].map((file) =>
          `${home}/**/${file}`
        )
      ),
      "Library/Cookies/Cookies.binarycookies",
      "Cookies.binarycookies",
    ],
  },
  {
    rule: "browser-data-access",
    what: "a browser's history",
    paths: [
      ...CHROMIUM_HOMES.map((home) => `${home}/**/History`),
      "Firefox/**/places.sqlite",
      ".mozilla/**/places.sqlite",
      "Library/Safari/History.db",
    ],
    severity: "medium",
  },
  {
    rule: "browser-data-access",
    what: "sessions of a chat program",
    paths: [
      "discord/Local Storage/leveldb/**",
      "Slack/Local Storage/leveldb/**",
      "Slack/Cookies",
      "Telegram Desktop/tdata/**",
      "Signal/config.json",
      "Signal/sql/db.sqlite",
    ],
  },
  {
    rule: "password-manager-access",
    what: "a password manager's store",
    paths: [
      "*.kdbx",
      ".password-store/**",
      "1Password/data/**",
      ".config/1Password/**",
      "com.1password.1password/**",
      "group.com.1password/**",
      "Bitwarden/data.json",
      "Bitwarden CLI/data.json",
      "LastPass/**",
      "keepassxc/keepassxc.ini",
      ".local/share/keyrings/**",
      ".local/share/kwalletd/**",
      "Library/Keychains/**",
      "login.keychain-db",
      "login.keychain",
      "/Library/Keychains/System.keychain",
      "Microsoft/Credentials/**",
      "Microsoft/Vault/**",
      "Microsoft/Protect/**",
    ],
  },
  {
    rule: "wallet-access",
    what: "a cryptocurrency wallet",
    paths: [
      ".ethereum/keystore/**",
      ".foundry/keystores/**",
      ".bitcoin/wallet.dat",
      "Bitcoin/wallet.dat",
      ".litecoin/wallet.dat",
      ".dogecoin/wallet.dat",
      ".config/solana/id.json",
      ".electrum/wallets/**",
      "Electrum/wallets/**",
      "Exodus/exodus.wallet/**",
      "atomic/Local Storage/leveldb/**",
      "Ledger Live/app.json",
      ".monero/wallets/**",
      ".sui/sui_config/sui.keystore",
      ".aptos/config.yaml",
      ".near-credentials/**",
      // The extension of MetaMask, and that of Phantom.
      "Local Extension Settings/nkbihfbeogaeaoehlefnkodbefgpgknn/**",
      "Local Extension Settings/bfnaelmomeimhlpmgjnjophhpkkoljpa/**",
    ],
  },
  {
    rule: "shell-history-access",
    what: "the history of a shell or a database client",
    paths: [
      ".bash_history",
      ".zsh_history",
      ".zhistory",
      ".sh_history",
      ".local/share/fish/fish_history",
      ".python_history",
      ".node_repl_history",
      ".psql_history",
      ".mysql_history",
      ".sqlite_history",
      ".rediscli_history",
      ".mongo_history",
      ".mongosh/mongosh_repl_history",
      ".irb_history",
      "PSReadLine/ConsoleHost_history.txt",
    ],
    severity: "medium",
  },
  {
    rule: "client-config-access",
    what: "tokens of an agent's account",
    paths: [
      ".claude/.credentials.json",
      ".codex/auth.json",
      ".gemini/oauth_creds.json",
      ".gemini/google_accounts.json",
      ".config/github-copilot/hosts.json",
      ".config/github-copilot/apps.json",
      ".qwen/oauth_creds.json",
      ".local/share/opencode/auth.json",
      ".continue/.env",
      ".mcp-auth/**",
    ],
  },
  {
    rule: "client-config-access",
    what: "conversations with an agent",
    paths: [
      ".claude/projects/**",
      ".codex/sessions/**",
      ".claude/history.jsonl",
      ".codex/history.jsonl",
    ],
    severity: "medium",
    ordinary: true,
  },
  {
    rule: "client-config-access",
    what: "the keys of other servers in a client's configuration",
    paths: [
      "claude_desktop_config.json",
      ".claude.json",
      ".claude/settings.json",
      ".claude/mcp.json",
      ".cursor/mcp.json",
      ".codeium/windsurf/mcp_config.json",
      "windsurf/mcp_config.json",
      ".codex/config.toml",
      ".gemini/settings.json",
      ".vscode/mcp.json",
      "Code/User/mcp.json",
      "saoudrizwan.claude-dev/settings/cline_mcp_settings.json",
      "cline_mcp_settings.json",
      ".continue/config.json",
      ".continue/config.yaml",
      ".config/zed/settings.json",
      ".config/goose/config.yaml",
      ".config/opencode/opencode.json",
      ".aws/amazonq/mcp.json",
      ".kiro/settings/mcp.json",
      "github-copilot/intellij/mcp.json",
    ],
    severity: "medium",
    ordinary: true,
  },
];

export const SENSITIVE_PATHS: readonly SensitivePath[] = GROUPS.flatMap(({ paths, ...group }) =>
  paths.map((path) => ({ ...group, path }))
);
