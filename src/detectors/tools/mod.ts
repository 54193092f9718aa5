// Rules over the tool surface: what a server says to the model. `deno task new-rule` adds a line to each list.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import answerSteering from "./answer_steering.ts";
import approvalBypass from "./approval_bypass.ts";
import bidirectionalOverride from "./bidirectional_override.ts";
import chatTemplateMarker from "./chat_template_marker.ts";
import commandOrder from "./command_order.ts";
import credentialRequest from "./credential_request.ts";
import crossToolSteering from "./cross_tool_steering.ts";
import encodedInstruction from "./encoded_instruction.ts";
import exfiltrationOrder from "./exfiltration_order.ts";
import exfiltrationParameter from "./exfiltration_parameter.ts";
import fakeSystemMessage from "./fake_system_message.ts";
import hiddenInstructionTag from "./hidden_instruction_tag.ts";
import hiddenMarkup from "./hidden_markup.ts";
import instructionOverride from "./instruction_override.ts";
import invisibleCharacters from "./invisible_characters.ts";
import lookAlikeCharacters from "./look_alike_characters.ts";
import persistentInstruction from "./persistent_instruction.ts";
import modelPressure from "./model_pressure.ts";
import roleReassignment from "./role_reassignment.ts";
import sensitiveFileRequest from "./sensitive_file_request.ts";
import splitInstruction from "./split_instruction.ts";
import strayInstruction from "./stray_instruction.ts";
import systemPromptRequest from "./system_prompt_request.ts";
import terminalEscape from "./terminal_escape.ts";
import toolPriorityClaim from "./tool_priority_claim.ts";
import triggeredInstruction from "./triggered_instruction.ts";
import userConcealment from "./user_concealment.ts";
import whitespacePadding from "./whitespace_padding.ts";

export const TOOL_RULES: readonly Rule<SyntaxTree>[] = [
  answerSteering,
  approvalBypass,
  bidirectionalOverride,
  chatTemplateMarker,
  commandOrder,
  credentialRequest,
  crossToolSteering,
  encodedInstruction,
  exfiltrationOrder,
  exfiltrationParameter,
  fakeSystemMessage,
  hiddenInstructionTag,
  hiddenMarkup,
  instructionOverride,
  invisibleCharacters,
  lookAlikeCharacters,
  persistentInstruction,
  modelPressure,
  roleReassignment,
  sensitiveFileRequest,
  splitInstruction,
  strayInstruction,
  systemPromptRequest,
  terminalEscape,
  toolPriorityClaim,
  triggeredInstruction,
  userConcealment,
  whitespacePadding,
];
