// Files that hold what an attacker is after, as patterns over a path with `/`; a part of the
// path that is not known stands as `*`.

import type { Severity } from "../../core/mod.ts";

export interface SensitivePath {
  /** What the file holds, as a reader would say it. */
  readonly what: string;
  readonly pattern: RegExp;
  readonly severity: Severity;
}

export const SENSITIVE_PATHS: readonly SensitivePath[] = [
  {
    what: "a private SSH key",
    pattern: /(?:^|\/)\.ssh\/(?:id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?|identity)$/,
    severity: "high",
  },
  {
    what: "cloud credentials",
    pattern:
      /(?:^|\/)(?:\.aws\/credentials|\.config\/gcloud\/(?:application_default_credentials\.json|credentials\.db|access_tokens\.db)|\.azure\/(?:accessTokens\.json|msal_token_cache\.(?:json|bin))|\.oci\/config)$/,
    severity: "high",
  },
  {
    what: "cluster or registry credentials",
    pattern: /(?:^|\/)(?:\.kube\/config|\.docker\/config\.json|\.config\/containers\/auth\.json)$/,
    severity: "high",
  },
  {
    what: "stored passwords or tokens",
    pattern:
      /(?:^|\/)(?:\.git-credentials|\.netrc|_netrc|\.pgpass|\.my\.cnf|\.config\/gh\/hosts\.yml|\.config\/hub)$/,
    severity: "high",
  },
  {
    what: "secret keys of GnuPG",
    pattern: /(?:^|\/)\.gnupg\/(?:secring\.gpg|private-keys-v1\.d(?:\/.{0,80})?)$/,
    severity: "high",
  },
  {
    what: "passwords of the system",
    pattern: /^\/etc\/(?:shadow|gshadow|master\.passwd|sudoers)$/,
    severity: "high",
  },
  {
    what: "a browser's logins or cookies",
    pattern:
      /(?:Chrome|Chromium|BraveSoftware|Edge|Firefox|google-chrome|chromium|\.mozilla).{0,120}\/(?:Login Data|Cookies|Web Data|Local State|key4\.db|logins\.json|cookies\.sqlite)$/,
    severity: "high",
  },
  {
    what: "a cryptocurrency wallet",
    pattern:
      /(?:^|\/)(?:\.ethereum\/keystore(?:\/.{0,80})?|\.bitcoin\/wallet\.dat|\.config\/solana\/id\.json|\.electrum\/wallets(?:\/.{0,80})?)$/,
    severity: "high",
  },
  {
    what: "shell history",
    pattern: /(?:^|\/)(?:\.bash_history|\.zsh_history|\.local\/share\/fish\/fish_history)$/,
    severity: "medium",
  },
  {
    what: "the configuration of MCP clients, with their keys",
    pattern:
      /(?:^|\/)(?:\.cursor\/mcp\.json|claude_desktop_config\.json|\.codeium\/windsurf\/mcp_config\.json|\.claude\/\.credentials\.json)$/,
    severity: "medium",
  },
];

/** Substrings without which a text holds none of these paths. */
export const SENSITIVE_KEYWORDS: readonly string[] = [
  ".ssh",
  ".aws",
  "gcloud",
  ".azure",
  ".oci",
  ".kube",
  ".docker",
  "containers",
  "credentials",
  "netrc",
  ".pgpass",
  ".my.cnf",
  "hosts.yml",
  "hub",
  ".gnupg",
  "/etc/",
  "Login Data",
  "Cookies",
  "Web Data",
  "Local State",
  "key4.db",
  "logins.json",
  "cookies.sqlite",
  ".ethereum",
  "wallet",
  "solana",
  "_history",
  "mcp.json",
  "claude_desktop_config",
  "mcp_config",
];
