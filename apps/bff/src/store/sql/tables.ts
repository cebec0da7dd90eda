import type { Generated } from 'kysely';
import type { MachineRecord } from '../batches';

interface Leased {
  leased_by: string | null;
  /** Milliseconds since 1970 by the database's clock. */
  leased_until: Generated<number>;
  fence: Generated<number>;
}

/** The tables of the stores, alike in SQLite and PostgreSQL. Moments are ISO 8601 in UTC, which sort as text. */
export interface Tables {
  batches: Leased & {
    batch_id: string;
    owner: string;
    body_hash: string;
    request: string;
    started_at: string;
    written_at: string;
    earlier_jobs: string | null;
    /** The machines of a batch that has ended, folded. */
    ended: Uint8Array | null;
  };
  machines: Omit<MachineRecord, 'sent'> & {
    batch_id: string;
    position: number;
    /** The id in lower case. */
    vm_key: string;
    sent: Generated<number>;
  };
  machine_locks: { vm_key: string; batch_id: string; locked_until: number };
  intents: {
    intent_id: string;
    owner: string;
    body_hash: string;
    written_at: string;
    state: string;
    request_id: string | null;
    sent_at: string | null;
    checked_until: string | null;
    job_id: string | null;
  };
  grants: {
    position: Generated<number>;
    grant_id: string;
    tenant_id: string;
    key_vault: string;
    written_at: string;
    state: string;
    record: string;
  };
  restore_plans: Leased & { plan_id: string; written_at: string; record: string };
  screens: { plan_id: string; sha256: string; type: string; folded: Uint8Array };
  storage_days: { vault: string; day: string; seen_at: string; usage: string };
  recovery_plans: Leased & { plan_id: string; written_at: string; record: string };
  commands: {
    position: Generated<number>;
    command_id: string;
    owner: string;
    kind: string;
    scope: string;
    journey: string | null;
    written_at: string;
    entry: string;
  };
  command_segments: {
    number: number;
    first_position: number;
    last_position: number;
    entries: number;
    before: string;
    hash: string;
    closed_at: string;
    removed_at: Generated<string | null>;
  };
}
