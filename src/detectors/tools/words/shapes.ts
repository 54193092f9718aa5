// What every language writes alike: addresses, files of credentials, commands.

export interface Shape {
  readonly concept: string;
  /** Global; runs on plain text: lower case, one space between words. */
  readonly expression: RegExp;
}

export const SHAPES: readonly Shape[] = [
  {
    concept: "address",
    expression:
      /\b(?:https?|ftp|sftp|wss?|s3|gs):\/\/(?!localhost|127\.|0\.0\.0\.0)[^\s"'`<>)]{3,200}|\b[a-z0-9._+-]{1,40}@[a-z0-9-]{1,40}\.[a-z]{2,20}\b|\b(?:\d{1,3}\.){3}\d{1,3}\b(?:[: ]\d{2,5})?|\b[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){0,3}\.(?:com|org|net|io|dev|ru|cn|xyz|top|example|info|site|app|me|cc)(?:\/[^\s"'`<>)]{0,80})?\b|\+\d{2}[\d ()-]{6,16}\b|\b0x[0-9a-f]{8,64}\b|\b[a-z]{2}\d{2}(?: ?\d{4}){3,7}\b/g,
  },
  {
    concept: "path",
    expression:
      /~\/\.ssh|\.ssh\/|\bid_(?:rsa|ed25519|ecdsa|dsa)\b|~\/\.aws|\.aws\/credentials|\/etc\/(?:passwd|shadow|sudoers)|~\/\.cursor|\.cursor\/mcp|\bmcp\.json\b|claude_desktop_config|\.git-credentials|\.netrc\b|\.npmrc\b|\.pypirc\b|\.kube\/config|\.docker\/config|\.gnupg\b|\.?(?:bash|zsh)_history|(?<![\w*])\.env\b(?! (?:var|file format|format))|\blogin keychain|wallet\.dat\b|\bpasswords?\.(?:txt|csv|kdbx)\b|(?<![\w*])\.(?:pem|key)\b(?! ?\()|\/proc\/self\/environ|authorized_keys/g,
  },
  {
    concept: "payload",
    expression:
      /\b(?:curl|wget|iwr|invoke-webrequest)\b[^|\n]{0,120}\| ?(?:sudo )?(?:ba|z|da)?sh\b|\b(?:ba)?sh -i\b|\/dev\/tcp\/|\brm -rf? (?:~|\/|\$|on)|\bchmod (?:-r )?777\b|\bnc(?:at)? (?:-\w{1,4} )?(?:\d{1,3}\.){3}\d{1,3}|\bbase64 (?:-d|--decode)\b|\|\s?(?:ba)?sh\b|\bpipe it to (?:ba)?sh\b|\bpipe (?:the|its) output of \w{2,12} to\b|\bcron ?job that downloads\b|\bnpm (?:i|install) (?:-g )?https?:|\bpip install (?:git\+)?https?:|\bpowershell -e(?:nc|p)?\b|\bwith eval\b|\bthrough eval\b/g,
  },
];
