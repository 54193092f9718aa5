// The rules that add up signals, for what is looked at beside the texts themselves: what they hide,
// and what they say together.

import answerSteering from "./answer_steering.ts";
import approvalBypass from "./approval_bypass.ts";
import chatTemplateMarker from "./chat_template_marker.ts";
import commandOrder from "./command_order.ts";
import credentialRequest from "./credential_request.ts";
import crossToolSteering from "./cross_tool_steering.ts";
import exfiltrationOrder from "./exfiltration_order.ts";
import exfiltrationParameter from "./exfiltration_parameter.ts";
import fakeSystemMessage from "./fake_system_message.ts";
import hiddenInstructionTag from "./hidden_instruction_tag.ts";
import instructionOverride from "./instruction_override.ts";
import persistentInstruction from "./persistent_instruction.ts";
import modelPressure from "./model_pressure.ts";
import roleReassignment from "./role_reassignment.ts";
import sensitiveFileRequest from "./sensitive_file_request.ts";
import systemPromptRequest from "./system_prompt_request.ts";
import toolPriorityClaim from "./tool_priority_claim.ts";
import triggeredInstruction from "./triggered_instruction.ts";
import userConcealment from "./user_concealment.ts";

export const SIGNAL_RULES = [
  userConcealment,
  instructionOverride,
  sensitiveFileRequest,
  commandOrder,
  exfiltrationOrder,
  exfiltrationParameter,
  credentialRequest,
  systemPromptRequest,
  crossToolSteering,
  toolPriorityClaim,
  roleReassignment,
  approvalBypass,
  answerSteering,
  persistentInstruction,
  triggeredInstruction,
  modelPressure,
  hiddenInstructionTag,
  fakeSystemMessage,
  chatTemplateMarker,
] as const;
