// Tokens of source hosts and package registries.

import { base62Checksum, looksRandom } from "./token_checks.ts";
import {
  ALNUM,
  DIGITS,
  HEX,
  LOWER,
  prefixed,
  randomAfter,
  type TokenFormat,
  URL64,
} from "./token_format.ts";

/** Random characters and, in base 62, the CRC-32 of those. */
function checksummed(prefixLength: number): (token: string) => boolean {
  return (token) => {
    const body = token.slice(prefixLength);
    return base62Checksum(body.slice(0, -6)) === body.slice(-6);
  };
}

function withChecksum(prefix: string, body: string): string {
  return prefix + body + base62Checksum(body);
}

export const HOSTING_FORMATS: readonly TokenFormat[] = [
  {
    name: "GitHub token",
    markers: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"],
    token: /gh[pousr]_[A-Za-z0-9]{36}/y,
    accepts: checksummed(4),
    checked: true,
    example: (chars) => withChecksum("ghp_", chars(30)),
  },
  {
    name: "GitHub fine-grained token",
    markers: ["github_pat_"],
    token: /github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}/y,
    accepts: randomAfter(11),
    example: (chars) => `github_pat_${chars(22)}_${chars(59)}`,
  },
  {
    name: "GitLab token",
    markers: ["glpat-"],
    token: /glpat-[A-Za-z0-9_-]{20,300}(?:\.[a-z0-9]{2}\.?[a-z0-9]{7,9})?/y,
    accepts: randomAfter(6),
    example: (chars) => `glpat-${chars(20)}`,
  },
  prefixed("GitLab trigger token", "glptt-", { of: HEX, length: 40 }),
  {
    name: "GitLab runner token",
    markers: ["glrt-"],
    token: /glrt-(?:t\d_)?[A-Za-z0-9_-]{20,300}(?:\.[a-z0-9]{2}\.?[a-z0-9]{7,9})?/y,
    accepts: randomAfter(5),
    example: (chars) => `glrt-t1_${chars(20)}`,
  },
  prefixed("GitLab runner registration token", "GR1348941", { of: URL64, length: 20 }),
  prefixed("GitLab deploy token", "gldt-", { of: URL64, length: [20, 64] }),
  {
    name: "GitLab job token",
    markers: ["glcbt-"],
    token: /glcbt-[0-9a-zA-Z]{1,5}_[A-Za-z0-9_-]{20,64}/y,
    accepts: randomAfter(6),
    example: (chars) => `glcbt-${chars(2, DIGITS)}_${chars(20)}`,
  },
  prefixed("GitLab feed token", "glft-", { of: URL64, length: [20, 64] }),
  prefixed("GitLab agent token", "glagent-", { of: URL64, length: [50, 64] }),
  prefixed("GitLab OAuth application secret", "gloas-", { of: URL64, length: 64 }),
  prefixed("GitLab SCIM token", "glsoat-", { of: URL64, length: [20, 64] }),
  prefixed("GitLab incoming mail token", "glimt-", { of: URL64, length: [25, 64] }),
  {
    name: "Atlassian API token",
    markers: ["ATATT3", "ATCTT3"],
    token: /AT[AC]TT3[A-Za-z0-9_=-]{150,220}=[A-F0-9]{8}/y,
    accepts: randomAfter(6),
    example: (chars) => `ATATT3${chars(176)}=${chars(8, "0123456789ABCDEF")}`,
  },
  {
    name: "Bitbucket app password",
    markers: ["ATBB"],
    token: /ATBB[A-Za-z0-9]{24}[A-F0-9]{8}/y,
    accepts: randomAfter(4),
    example: (chars) => `ATBB${chars(24)}${chars(8, "0123456789ABCDEF")}`,
  },
  {
    name: "Sourcegraph token",
    markers: ["sgp_"],
    token: /sgp_(?:[a-f0-9]{16}_|local_)?[a-f0-9]{40}/y,
    accepts: randomAfter(4),
    example: (chars) => `sgp_${chars(16, HEX)}_${chars(40, HEX)}`,
  },
  {
    name: "npm token",
    markers: ["npm_"],
    token: /npm_[A-Za-z0-9]{36}/y,
    accepts: checksummed(4),
    checked: true,
    example: (chars) => withChecksum("npm_", chars(30)),
  },
  prefixed("PyPI token", ["pypi-AgEIcHlwaS5vcmc", "pypi-AgENdGVzdC5weXBpLm9yZw"], {
    of: URL64,
    length: [70, 1000],
  }),
  prefixed("RubyGems API key", "rubygems_", { of: HEX, length: 48 }),
  prefixed("crates.io token", "cio", { of: ALNUM, length: 32 }),
  prefixed("NuGet API key", "oy2", { of: LOWER, length: 43 }),
  prefixed("Clojars token", "CLOJARS_", { of: LOWER, length: 60 }),
  prefixed("Packagist token", ["packagist_out_", "packagist_uut_", "packagist_ort_"], {
    of: HEX,
    length: 68,
  }),
  prefixed("Docker Hub token", ["dckr_pat_", "dckr_oat_"], { of: URL64, length: [27, 36] }),
  prefixed("Artifactory API key", "AKCp", { of: ALNUM, length: 69 }),
  {
    name: "Artifactory reference token",
    // Base64 of "reftkn:".
    markers: ["cmVmdGtu"],
    token: /cmVmdGtu[A-Za-z0-9]{56}/y,
    accepts: (token) => looksRandom(token.slice(8)),
    example: (chars) => `cmVmdGtu${chars(56)}`,
  },
];
