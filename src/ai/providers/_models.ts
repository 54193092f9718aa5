import { printable } from "../../core/mod.ts";
import type { Connection } from "../connection.ts";
import { ProviderError } from "../provider_error.ts";

const MAX_NAMED = 5;

/** Throws where `models` does not hold the model that is to be asked. */
export function requireModel({ label, model }: Connection, models: readonly unknown[]): void {
  const names = models.filter((each) => typeof each === "string");
  if (names.includes(model)) return;
  const some = names.slice(0, MAX_NAMED).map((each) => printable(each).slice(0, 80)).join(", ");
  const has = some === ""
    ? "it has none"
    : `it has ${some}${names.length > MAX_NAMED ? ", …" : ""}`;
  throw new ProviderError("request", `${label} does not have the model "${model}": ${has}`);
}
