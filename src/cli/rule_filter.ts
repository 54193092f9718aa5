// Which rules of a list are asked for: by family, severity, language, taxonomy and tag.

import {
  atLeastSeverity,
  type DocumentType,
  Failure,
  FILE_KINDS,
  type FileKind,
  LANGUAGES,
  printable,
  type Rule,
  type RuleInfo,
  type Severity,
  SURFACE_LANGUAGES,
  TAXONOMIES,
  type Taxonomy,
} from "../core/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";
import { didYouMean } from "./suggest.ts";

/** Of several values of one key, one has to fit; of several keys, each. */
export interface RuleFilter {
  readonly family?: readonly string[] | undefined;
  readonly severity?: Severity | undefined;
  readonly language?: readonly FileKind[] | undefined;
  readonly cwe?: readonly string[] | undefined;
  readonly owasp?: readonly string[] | undefined;
  readonly atlas?: readonly string[] | undefined;
  readonly tag?: readonly string[] | undefined;
}

export function filterRules(
  rules: readonly Rule<SyntaxTree>[],
  filter: RuleFilter,
): readonly Rule<SyntaxTree>[] {
  const { family, severity, language, tag } = filter;
  return rules.filter((rule) =>
    (!family || family.includes(rule.family)) &&
    (!severity || atLeastSeverity(rule.severity, severity)) &&
    (!language || fileKinds(rule).some((kind) => language.includes(kind))) &&
    (!tag || rule.tags.some((own) => tag.includes(own))) &&
    (["cwe", "owasp", "atlas"] as const).every((taxonomy) =>
      cites(rule, { taxonomy, asked: filter[taxonomy] })
    )
  );
}

function cites(
  rule: RuleInfo,
  { taxonomy, asked }: { taxonomy: Taxonomy; asked: readonly string[] | undefined },
): boolean {
  return !asked || rule[taxonomy].some((id) => asked.some((given) => isPartOf(id, given)));
}

/** `AML.T0051.000` is a part of `AML.T0051`, and `MCP05:2025` is of every year of `MCP05`. */
function isPartOf(id: string, given: string): boolean {
  return id === given || id.startsWith(`${given}.`) || id.startsWith(`${given}:`);
}

/** The kinds of files that a rule looks at. */
export function fileKinds({ matcher, sinks }: Rule<SyntaxTree>): readonly FileKind[] {
  const isFollowed = sinks !== undefined;
  switch (matcher.kind) {
    case "text":
      return matcher.files === "all" ? FILE_KINDS : matcher.files;
    case "syntax": {
      const own = LANGUAGES.filter((language) => isFollowed || matcher.languages[language]);
      return own.includes("python") || own.includes("javascript") ? [...own, "notebook"] : own;
    }
    case "document":
      return FILE_KINDS.filter((kind) =>
        matcher.documents.some((type) => DOCUMENT_KINDS[type].includes(kind)) ||
        (kind === "json" && matcher.server !== undefined)
      );
    case "tool":
      return matcher.owners.some((owner) => owner === "instructions" || owner === "skill")
        ? [...SHOWING, "instructions", "skill"]
        : SHOWING;
    case "server":
      return LANGUAGES;
    case "manifest":
    case "client":
      return CONFIGURATIONS;
    case "flow":
      return LANGUAGES;
  }
}

/** What says something to a model. */
const SHOWING: readonly FileKind[] = [
  ...LANGUAGES,
  ...SURFACE_LANGUAGES,
  "notebook",
  "json",
  "yaml",
];
/** What clients read. */
const CONFIGURATIONS: readonly FileKind[] = ["json", "toml", "yaml"];

/** The kinds of files that project files are. */
const DOCUMENT_KINDS: Readonly<Record<DocumentType, readonly FileKind[]>> = {
  "npm-manifest": ["json"],
  "npm-lock": ["json", "lock"],
  "python-project": ["toml"],
  "python-lock": ["toml", "lock"],
  requirements: ["text"],
  "go-mod": ["text"],
  dockerfile: ["dockerfile"],
  compose: ["yaml"],
  "github-workflow": ["yaml"],
  "gitlab-ci": ["yaml"],
};

/** Ids of a taxonomy in the forms in which they are said; each gives the id that rules cite. */
const FORMS: Readonly<Record<Taxonomy, (given: string) => string>> = {
  cwe: (given) => given.replace(/^(?:CWE-?)?(\d{1,6})$/, "CWE-$1"),
  owasp: (given) => given.replace(/^(MCP|LLM|ASI)-?(\d)$/, "$10$2"),
  atlas: (given) => given.replace(/^T(\d)/, "AML.T$1"),
};

/** Collects ids of a taxonomy in the form in which rules cite them. */
export function taxonomyIds(
  taxonomy: Taxonomy,
): (given: string, before?: readonly string[]) => readonly string[] {
  return (given, before = []) => [...before, FORMS[taxonomy](given.trim().toUpperCase())];
}

/** Fails where a filter asks for an id that is not known, or for a tag that no rule has. */
export function checkFilter(rules: readonly Rule<SyntaxTree>[], filter: RuleFilter): void {
  for (const taxonomy of ["cwe", "owasp", "atlas"] as const) {
    const ids = [...Object.keys(TAXONOMIES[taxonomy]), ...rules.flatMap((rule) => rule[taxonomy])];
    const known = [...new Set(ids.flatMap((id) => [id, id.replace(/:\d{4}$/, "")]))];
    for (const id of filter[taxonomy] ?? []) {
      if (ids.some((each) => isPartOf(each, id))) continue;
      // Upper and lower case count as distance.
      const nearest = didYouMean(id, known.map((each) => each.toLowerCase()))
        .replace(/".+"/, (said) => said.toUpperCase());
      throw new Failure("usage", `No rule cites "${printable(id)}" (--${taxonomy}).${nearest}`);
    }
  }
  const tags = [...new Set(rules.flatMap((rule) => rule.tags))].sort();
  for (const tag of filter.tag ?? []) {
    if (tags.includes(tag)) continue;
    throw new Failure(
      "usage",
      `No rule has the tag "${printable(tag)}".${didYouMean(printable(tag), tags)}`,
      { hint: `Tags: ${tags.join(", ")}` },
    );
  }
}
