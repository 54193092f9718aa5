import { deepStrictEqual, strictEqual } from "node:assert/strict";
import type { ServerDef } from "../../src/core/mod.ts";
import { commandLine } from "../../src/detectors/manifests/command_line.ts";
import { containerRun, mountSource } from "../../src/detectors/manifests/containers.ts";
import { loosenessOf, packagesOf } from "../../src/detectors/manifests/packages.ts";
import { clientFile } from "../../src/mcp/mod.ts";

/** A server that is started by the words of `line`; `'…'` is one word. */
function serverOf(line: string): ServerDef {
  const [command, ...args] = [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) =>
    quoted ?? word
  );
  const text = JSON.stringify({ mcpServers: { s: { command, args } } });
  return clientFile({ kind: "json", text }).config.servers[0]!;
}

/** `launcher package kind` of each package that is not fixed to a version or commit. */
function loosePackages(line: string): string[] {
  return commandLine(serverOf(line)).commands.flatMap(packagesOf).flatMap((use) => {
    const looseness = loosenessOf(use);
    return looseness ? [`${use.launcher} ${use.specifier.value} ${looseness.kind}`] : [];
  });
}

Deno.test("packages are found behind each launcher's options", () => {
  const lines: Record<string, string[]> = {
    "npx -y a": ["npx a version"],
    "npx --yes --registry https://r.example @s/a": ["npx @s/a version"],
    "npx -p a@1.2.3 -p b prog": ["npx b version"],
    "npx --package=a -- prog": ["npx a version"],
    "npx a@1": ["npx a@1 version"],
    "npx a@~1.2.3": ["npx a@~1.2.3 version"],
    "npx -y @s/a@latest x@1.2.3": ["npx @s/a@latest version"],
    "npx.cmd a": ["npx a version"],
    "C:\\nodejs\\npx.cmd a": ["npx a version"],
    "/usr/bin/npx a": ["npx a version"],
    "'npx -y a'": ["npx a version"],
    "npm exec -y a": ["npm exec a version"],
    "npm x --package=a prog": ["npm x a version"],
    "pnpm --silent dlx a": ["pnpm dlx a version"],
    "pnpm --package=a dlx prog": ["pnpm dlx a version"],
    "yarn dlx a": ["yarn dlx a version"],
    "bun x a": ["bun x a version"],
    "bunx --bun a": ["bunx a version"],
    "uvx --python 3.12 a": ["uvx a version"],
    "uvx --from a[x]==1.2.3 --with b,c==1 prog": ["uvx b version"],
    "uvx a@1.2.3": [],
    "uvx a~=1.2": ["uvx a~=1.2 version"],
    "uvx a==1.*": ["uvx a==1.* version"],
    "uv tool run --from a prog": ["uv tool run a version"],
    "uv run --with a server.py": ["uv run a version"],
    "uv --directory /srv run server.py": [],
    "pipx run --spec a prog": ["pipx run a version"],
    "deno run -A npm:@s/a@1.2.3/sub": [],
    "deno run -A jsr:@s/a": ["deno run jsr:@s/a version"],
    "deno run -A main.ts": [],
    "go run a.example/b@latest": ["go run a.example/b@latest version"],
    "go run a.example/b@v1.2.3": [],
    "go run ./cmd": [],
    "npx tsx src/index.ts": [],
    "npx tsx": ["npx tsx version"],
    "npx .": [],
    "npx ${PACKAGE}": [],
    "npm run start": [],
    "npm install a": [],
    "docker run a": [],
  };
  for (const [line, expected] of Object.entries(lines)) {
    deepStrictEqual(loosePackages(line), expected, line);
  }
});

Deno.test("repositories and URLs are fixed by a commit, or by a version in an archive's path", () => {
  const commit = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
  const lines: Record<string, string[]> = {
    "npx owner/name": ["npx owner/name source"],
    "npx github:owner/name#main": ["npx github:owner/name#main source"],
    [`npx github:owner/name#${commit}`]: [],
    "npx https://a.example/x.tgz": ["npx https://a.example/x.tgz source"],
    "npx https://a.example/x-1.2.3.tgz": [],
    "npx git@a.example:o/n.git": ["npx git@a.example:o/n.git source"],
    "uvx --from git+https://a.example/o/n@v1.2.3 x": [
      "uvx git+https://a.example/o/n@v1.2.3 source",
    ],
    [`uvx --from git+https://a.example/o/n@${commit}#subdirectory=x x`]: [],
    "deno run https://a.example/x/main.ts": ["deno run https://a.example/x/main.ts source"],
    "deno run https://a.example/x@1.2.3/main.ts": [],
  };
  for (const [line, expected] of Object.entries(lines)) {
    deepStrictEqual(loosePackages(line), expected, line);
  }
});

