// Versions and ranges as npm, Python and Go write them, and what of them an advisory concerns.

import assert from "node:assert/strict";
import type { Ecosystem } from "../../src/core/mod.ts";
import { lookAlikeOf } from "../../src/detectors/packages/look_alike_names.ts";
import { ADVISORIES, MALICIOUS_PACKAGES } from "../../src/detectors/packages/advisories.ts";
import {
  compareVersions,
  intervalOf,
  isWithin,
  versionOf,
} from "../../src/detectors/packages/versions.ts";
import {
  REAL_NEIGHBOURS,
  WELL_KNOWN_PACKAGES,
} from "../../src/detectors/packages/well_known_packages.ts";

Deno.test("compareVersions() orders releases and what comes before them", () => {
  const ordered = [
    "0.9",
    "1.0.0-alpha",
    "1.0.0-beta.2",
    "1.0.0-beta.10",
    "1.0.0rc1",
    "1.0.0",
    "1.0.1",
    "v1.2.0",
    "1.10.0",
    "2025.1.14",
    "2025.7.1",
  ];
  const sorted = [...ordered].reverse().sort((a, b) =>
    compareVersions(versionOf(a)!, versionOf(b)!)
  );
  assert.deepEqual(sorted, ordered);
  assert.equal(compareVersions(versionOf("1.0")!, versionOf("1.0.0")!), 0);
  assert.equal(compareVersions(versionOf("1.0.0+a")!, versionOf("1.0.0")!), 0);
});

Deno.test("versionOf() knows no tag, range or address", () => {
  for (const text of ["latest", "", "^1.0.0", "1.x", "https://a.b/1.0.0", "1.0.0 || 2", "v"]) {
    assert.equal(versionOf(text), undefined, text);
  }
});

/** True where every version that `asked` allows is at least 1.2.0 and below 1.5.0. */
function concerned(asked: string, ecosystem: Ecosystem): boolean {
  const interval = intervalOf(asked, ecosystem);
  return interval !== undefined && isWithin(interval, { from: "1.2.0", before: "1.5.0" });
}

Deno.test("isWithin() holds for ranges that allow no mended version", () => {
  const npm = {
    "1.2.0": true,
    "=1.4.9": true,
    "1.5.0-rc.1": true,
    "1.5.0": false,
    "1.1.9": false,
    "~1.4.0": true,
    "1.4.x": true,
    "1.4": true,
    "~1.4": true,
    "^1.4.0": false,
    "1.x": false,
    ">=1.2.0": false,
    ">=1.2.0 <1.5.0": true,
    ">=1.2.0 <=1.5.0": false,
    "1.2.0 - 1.4.9": true,
    "1.3.0 || 1.6.0": false,
    "latest": false,
    "*": false,
    "": false,
    "<1.5.0": false,
  };
  for (const [asked, expected] of Object.entries(npm)) {
    assert.equal(concerned(asked, "npm"), expected, asked);
  }
  const python = {
    "==1.4.0": true,
    "== 1.4.*": true,
    "===1.4.0": true,
    "~=1.4.0": true,
    "~=1.4": false,
    ">=1.2,<1.5": true,
    ">=1.2,<2": false,
    ">=1.2,!=1.3.0": false,
    "1.4.0": true,
    "1.4.0.post1": true,
    "^1.4": false,
    ">=1.2": false,
    "@ git+https://a.b/c@1.4.0": false,
  };
  for (const [asked, expected] of Object.entries(python)) {
    assert.equal(concerned(asked, "pypi"), expected, asked);
  }
  assert.equal(concerned("v1.4.0", "go"), true);
  assert.equal(concerned("v1.5.0", "go"), false);
});

Deno.test("lookAlikeOf() finds the slips that are made with a name", () => {
  const npm = {
    "mcp-remte": "mcp-remote",
    "mcp-remotte": "mcp-remote",
    "mcp-rmeote": "mcp-remote",
    "mcp-remoti": "mcp-remote",
    mcpremote: "mcp-remote",
    "@playwrigth/mcp": "@playwright/mcp",
    "modelcontextprotocol-server-github": "@modelcontextprotocol/server-github",
    "@modelcontextprotocoll/sdk": "@modelcontextprotocol/sdk",
    "server-github": "@modelcontextprotocol/server-github",
    // Other names.
    "mcp-remote": undefined,
    "mcp-remote2": undefined,
    "mcp-remotes": undefined,
    "mcp-xremote": undefined,
    "tcp-proxy": undefined,
    "@modelcontextprotocol/server-githb": undefined,
    "server-notes": undefined,
    mcp: undefined,
    "": undefined,
  };
  for (const [name, expected] of Object.entries(npm)) {
    assert.equal(lookAlikeOf(name, "npm")?.of, expected, name);
  }
  assert.equal(lookAlikeOf("mcp-server-kit", "pypi"), undefined);
  assert.equal(lookAlikeOf("mcp-server-gitt", "pypi"), undefined);
  assert.equal(lookAlikeOf("github.com/mrak3labs/mcp-go", "go")?.of, "github.com/mark3labs/mcp-go");
  assert.equal(lookAlikeOf("github.com/mark3labs/mcp-gi", "go"), undefined);
});

Deno.test("the tables of packages hold what registries could", () => {
  for (const { ecosystem, name, from, before, id, cve } of ADVISORIES) {
    for (const version of [from, before]) {
      assert.ok(version === "" || versionOf(version), `${name} ${version}`);
    }
    if (from !== "" && before !== "") {
      assert.ok(compareVersions(versionOf(from)!, versionOf(before)!) < 0, name);
    }
    assert.match(id, /^GHSA(?:-[a-z0-9]{4}){3}$/);
    assert.match(cve, /^(?:CVE-\d{4}-\d{4,6})?$/);
    if (ecosystem === "pypi") assert.match(name, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  }
  const malicious = new Set(MALICIOUS_PACKAGES.map(({ name }) => name));
  for (const ecosystem of ["npm", "pypi", "go"] as const) {
    for (const name of [...WELL_KNOWN_PACKAGES[ecosystem], ...REAL_NEIGHBOURS[ecosystem]]) {
      assert.equal(lookAlikeOf(name, ecosystem), undefined, name);
      assert.ok(!malicious.has(name), name);
    }
  }
});
