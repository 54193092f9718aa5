// Rules over how a server is run and speaks the protocol. `deno task new-rule` adds a line to each list.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import broadOauthScope from "./broad_oauth_scope.ts";
import corsAnyOrigin from "./cors_any_origin.ts";
import corsCredentials from "./cors_credentials.ts";
import credentialsNotBoundToIssuer from "./credentials_not_bound_to_issuer.ts";
import credentialsOverHttp from "./credentials_over_http.ts";
import debugMode from "./debug_mode.ts";
import deprecatedProtocolFeature from "./deprecated_protocol_feature.ts";
import dnsRebindingUnchecked from "./dns_rebinding_unchecked.ts";
import elicitedSecret from "./elicited_secret.ts";
import exposedBind from "./exposed_bind.ts";
import guessableSessionId from "./guessable_session_id.ts";
import hugeRequestBody from "./huge_request_body.ts";
import noTimeLimit from "./no_time_limit.ts";
import oauthIssuerNotChecked from "./oauth_issuer_not_checked.ts";
import oauthWithoutPkce from "./oauth_without_pkce.ts";
import oauthWithoutState from "./oauth_without_state.ts";
import predictableTempFile from "./predictable_temp_file.ts";
import publicCacheOfPrivateData from "./public_cache_of_private_data.ts";
import readableSecretFile from "./readable_secret_file.ts";
import remoteSchemaReference from "./remote_schema_reference.ts";
import sensitiveParameterInHeader from "./sensitive_parameter_in_header.ts";
import stackTraceInResult from "./stack_trace_in_result.ts";
import tokenAudienceNotChecked from "./token_audience_not_checked.ts";
import tokenNotVerified from "./token_not_verified.ts";
import tokenPassthrough from "./token_passthrough.ts";
import unauthenticatedHttpServer from "./unauthenticated_http_server.ts";
import unboundRequestState from "./unbound_request_state.ts";
import unprotectedRequestState from "./unprotected_request_state.ts";
import worldWritableFile from "./world_writable_file.ts";

export const PROTOCOL_RULES: readonly Rule<SyntaxTree>[] = [
  broadOauthScope,
  corsAnyOrigin,
  corsCredentials,
  credentialsNotBoundToIssuer,
  credentialsOverHttp,
  debugMode,
  deprecatedProtocolFeature,
  dnsRebindingUnchecked,
  elicitedSecret,
  exposedBind,
  guessableSessionId,
  hugeRequestBody,
  noTimeLimit,
  oauthIssuerNotChecked,
  oauthWithoutPkce,
  oauthWithoutState,
  predictableTempFile,
  publicCacheOfPrivateData,
  readableSecretFile,
  remoteSchemaReference,
  sensitiveParameterInHeader,
  stackTraceInResult,
  tokenAudienceNotChecked,
  tokenNotVerified,
  tokenPassthrough,
  unauthenticatedHttpServer,
  unboundRequestState,
  unprotectedRequestState,
  worldWritableFile,
];
