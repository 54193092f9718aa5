// Rules over what a project is made of, how it is built and how it is published: manifests, lock
// files, containers, workflows. `deno task new-rule` adds a line to each list.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import binShadowsCommand from "./bin_shadows_command.ts";
import composeHostFolder from "./compose_host_folder.ts";
import composeOpenMcpPort from "./compose_open_mcp_port.ts";
import composePrivileged from "./compose_privileged.ts";
import dependencyFromBranch from "./dependency_from_branch.ts";
import dependencyWithoutTls from "./dependency_without_tls.ts";
import floatingMcpDependency from "./floating_mcp_dependency.ts";
import imageBaseMoves from "./image_base_moves.ts";
import imageRunsAsRoot from "./image_runs_as_root.ts";
import imageRunsDownload from "./image_runs_download.ts";
import installScriptDownload from "./install_script_download.ts";
import installScriptHiddenCode from "./install_script_hidden_code.ts";
import knownVulnerablePackage from "./known_vulnerable_package.ts";
import lookAlikePackage from "./look_alike_package.ts";
import maliciousPackage from "./malicious_package.ts";
import missingLockFile from "./missing_lock_file.ts";
import secretInImage from "./secret_in_image.ts";
import setupDownload from "./setup_download.ts";
import unsafePackageIndex from "./unsafe_package_index.ts";
import workflowMovableAction from "./workflow_movable_action.ts";
import workflowRunsDownload from "./workflow_runs_download.ts";
import workflowRunsForkCode from "./workflow_runs_fork_code.ts";
import workflowScriptInjection from "./workflow_script_injection.ts";
import workflowStoredPublishToken from "./workflow_stored_publish_token.ts";

export const PACKAGE_RULES: readonly Rule<SyntaxTree>[] = [
  binShadowsCommand,
  composeHostFolder,
  composeOpenMcpPort,
  composePrivileged,
  dependencyFromBranch,
  dependencyWithoutTls,
  floatingMcpDependency,
  imageBaseMoves,
  imageRunsAsRoot,
  imageRunsDownload,
  installScriptDownload,
  installScriptHiddenCode,
  knownVulnerablePackage,
  lookAlikePackage,
  maliciousPackage,
  missingLockFile,
  secretInImage,
  setupDownload,
  unsafePackageIndex,
  workflowMovableAction,
  workflowRunsDownload,
  workflowRunsForkCode,
  workflowScriptInjection,
  workflowStoredPublishToken,
];
