import { LeaseLost } from '../../store/batches';
import { KEPT_MS } from '../../store/bounds';
import { planRecord, type PlanLease, type PlanRecord, type RestorePlans } from '../../store/restore-plans';

interface KeptPlan {
  text: string;
  fence: number;
  holder: string | undefined;
  until: number;
  written: number;
}

const isHeld = ({ holder, until }: KeptPlan) => holder !== undefined && until > Date.now();

/** Plans as a process keeps them that needs no disk. */
export class MemoryRestorePlans implements RestorePlans {
  readonly #kept = new Map<string, KeptPlan>();

  async find(planId: string): Promise<{ record: PlanRecord; isHeld: boolean } | undefined> {
    const kept = this.#kept.get(planId);
    return kept && { record: planRecord.parse(JSON.parse(kept.text)), isHeld: isHeld(kept) };
  }

  async takeBack(planId: string): Promise<PlanRecord | undefined> {
    const kept = this.#kept.get(planId);
    if (!kept) return undefined;
    kept.fence += 1;
    kept.holder = undefined;
    return planRecord.parse(JSON.parse(kept.text));
  }

  async decide(planId: string, record: PlanRecord): Promise<void> {
    const fence = (this.#kept.get(planId)?.fence ?? 0) + 1;
    this.#kept.set(planId, { text: JSON.stringify(record), fence, holder: undefined, until: 0, written: Date.now() });
  }

  async note({ planId, fence }: PlanLease, record: PlanRecord): Promise<void> {
    const kept = this.#kept.get(planId);
    if (kept?.fence !== fence) throw new LeaseLost();
    kept.text = JSON.stringify(record);
  }

  async lease(planId: string, worker: string, milliseconds: number): Promise<PlanLease | undefined> {
    const kept = this.#kept.get(planId);
    if (!kept || (kept.holder !== worker && isHeld(kept))) return undefined;
    if (kept.holder !== worker) kept.fence += 1;
    kept.holder = worker;
    kept.until = Date.now() + milliseconds;
    return { planId, fence: kept.fence };
  }

  sweep(): void {
    for (const [planId, { written }] of this.#kept) if (written < Date.now() - KEPT_MS) this.#kept.delete(planId);
  }

  async release(planId: string, worker: string): Promise<void> {
    const kept = this.#kept.get(planId);
    if (kept?.holder === worker) kept.holder = undefined;
  }
}
