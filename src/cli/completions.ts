// `completions <shell>`: scripts made by the completion library out of the command tree, with what
// they need where a shell does not bring it.

import tab from "@bomb.sh/tab/commander";
import type { Command as PlainCommand } from "commander";
import type { Command } from "@commander-js/extra-typings";
import type { Io } from "./io.ts";
import { oneOf } from "./options.ts";

const SHELLS = ["zsh", "bash", "fish", "powershell"] as const;

/**
 * The script for bash asks a function of the package bash-completion for the words of the line.
 * Where that is not installed, this gives what bash itself knows, `=` and `:` not parted.
 */
const BASH_WORDS = `if ! type _get_comp_words_by_ref >/dev/null 2>&1; then
  _get_comp_words_by_ref() {
    local line="\${COMP_LINE:0:COMP_POINT}"
    local -a parts
    read -r -a parts <<< "$line"
    if [[ -z "$line" || "$line" == *[[:space:]] ]]; then parts+=(""); fi
    words=("\${parts[@]}")
    cword=$(( \${#words[@]} - 1 ))
    cur="\${words[cword]}"
    prev=""
    if (( cword > 0 )); then prev="\${words[cword-1]}"; fi
  }
fi
`;

/** Where the program has nothing to offer, file names complete as they always do. */
const BASH_FILES = `__mcp_sentinel_or_files() {
  __mcp_sentinel_complete "$@"
  if (( \${#COMPREPLY[@]} == 0 )); then compopt -o default; fi
}
complete -o default -F __mcp_sentinel_or_files mcp-sentinel
`;

/** Adds the command; call it when every other command stands. */
export function addCompletionsCommand(program: Command, { io }: { io: Io }): void {
  tab(program as unknown as PlainCommand, { completionCommandName: "completions" });
  const command = program.commands.find((each) => each.name() === "completions");
  if (!command) throw new Error("The completion library added no command");
  command.description("Print a completion script: source it, or put it where the shell looks");
  command.registeredArguments[0]?.argParser(oneOf(SHELLS));
  command.hook("preAction", async (_, action) => {
    if (action.args[0] === "bash") await io.writeOut(BASH_WORDS);
  });
  command.hook("postAction", async (_, action) => {
    if (action.args[0] === "bash") await io.writeOut(BASH_FILES);
  });
  command.addHelpText("after", "\nExample:\n  source <(mcp-sentinel completions bash)\n");
}