Deno.test("commands are seen through what starts them", () => {
  const lines: Record<string, string[]> = {
    "cmd /c npx -y a": ["cmd", "npx"],
    "cmd.exe /d /s /c 'npx -y a'": ["cmd", "npx"],
    "bash -lc 'source ~/.nvm/nvm.sh && exec npx -y a'": ["bash", "source", "exec", "npx"],
    "env -u A B=c npx a": ["env", "npx"],
    "sudo -u me -E npx a": ["sudo", "npx"],
    "timeout 5 node x": ["timeout", "node"],
    "wsl.exe -d Ubuntu -e bash -c 'npx a'": ["wsl", "bash", "npx"],
    "bridge --port 80 -- npx -y a": ["bridge", "npx"],
    "npx supergateway --stdio 'uvx a'": ["npx", "uvx"],
    "powershell -NoProfile -Command npx -y a": ["powershell", "npx"],
    "A=b node x": ["node"],
    "node x.js -c 'npx a'": ["node", "npx"],
    "bash -c 'for p in uvx /usr/bin/uvx; do echo $p; done'": ["bash", "for", "do", "done", "echo"],
  };
  for (const [line, expected] of Object.entries(lines)) {
    const names = commandLine(serverOf(line)).commands.map(({ name }) => name);
    deepStrictEqual(names, expected, line);
  }
});

Deno.test("a command line of any make ends", () => {
  for (const word of ["npx ", "env ", "sudo ", "bash -c ", "cmd /c ", "; ", "'\" "]) {
    for (
      const line of [word.repeat(50_000), `sh -c '${word.replaceAll("'", "").repeat(50_000)}'`]
    ) {
      const { commands } = commandLine(serverOf(line));
      strictEqual(commands.length <= 64, true, word);
    }
  }
});

Deno.test("docker's options are told from its image", () => {
  const lines: Record<string, [string | undefined, string[]]> = {
    "docker run -i --rm a/b": ["a/b", ["-i", "--rm"]],
    "docker --context x container run -it --name c a/b --privileged": [
      "a/b",
      ["-t", "--name"],
    ],
    "podman run -p8080:80 -eA=b --env=C=d a/b": ["a/b", ["--publish", "--env", "--env"]],
    "docker run -ite A a/b": ["a/b", ["--env"]],
    "docker run --unknown x a/b": ["a/b", ["--unknown"]],
    "docker run -i": [undefined, ["-i"]],
  };
  for (const [line, [image, names]] of Object.entries(lines)) {
    const run = commandLine(serverOf(line)).commands.map(containerRun).find((found) => found);
    strictEqual(run?.image?.value, image, line);
    deepStrictEqual(run?.options.map(({ name }) => name), names, line);
  }
  for (
    const line of ["docker ps", "docker mcp gateway run", "docker exec -i a run", "dock run a"]
  ) {
    const [command] = commandLine(serverOf(line)).commands;
    strictEqual(containerRun(command!), undefined, line);
  }
});

Deno.test("a mount's source is a folder of the host", () => {
  const mounts: Record<string, string | undefined> = {
    "-v /a:/b:ro": "/a",
    "-v C:\\a:/b": "C:\\a",
    "-v ~/.a:/b": "~/.a",
    "--volume=/:/host": "/",
    "-v name:/b": undefined,
    "-v /b": undefined,
    "--mount type=bind,src=/a,dst=/b": "/a",
    "--mount type=volume,src=a,dst=/b": undefined,
    "-e A=/b:/c": undefined,
  };
  for (const [option, expected] of Object.entries(mounts)) {
    const [command] = commandLine(serverOf(`docker run ${option} image`)).commands;
    strictEqual(mountSource(containerRun(command!)!.options[0]!)?.value, expected, option);
  }
});
