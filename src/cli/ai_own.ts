// What the user's own settings say of models. Files of projects have no say in it: the table of
// settings keeps them out.

import type { AiSettings, ProviderName } from "../ai/mod.ts";
import type { Effective, ModelPrice, SettingName } from "../config/mod.ts";

export function ownAi({ values }: Effective): AiSettings {
  const valueOf = <V>(name: SettingName): V | undefined => values.get(name)?.value as V | undefined;
  const providers = valueOf<readonly ProviderName[]>("ai.providers");
  const prices = valueOf<readonly ModelPrice[]>("ai.prices");
  return {
    ...(providers && { providers }),
    budget: valueOf("ai.budget"),
    of: {
      [providers?.[0] ?? "ollama"]: {
        model: valueOf("ai.model"),
        baseUrl: valueOf("ai.base-url"),
        ...(prices && {
          prices: Object.fromEntries(
            prices.map(({ model, input, output }) => [model, { input, output }]),
          ),
        }),
      },
    },
  };
}
