// The list of all tools.
import { lookUp } from "./look_up.js";
import { remove } from "./remove.js";

export const tools = [lookUp, remove];
