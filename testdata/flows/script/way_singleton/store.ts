// Files of a folder, by their keys.
import fs from "node:fs/promises";
import path from "node:path";

export class Store {
  private static instance: Store | undefined;
  private readonly root = "/srv/store";

  static shared(): Store {
    Store.instance ??= new Store();
    return Store.instance;
  }

  async remove(key: string): Promise<void> {
    await fs.unlink(this.fileOf(key)); // expect: proven path
  }

  private fileOf(key: string): string {
    return path.join(this.root, `${key}.json`);
  }
}
