// Rules over code: calls, paths and values in a syntax tree. `deno task new-rule` adds a line to each list.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import codeEvaluation from "./code_evaluation.ts";
import commandInjection from "./command_injection.ts";
import credentialComparison from "./credential_comparison.ts";
import downloadPipedToShell from "./download_piped_to_shell.ts";
import environmentExposure from "./environment_exposure.ts";
import hardcodedSigningKey from "./hardcoded_signing_key.ts";
import interpreterCodeFromValue from "./interpreter_code_from_value.ts";
import moduleFromValue from "./module_from_value.ts";
import programFromValue from "./program_from_value.ts";
import remoteShellCommand from "./remote_shell_command.ts";
import { SENSITIVE_FILE_RULES } from "./sensitive_files.ts";
import templateFromValue from "./template_from_value.ts";
import unsafeDeserialization from "./unsafe_deserialization.ts";
import weakRandomness from "./weak_randomness.ts";
import tlsVerificationDisabled from "./tls_verification_disabled.ts";

export const CODE_RULES: readonly Rule<SyntaxTree>[] = [
  codeEvaluation,
  commandInjection,
  credentialComparison,
  downloadPipedToShell,
  environmentExposure,
  hardcodedSigningKey,
  interpreterCodeFromValue,
  moduleFromValue,
  programFromValue,
  remoteShellCommand,
  ...SENSITIVE_FILE_RULES,
  templateFromValue,
  unsafeDeserialization,
  weakRandomness,
  tlsVerificationDisabled,
];
