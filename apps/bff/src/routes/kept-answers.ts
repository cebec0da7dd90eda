import type { AzureSession } from '../azure/connection/azure';
import { KeptBytes } from '../kept-bytes';

const MAX_BYTES = 4 * 1024 * 1024;

/**
 * The bytes of an answer serve the same question of the same user for a moment more, unless that user has changed anything since it
 * was asked. The key begins with the user: nothing is ever shared between two.
 */
export class KeptAnswers {
  readonly #kept: KeptBytes<{ writes: number }>;

  constructor(freshMs: number) {
    this.#kept = new KeptBytes(MAX_BYTES, freshMs);
  }

  get(azure: AzureSession, url: string): Buffer | undefined {
    const kept = this.#kept.get(`${azure.user} ${url}`);
    return kept?.head.writes === azure.writes() ? Buffer.from(kept.bytes) : undefined;
  }

  /** `writes` is how many there had been when the question came. */
  keep(azure: Pick<AzureSession, 'user'>, url: string, json: Buffer, writes: number): void {
    this.#kept.keep(`${azure.user} ${url}`, json, { writes });
  }
}
