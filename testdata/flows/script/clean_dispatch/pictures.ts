// Pictures lie in one folder, under plain names.
import path from "node:path";

const FOLDER = "/srv/pictures";

export function pictureFile(name: string): string {
  if (!/^[a-z0-9]+\.(?:png|jpg)$/.test(name)) {
    throw new Error("Expected the name of a picture");
  }
  return path.join(FOLDER, name);
}
