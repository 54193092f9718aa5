// A rule to start from, for each kind of matcher. Each passes its own examples.

const HEAD = (id: string): string =>
  `# A rule of your own: change every line, then run  mcp-sentinel rules test FILE
rules:
  - id: ${id}
`;

const SYNTAX = `    title: Service of the company called without a deadline
    why: A server that does not answer holds the tool, and with it the client, for good.
    fix: Give each call a deadline, \`timeout=10\`.
    limits: Sees calls by the library's own name, not those through a function of one's own.
    severity: medium
    confidence: high
    cwe: [CWE-400]
    tags: [availability]
    languages: [python]
    match:
      syntax:
        pattern: acme.call($NAME, ...)
        not: acme.call(..., timeout=$SECONDS, ...)
        message: The call of $NAME has no deadline
    bad:
      - note: no deadline
        file: server.py
        code: |
          import acme
          acme.call("orders", limit=5)
      - note: under another name
        file: server.py
        code: |
          from acme import call as ask
          ask("orders")
    good:
      - note: a deadline
        file: server.py
        code: |
          import acme
          acme.call("orders", timeout=10)
      - note: another library
        file: server.py
        code: |
          import other
          other.call("orders")
`;

const TEXT = `    title: Internal host in a file that is shipped
    why: It tells an outsider where to look inside the company's network.
    fix: Take the host from the configuration of the place where the server runs.
    limits: Sees hosts that are written out, not those put together.
    severity: low
    confidence: medium
    cwe: [CWE-200]
    tags: [network]
    files: [all]
    match:
      text:
        keywords: [.internal.example]
        expression: '\\b[a-z0-9][a-z0-9-]{0,62}\\.internal\\.example\\b'
        flags: i
    bad:
      - note: a host in a configuration
        file: config.yaml
        code: |
          api: https://billing.internal.example/v1
    good:
      - note: a public host
        file: config.yaml
        code: |
          api: https://billing.example/v1
`;

/** A file of one rule. */
export function ruleTemplate(id: string, kind: "syntax" | "text"): string {
  return HEAD(id) + (kind === "syntax" ? SYNTAX : TEXT);
}
