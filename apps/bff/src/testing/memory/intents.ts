import { Problem } from '../../problem';
import { ASKED_FOR_MS, KEPT_MS, MOST_INTENTS, MOST_OPEN_INTENTS } from '../../store/bounds';
import type { Intent, Intents, NewIntent } from '../../store/intents';

type KeptIntent = Omit<Intent, 'age'> & { written: number };

const shown = ({ written, ...intent }: KeptIntent): Intent => ({ ...intent, age: Date.now() - written });

/** Intents as a process keeps them that needs no disk. */
export class MemoryIntents implements Intents {
  readonly #kept = new Map<string, KeptIntent>();

  async find(intentId: string): Promise<Intent | undefined> {
    const kept = this.#kept.get(intentId);
    return kept && shown(kept);
  }

  async claim({ intentId, owner, bodyHash, requestId, sentAt, sharedSince }: NewIntent): Promise<{ intent: Intent; isClaimed: boolean }> {
    const known = this.#kept.get(intentId);
    if (known) return { intent: shown(known), isClaimed: false };
    const own = [...this.#kept.values()].filter((kept) => kept.owner === owner);
    const open = own.filter(({ state, written }) => state === 'sent' && written > Date.now() - ASKED_FOR_MS);
    if (open.length >= MOST_OPEN_INTENTS || own.length >= MOST_INTENTS) throw new Problem('too-many-orders', { retryAfter: 60 });
    const earlier = [...this.#kept.values()].find(
      (kept) => sharedSince !== undefined && kept.request_id === requestId && (kept.sent_at ?? '') > sharedSince,
    );
    const kept: KeptIntent = {
      intent_id: intentId,
      owner,
      body_hash: bodyHash,
      state: earlier?.state ?? 'sent',
      request_id: requestId,
      sent_at: earlier?.sent_at ?? sentAt,
      checked_until: null,
      job_id: earlier?.job_id ?? null,
      written: Date.now(),
    };
    this.#kept.set(intentId, kept);
    return { intent: shown(kept), isClaimed: earlier === undefined };
  }

  async doubt(intentId: string, requestId: string, checkedUntil: string): Promise<void> {
    const kept = this.#of(intentId, requestId);
    if (kept?.state === 'sent') kept.checked_until ??= checkedUntil;
  }

  async drop(intentId: string, requestId: string): Promise<boolean> {
    return this.#of(intentId, requestId)?.state === 'sent' && this.#kept.delete(intentId);
  }

  async accepted(intentId: string, requestId: string, jobId: string | null): Promise<void> {
    const kept = this.#of(intentId, requestId);
    if (kept) Object.assign(kept, { state: 'accepted', job_id: jobId });
  }

  async ofRequest(intent: Intent): Promise<KeptIntent[]> {
    return this.#sharing(intent);
  }

  async cameToNothing(intent: Intent): Promise<void> {
    for (const { intent_id: intentId, state, job_id: jobId } of this.#sharing(intent))
      if (jobId === null && (state === 'accepted' || intentId === intent.intent_id)) this.#kept.delete(intentId);
  }

  #sharing({ request_id: requestId, sent_at: sentAt }: Intent): KeptIntent[] {
    return [...this.#kept.values()].filter((kept) => kept.request_id === requestId && kept.sent_at === sentAt);
  }

  sweep(): void {
    for (const [intentId, { written }] of this.#kept) if (written < Date.now() - KEPT_MS) this.#kept.delete(intentId);
  }

  #of(intentId: string, requestId: string): KeptIntent | undefined {
    const kept = this.#kept.get(intentId);
    return kept?.request_id === requestId ? kept : undefined;
  }
}
