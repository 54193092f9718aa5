// The languages whose words are known.

import type { Language } from "../lexicon.ts";
import { ENGLISH_MODEL } from "./english_model.ts";
import { ENGLISH_ORDERS } from "./english_orders.ts";
import { ENGLISH_PEOPLE } from "./english_people.ts";
import { ENGLISH_THINGS } from "./english_things.ts";
import { EUROPE } from "./europe.ts";
import { WORLD } from "./world.ts";

export const LANGUAGES: readonly Language[] = [
  { code: "en", words: ENGLISH_ORDERS },
  { code: "en", words: ENGLISH_PEOPLE },
  { code: "en", words: ENGLISH_THINGS },
  { code: "en", words: ENGLISH_MODEL },
  ...EUROPE,
  ...WORLD,
];
