// Rules over text: credentials that stand in a file. `deno task new-rule` adds a line to each list.

import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import awsSecretKey from "./aws_secret_key.ts";
import credentialsInUrl from "./credentials_in_url.ts";
import encodedToken from "./encoded_token.ts";
import hardcodedApiKey from "./hardcoded_api_key.ts";
import hardcodedPassword from "./hardcoded_password.ts";
import jsonWebToken from "./json_web_token.ts";
import privateKey from "./private_key.ts";
import providerToken from "./provider_token.ts";

export const SECRET_RULES: readonly Rule<SyntaxTree>[] = [
  awsSecretKey,
  credentialsInUrl,
  encodedToken,
  hardcodedApiKey,
  hardcodedPassword,
  jsonWebToken,
  privateKey,
  providerToken,
];
