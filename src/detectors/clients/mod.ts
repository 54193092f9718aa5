// Rules over what a client's configuration as a whole makes it do: commands that run by themselves,
// permissions, servers among one another, and texts that it loads.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import autoRunDownload from "./auto_run_download.ts";
import autoRunExfiltration from "./auto_run_exfiltration.ts";
import autoRunObfuscated from "./auto_run_obfuscated.ts";
import clientApiRedirected from "./client_api_redirected.ts";
import configApproveAll from "./config_approve_all.ts";
import configDuplicateServer from "./config_duplicate_server.ts";
import hiddenCommentOrder from "./hidden_comment_order.ts";
import hookApprovesTools from "./hook_approves_tools.ts";
import instructedDownload from "./instructed_download.ts";
import instructedExfiltration from "./instructed_exfiltration.ts";
import permissionUnboundedShell from "./permission_unbounded_shell.ts";
import taskOnFolderOpen from "./task_on_folder_open.ts";
import toxicServerCombination from "./toxic_server_combination.ts";

export const CLIENT_RULES: readonly Rule<SyntaxTree>[] = [
  autoRunDownload,
  autoRunExfiltration,
  autoRunObfuscated,
  clientApiRedirected,
  configApproveAll,
  configDuplicateServer,
  hiddenCommentOrder,
  hookApprovesTools,
  instructedDownload,
  instructedExfiltration,
  permissionUnboundedShell,
  taskOnFolderOpen,
  toxicServerCombination,
];
