import { Problem } from '../../problem';
import { intentRow, type Intent, type Intents } from '../intents';
import { KEPT_SECONDS } from './batches';
import type { RedisConnection } from './connection';
import { CHANGE_FROM, CREATE } from './scripts';

const intentKey = (intentId: string) => `intent:${intentId}`;

export class RedisIntents implements Intents {
  readonly #redis: RedisConnection;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async write(intentId: string, owner: string, bodyHash: string): Promise<Intent> {
    await this.#redis.ensureMemory();
    const fields = ['owner', owner, 'body_hash', bodyHash, 'state', 'written'];
    await this.#redis.run(CREATE, [intentKey(intentId)], [KEPT_SECONDS, ...fields]);
    return this.read(intentId);
  }

  async read(intentId: string): Promise<Intent> {
    const fields = await this.#redis.ask((client) => client.hGetAll(intentKey(intentId)));
    if (fields['owner'] === undefined) throw new Problem('store-unavailable', { retryAfter: 60 });
    return intentRow.parse(fields);
  }

  async claim(intentId: string, earlierJobs: string[]): Promise<boolean> {
    const fields = ['state', 'sent', 'earlier_jobs', JSON.stringify(earlierJobs)];
    return (await this.#redis.run(CHANGE_FROM, [intentKey(intentId)], ['written', ...fields])) === 1;
  }

  async release(intentId: string): Promise<void> {
    await this.#redis.run(CHANGE_FROM, [intentKey(intentId)], ['sent', 'state', 'written']);
  }

  async accepted(intentId: string, jobId: string | null): Promise<void> {
    const job = jobId === null ? [] : ['job_id', jobId];
    await this.#redis.run(CHANGE_FROM, [intentKey(intentId)], ['*', 'state', 'accepted', ...job]);
  }
}
