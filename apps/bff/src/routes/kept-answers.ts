import type { LRUCache } from 'lru-cache';
import type { AzureSession } from '../azure/connection/azure';
import { timedCache } from '../timed-cache';

const MAX_BYTES = 4 * 1024 * 1024;

interface Kept {
  json: Buffer;
  writes: number;
}

/**
 * The bytes of an answer serve the same question of the same user for a moment more, unless that user has changed anything since it
 * was asked. The key begins with the user: nothing is ever shared between two.
 */
export class KeptAnswers {
  readonly #kept: LRUCache<string, Kept>;

  constructor(freshMs: number) {
    this.#kept = timedCache(freshMs, {
      maxSize: MAX_BYTES,
      sizeCalculation: ({ json }) => json.length + 1,
    });
  }

  get(azure: AzureSession, url: string): Buffer | undefined {
    const kept = this.#kept.get(`${azure.user} ${url}`);
    return kept?.writes === azure.writes() ? kept.json : undefined;
  }

  /** `writes` is how many there had been when the question came. */
  keep(azure: Pick<AzureSession, 'user'>, url: string, json: Buffer, writes: number): void {
    this.#kept.set(`${azure.user} ${url}`, { json, writes });
  }
}
