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
    return fields['owner'] === undefined ? undefined : intentRow.parse({ ...fields, now: Date.now() });
  }

  async claim({ intentId, owner, bodyHash, requestId, sentAt }: NewIntent): Promise<{ intent: Intent; isClaimed: boolean }> {
    await this.#redis.ensureMemory();
    const fields = ['owner', owner, 'body_hash', bodyHash, 'state', 'sent', 'request_id', requestId, 'sent_at', sentAt];
    const written = ['written_at', new Date().toISOString()];
    const isClaimed = (await this.#redis.run(CREATE, [intentKey(intentId)], [KEPT_SECONDS, ...fields, ...written])) === 1;
    const intent = await this.find(intentId);
    if (!intent) throw new Problem('store-unavailable', { retryAfter: 60 });
    return { intent, isClaimed };
  }

  async doubt(intentId: string, _requestId: string, checkedUntil: string): Promise<void> {
    await this.#redis.run(CHANGE_FROM, [intentKey(intentId)], ['sent', 'checked_until', checkedUntil]);
  }

  async drop(intentId: string, requestId: string): Promise<boolean> {
    const intent = await this.find(intentId);
    if (intent?.request_id !== requestId || intent.state !== 'sent') return false;
    return (await this.#redis.ask((client) => client.del(intentKey(intentId)))) === 1;
  }

  async accepted(intentId: string, _requestId: string, jobId: string | null): Promise<void> {
    const job = jobId === null ? [] : ['job_id', jobId];
    await this.#redis.run(CHANGE_FROM, [intentKey(intentId)], ['*', 'state', 'accepted', ...job]);
  }
}
