// Project paths as URI references (RFC 3986, section 4.2): always relative, always one path, whatever
// bytes a hostile name holds.

/** `file` (with `/` between its parts) as a relative reference. */
export function uriReference(file: string): string {
  // `encodeURI` leaves the two characters that would end the path.
  const path = encodeURI(file.toWellFormed()).replace(/[?#]/g, encodeURIComponent);
  const first = path.slice(0, (path + "/").indexOf("/"));
  // A colon in the first segment would make it a scheme, an empty one an authority or a root.
  return first.includes(":") || first === "" ? `./${path}` : path;
}
