// Rules over data flow: what somebody outside sends, at a sink. `deno task new-rule` adds a line to
// each list.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import archivePathTraversal from "./archive_path_traversal.ts";
import argumentInjection from "./argument_injection.ts";
import headerInjection from "./header_injection.ts";
import ldapInjection from "./ldap_injection.ts";
import logInjection from "./log_injection.ts";
import nosqlInjection from "./nosql_injection.ts";
import openRedirect from "./open_redirect.ts";
import pathTraversal from "./path_traversal.ts";
import prototypePollution from "./prototype_pollution.ts";
import regexInjection from "./regex_injection.ts";
import secretInOutput from "./secret_in_output.ts";
import serverSideRequestForgery from "./server_side_request_forgery.ts";
import sqlInjection from "./sql_injection.ts";
import unauthenticatedProgramStart from "./unauthenticated_program_start.ts";
import unmarkedPageInResult from "./unmarked_page_in_result.ts";
import urlOpenedBySystem from "./url_opened_by_system.ts";
import xmlExternalEntity from "./xml_external_entity.ts";
import xpathInjection from "./xpath_injection.ts";

export const FLOW_RULES: readonly Rule<SyntaxTree>[] = [
  archivePathTraversal,
  argumentInjection,
  headerInjection,
  ldapInjection,
  logInjection,
  nosqlInjection,
  openRedirect,
  pathTraversal,
  prototypePollution,
  regexInjection,
  secretInOutput,
  serverSideRequestForgery,
  sqlInjection,
  unauthenticatedProgramStart,
  unmarkedPageInResult,
  urlOpenedBySystem,
  xmlExternalEntity,
  xpathInjection,
];
