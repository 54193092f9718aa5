// Rules over what a project is made of, how it is built and how it is published: manifests, lock
// files, containers, workflows. `deno task new-rule` adds a line to each list.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import knownVulnerablePackage from "./known_vulnerable_package.ts";
import lookAlikePackage from "./look_alike_package.ts";
import maliciousPackage from "./malicious_package.ts";

export const PACKAGE_RULES: readonly Rule<SyntaxTree>[] = [
  knownVulnerablePackage,
  lookAlikePackage,
  maliciousPackage,
];
