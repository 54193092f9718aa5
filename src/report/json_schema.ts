// The JSON Schema of the JSON report, published as reference: strict, so that a change of the
// shape cannot slip through, and with enums taken from the core's own tables.

import {
  BASELINE_STATES,
  CONFIDENCES,
  DIAGNOSTIC_KINDS,
  EVIDENCES,
  NOTE_KINDS,
  SEVERITIES,
  SKIP_REASONS,
  TRIAGE_STATES,
  VERDICTS,
} from "../core/mod.ts";
import { SKIP_WORDS } from "./_skips.ts";
import { tableOf } from "./_tally.ts";
import { PERSONAS } from "./filter.ts";
import { REPORT_SCHEMA_VERSION } from "./json.ts";

/** An object that has exactly `properties`. */
function strict(description: string, properties: Record<string, object>) {
  return {
    description,
    type: "object",
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

function text(description: string) {
  return { description, type: "string" };
}

function count(description: string) {
  return { description, type: "integer", minimum: 0 };
}

function percent(description: string) {
  return { description, type: "integer", minimum: 0, maximum: 100 };
}

function position(description: string) {
  return { description, type: "integer", minimum: 1 };
}

function oneOf(values: readonly string[], description: string) {
  return { description, type: "string", enum: [...values] };
}

function list(items: object, description: string) {
  return { description, type: "array", items };
}

/** A list of ids. A pattern and no enum: an id more in the core's tables must not break a reader. */
function ids(pattern: string, description: string) {
  return list({ type: "string", pattern }, description);
}

const PLACE = {
  file: text("Path relative to the project root, with `/` on every system."),
  line: position("First line, counted from 1."),
  column: position("First column, counted from 1 in UTF-16 units."),
  endLine: position("Last line, counted from 1."),
  endColumn: position("One past the last column, in UTF-16 units."),
};

const FINDING = strict("One fault, at one place.", {
  ruleId: text("The rule that found it."),
  title: text("What the rule is about, in a few words."),
  severity: oneOf(SEVERITIES, "How bad the fault is where it is real."),
  confidence: oneOf(CONFIDENCES, "How sure the rule is that the fault is real."),
  evidence: oneOf(
    EVIDENCES,
    "What it rests on: a path from a tool argument to the sink (`proven`), a parameter that reaches the sink (`likely`), or a pattern (`heuristic`).",
  ),
  origin: oneOf(["rule", "ai"], "Who found it: a rule, or a model that reviewed the code."),
  message: text("What is wrong here."),
  ...PLACE,
  snippet: text("The line of the match, cut around it where it is long, with secrets masked."),
  fingerprint: {
    description:
      "The finding's identity, in hexadecimal digits. It holds no line number, so it survives edits elsewhere in the file.",
    type: "string",
    pattern: "^[0-9a-f]+$",
  },
  cwe: ids("^CWE-[0-9]+$", "Weaknesses of MITRE CWE."),
  owasp: ids(
    "^(MCP|LLM|ASI)[0-9]{2}:[0-9]{4}$",
    "Entries of OWASP's lists for MCP, LLM and agentic applications.",
  ),
  atlas: ids("^AML\\.T[0-9]{4}(\\.[0-9]{3})?$", "Techniques of MITRE ATLAS."),
  fix: text("What to do, in one line."),
  path: list(
    { $ref: "#/$defs/step" },
    "The steps of the data flow, from source to sink; empty where there is none.",
  ),
  related: list({ $ref: "#/$defs/step" }, "Other places that matter to this finding."),
  triage: {
    description: "Whether it still needs attention.",
    oneOf: TRIAGE_STATES.map((state) => ({ $ref: `#/$defs/${state}` })),
  },
  baseline: {
    description:
      "How it stands to the baseline: not in it (`new`), in it but the file is another (`changed`), or as it was (`unchanged`); null where there is no baseline.",
    enum: [...BASELINE_STATES, null],
  },
  review: {
    description: "What a model says of it; null where none was asked.",
    oneOf: [{ type: "null" }, { $ref: "#/$defs/review" }],
  },
});

/** JSON Schema (draft 2020-12) of what `toJson` writes. */
export const REPORT_JSON_SCHEMA: object = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: `urn:mcp-sentinel:report:${REPORT_SCHEMA_VERSION}`,
  title: "MCP Sentinel report",
  ...strict("The result of one scan.", {
    schemaVersion: { ...text("The version of this shape."), const: REPORT_SCHEMA_VERSION },
    tool: strict("The program that wrote the report.", {
      name: text("Its name."),
      version: text("Its version."),
    }),
    targets: list({ type: "string" }, "What was scanned, as the user named it."),
    filter: strict("Whose report it is, and the thresholds that follow.", {
      persona: oneOf(
        PERSONAS,
        "For whom: what is worth mending (`regular`), doubtful findings too (`pedantic`), or everything (`auditor`).",
      ),
      severity: oneOf(SEVERITIES, "Findings below this severity are left out."),
      confidence: oneOf(CONFIDENCES, "Findings below this confidence are left out."),
    }),
    findings: list(
      { $ref: "#/$defs/finding" },
      "The findings at or above the thresholds of the report, in stable order.",
    ),
    coverage: strict("What was looked at, in files. `found` is `analysed` plus all of `skipped`.", {
      found: count("Files found; a folder that was skipped as a whole counts as one."),
      analysed: count("Files that the rules saw."),
      parseErrors: count("Files of those that have syntax errors."),
      inPart: count(
        "Files of those that were analysed in part: with syntax errors, cut by a bound, or where a rule failed.",
      ),
      percent: {
        description:
          "Of the files that rules read, how many were analysed as a whole, in percent. Those that were too large, binary or could not be read count against it.",
        type: "number",
        minimum: 0,
        maximum: 100,
      },
      skipped: strict(
        "Files that were not analysed, by reason.",
        tableOf(SKIP_REASONS, (reason) => count(`Files ${SKIP_WORDS[reason]}.`)),
      ),
      changed: {
        description: "Set where changed files alone were asked for, else null.",
        oneOf: [{ type: "null" }, { $ref: "#/$defs/changed" }],
      },
    }),
    diagnostics: list({ $ref: "#/$defs/diagnostic" }, "Trouble with single files or rules."),
    complete: {
      description:
        "False where something that should have been analysed was not, or only in part: absence of findings then proves nothing.",
      type: "boolean",
    },
    notes: list(
      { $ref: "#/$defs/note" },
      "Suppressions and settings that have no effect, or an effect no more, by file and line.",
    ),
    configuration: strict("What settings made of the scan.", {
      files: list({ type: "string" }, "The files that they stand in, from the weakest on."),
      rulesOff: list({ type: "string" }, "Ids of the rules that were switched off."),
      leftOut: count("Findings of rules that are switched off where they were found."),
    }),
    comparison: {
      description: "What a comparison with the baseline says; null where there is none.",
      oneOf: [{ $ref: "#/$defs/comparison" }, { type: "null" }],
    },
    review: {
      description: "What came of the review by models; null where there was none.",
      oneOf: [{ type: "null" }, { $ref: "#/$defs/reviewCoverage" }],
    },
    summary: strict("The findings of this report, counted.", {
      total: count("All of them."),
      bySeverity: strict(
        "By severity.",
        tableOf(SEVERITIES, (severity) => count(`Findings of severity \`${severity}\`.`)),
      ),
      byTriage: strict(
        "By triage state.",
        tableOf(TRIAGE_STATES, (state) => count(`Findings in state \`${state}\`.`)),
      ),
      hidden: count("Findings below the thresholds, which this report leaves out."),
      hiddenBySeverity: strict(
        "Those, by severity.",
        tableOf(SEVERITIES, (severity) => count(`Hidden findings of severity \`${severity}\`.`)),
      ),
      hiddenUnlikely: count(
        "Findings more that this report leaves out, as a model takes them for false alarms.",
      ),
    }),
  }),
  $defs: {
    finding: FINDING,
    changed: strict("What a scan of changed files alone looked at.", {
      since: text("What the files were compared with."),
      scope: oneOf(["line", "file"], "Findings are those of changed lines, or of changed files."),
      files: count("Changed files among those found."),
      of: count("Files of a supported kind that were found."),
    }),
    step: strict("A place, and what happens there.", {
      ...PLACE,
      message: text("What happens at this place."),
    }),
    open: strict("Needs attention.", {
      state: { ...text("The triage state."), const: "open" },
    }),
    suppressed: strict("Put aside on purpose.", {
      state: { ...text("The triage state."), const: "suppressed" },
      by: text("What suppressed it, such as a comment or the configuration."),
      reason: text("Why, in the words of who suppressed it."),
    }),
    known: strict("Already in the baseline.", {
      state: { ...text("The triage state."), const: "known" },
      since: text("When it was taken into the baseline."),
    }),
    note: strict("What there is to say of one suppression.", {
      kind: oneOf(
        NOTE_KINDS,
        "It stands in a target that is not the user's own (`untrusted`), is not written as it must be (`malformed`), is over (`expired`), fits no finding (`unused`), names a rule that did not run (`unknown-rule`), or would hide a critical finding for good (`unbound`).",
      ),
      file: text("The file that it stands in."),
      line: position("Its line, counted from 1."),
      message: text("What there is to say."),
    }),
    comparison: strict("The findings held against a baseline.", {
      savedAt: text("When the baseline was saved, as ISO 8601 says it."),
      counts: strict(
        "Findings of the scan, before any filter, that are not suppressed.",
        tableOf(BASELINE_STATES, (state) => count(`Findings that are ${state}.`)),
      ),
      newByRules: count(
        "Of the new ones, how many are new because the rules are others than those of the baseline.",
      ),
      fixed: list({ $ref: "#/$defs/fixed" }, "Findings of the baseline that are there no more."),
    }),
    review: strict("A model's opinion of a finding. It takes away and lowers nothing.", {
      verdict: oneOf(
        VERDICTS,
        "The fault is real (`confirmed`), the lines do not tell (`uncertain`), or it is probably a false alarm (`unlikely`).",
      ),
      falseAlarm: percent("How likely it is a false alarm, in per cent."),
      reason: text("Why, in the model's words."),
      model: text("Who says so: provider and model."),
      raisedFrom: {
        description: "What the rule had said, where the review has raised it; else null.",
        oneOf: [{ type: "null" }, { $ref: "#/$defs/weight" }],
      },
    }),
    weight: strict("How bad, and how sure.", {
      severity: oneOf(SEVERITIES, "How bad the fault is where it is real."),
      confidence: oneOf(CONFIDENCES, "How sure the rule is that the fault is real."),
    }),
    reviewCoverage: strict("The review by models, counted.", {
      places: count("Places worth a question."),
      reviewed: count("Of those, places with an answer that counts."),
      unanswered: count("Places without one."),
      verdicts: strict(
        "Findings of rules by what models say of them.",
        tableOf(VERDICTS, (verdict) => count(`Findings that are \`${verdict}\`.`)),
      ),
      added: count("Findings that models have added."),
      dropped: count("What models reported and the code does not show."),
      steered: count("Places whose text steered the answer."),
      models: list({ type: "string" }, "Who was asked: provider and model."),
      complete: {
        description: "False where a place has no answer.",
        type: "boolean",
      },
    }),
    fixed: strict("A finding of the baseline that is there no more.", {
      ruleId: text("The rule that found it."),
      severity: oneOf(SEVERITIES, "How bad it was."),
      message: text("What was wrong."),
      file: text("Where it was: a path relative to the project root."),
      fingerprint: text("Its identity."),
    }),
    diagnostic: strict("Trouble that did not stop the scan.", {
      kind: oneOf(DIAGNOSTIC_KINDS, "The kind of trouble."),
      file: {
        description: "The file concerned, or null where no single file is.",
        type: ["string", "null"],
      },
      message: text("What happened."),
    }),
  },
};
