import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../pictures/png';

/** Pictures by the hash of their bytes. Those of earlier reviews stay in the folder, to be compared with. */
export class Album {
  readonly #folder: string;
  readonly #pictures = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** Puts a picture into the report. */
  add(picture: Buffer): string {
    const hash = hashOf(picture);
    this.#pictures.set(hash, picture.toString('base64'));
    return hash;
  }

  /** Puts a picture into the report and keeps it for later reviews. */
  keep(picture: Buffer): string {
    const hash = this.add(picture);
    const file = join(this.#folder, `${hash}.png`);
    if (!existsSync(file)) writeFileSync(file, picture);
    return hash;
  }

  /** A picture of an earlier review, when it is still there. */
  earlier(hash: string): Buffer | undefined {
    const file = join(this.#folder, `${hash}.png`);
    return existsSync(file) ? readFileSync(file) : undefined;
  }

  get pictures(): Record<string, string> {
    return Object.fromEntries(this.#pictures);
  }
}
