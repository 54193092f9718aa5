// Rules over client configurations: how servers are started and reached. `deno task new-rule` adds a line to each list.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import configAutoApprove from "./config_auto_approve.ts";
import configBroadPath from "./config_broad_path.ts";
import configCodeLoadingEnv from "./config_code_loading_env.ts";
import configExposedBind from "./config_exposed_bind.ts";
import configInlineScript from "./config_inline_script.ts";
import configInsecureTls from "./config_insecure_tls.ts";
import configPackageIndex from "./config_package_index.ts";
import configPipeToShell from "./config_pipe_to_shell.ts";
import configPrivilegedContainer from "./config_privileged_container.ts";
import configRelativeCommand from "./config_relative_command.ts";
import configRootCommand from "./config_root_command.ts";
import { CONFIG_SECRET_RULES } from "./config_secrets.ts";
import configSafetyOff from "./config_safety_off.ts";
import configUnpinnedImage from "./config_unpinned_image.ts";
import configUnpinnedPackage from "./config_unpinned_package.ts";
import configUnpinnedSource from "./config_unpinned_source.ts";
import configUnrestrictedDeno from "./config_unrestricted_deno.ts";
import configWritableCommand from "./config_writable_command.ts";
import mcpPlainHttp from "./mcp_plain_http.ts";

export const MANIFEST_RULES: readonly Rule<SyntaxTree>[] = [
  configAutoApprove,
  configBroadPath,
  configCodeLoadingEnv,
  configExposedBind,
  configInlineScript,
  configInsecureTls,
  configPackageIndex,
  configPipeToShell,
  configPrivilegedContainer,
  configRelativeCommand,
  configRootCommand,
  ...CONFIG_SECRET_RULES,
  configSafetyOff,
  configUnpinnedImage,
  configUnpinnedPackage,
  configUnpinnedSource,
  configUnrestrictedDeno,
  configWritableCommand,
  mcpPlainHttp,
];
