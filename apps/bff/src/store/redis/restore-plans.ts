import { LeaseLost } from '../batches';
import { planRow, type PlanLease, type PlanRecord, type RestorePlans } from '../restore-plans';
import { KEPT_SECONDS } from './batches';
import type { RedisConnection } from './connection';
import { DECIDE_PLAN, HOLD_PLAN, LET_GO, NOTE_PLAN, TAKE_PLAN } from './scripts';

const planKey = (planId: string) => `restore-plan:${planId}`;
const leaseKey = (planId: string) => `restore-plan-lease:${planId}`;

export class RedisRestorePlans implements RestorePlans {
  readonly #redis: RedisConnection;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async find(planId: string): Promise<{ record: PlanRecord; isHeld: boolean } | undefined> {
    const [fields, holder] = await this.#redis.ask((client) =>
      Promise.all([client.hGetAll(planKey(planId)), client.get(leaseKey(planId))]),
    );
    if (fields['record'] === undefined) return undefined;
    return { record: planRow.parse(fields).record, isHeld: holder !== null };
  }

  async takeBack(planId: string): Promise<PlanRecord | undefined> {
    const record = await this.#redis.run(TAKE_PLAN, [planKey(planId), leaseKey(planId)], []);
    return planRow.optional().parse(record === null ? undefined : { record })?.record;
  }

  async decide(planId: string, record: PlanRecord): Promise<void> {
    await this.#redis.run(DECIDE_PLAN, [planKey(planId), leaseKey(planId)], [JSON.stringify(record), KEPT_SECONDS]);
  }

  async note({ planId, fence }: PlanLease, record: PlanRecord): Promise<void> {
    if ((await this.#redis.run(NOTE_PLAN, [planKey(planId)], [fence, JSON.stringify(record)])) !== 1) throw new LeaseLost();
  }

  async lease(planId: string, worker: string, milliseconds: number): Promise<PlanLease | undefined> {
    const fence = Number(await this.#redis.run(HOLD_PLAN, [planKey(planId), leaseKey(planId)], [worker, milliseconds]));
    return fence === 0 ? undefined : { planId, fence };
  }

  async release(planId: string, worker: string): Promise<void> {
    await this.#redis.run(LET_GO, [leaseKey(planId)], [worker]);
  }
}
