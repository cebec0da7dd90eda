import { Problem } from '../../problem';
import { intentRow, type Intent, type Intents, type NewIntent } from '../intents';
import { KEPT_SECONDS } from './batches';
import type { RedisConnection } from './connection';
import { CHANGE_FROM, CREATE } from './scripts';

const intentKey = (intentId: string) => `intent:${intentId}`;

export class RedisIntents implements Intents {
  readonly #redis: RedisConnection;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async find(intentId: string): Promise<Intent | undefined> {
    const fields = await this.#redis.ask((client) => client.hGetAll(intentKey(intentId)));
    return fields['owner'] === undefined ? undefined : intentRow.parse(fields);
  }

  async claim({ intentId, owner, bodyHash, earlierJobs }: NewIntent): Promise<{ intent: Intent; isClaimed: boolean }> {
    await this.#redis.ensureMemory();
    const fields = ['owner', owner, 'body_hash', bodyHash, 'state', 'sent', 'earlier_jobs', JSON.stringify(earlierJobs)];
    const isClaimed = (await this.#redis.run(CREATE, [intentKey(intentId)], [KEPT_SECONDS, ...fields])) === 1;
    const intent = await this.find(intentId);
    if (!intent) throw new Problem('store-unavailable', { retryAfter: 60 });
    return { intent, isClaimed };
  }

  async drop(intentId: string): Promise<void> {
    await this.#redis.ask((client) => client.del(intentKey(intentId)));
  }

  async accepted(intentId: string, jobId: string | null): Promise<void> {
    const job = jobId === null ? [] : ['job_id', jobId];
    await this.#redis.run(CHANGE_FROM, [intentKey(intentId)], ['*', 'state', 'accepted', ...job]);
  }
}
