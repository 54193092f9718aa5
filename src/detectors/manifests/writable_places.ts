// Folders in which other users or programs can put files: temporary ones, and downloads.

const WRITABLE =
  /^(?:\/(?:private\/)?(?:tmp|var\/tmp)|\/dev\/shm|\$\{?(?:env:)?(?:TMPDIR|TEMP|TMP)\}?|%(?:TEMP|TMP)%|[A-Za-z]:\/(?:Windows\/)?Temp|[A-Za-z]:\/Users\/Public)\//i;
const USER_TEMP = /\/AppData\/Local\/Temp\//i;
const DOWNLOADS =
  /^(?:~|\$\{?\w{1,20}\}?|%USERPROFILE%|\/(?:home|Users)\/[^/]{1,80}|[A-Za-z]:\/Users\/[^/]{1,80})\/Downloads\//i;

export function isWritablePlace(path: string): boolean {
  const text = path.replaceAll("\\", "/");
  return WRITABLE.test(text) || USER_TEMP.test(text);
}

export function isDownload(path: string): boolean {
  return DOWNLOADS.test(path.replaceAll("\\", "/"));
}
