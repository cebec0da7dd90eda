import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { rawRows, textOf } from '../src/world/state/rows';
import { Backups } from './backups';
import { clientFor } from './client';
import type { Client } from './client';
import { entriesOf } from './entries';
import { Ledger } from './ledger';
import type { Entry } from './ledger';
import { Victim } from './victim';

export interface ChaosOptions {
  /** Path of the built program. */
  program: string;
  /** Folder of the state; it is left there for a look when something is lost. */
  folder: string;
  rounds: number;
  onRound?: (round: number) => void;
}

export interface ChaosResult {
  kills: number;
  acknowledged: number;
  backupsEnded: number;
}

const WRITERS = 6;
const MOST_WRITES = 120;

const below = (limit: number) => Math.floor(Math.random() * limit);

/** One writer, until the connection breaks. */
async function keepWriting(ledger: Ledger, entries: readonly Entry[], onAcknowledged: () => void): Promise<void> {
  for (;;) {
    const entry = entries[below(entries.length)];
    if (!entry) return;
    const value = entry.name.startsWith('policy') && below(4) === 0 ? undefined : String(7 + below(900));
    if (!(await ledger.write(entry, value))) return;
    onAcknowledged();
  }
}

/** Backups are begun and time passes, a little at a time. */
async function keepBackingUp(client: Client, backups: Backups): Promise<void> {
  for (let turn = below(5); await backups.begin(client, turn); turn += 1) {
    const moved = await client.control('POST', '/control/advance', { minutes: below(15) }).catch(() => undefined);
    if (!moved) return;
  }
}

/** Looks into a copy of what the dead process left, as the next start will find it. */
function requireSound(file: string, scratch: string): void {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch);
  const copy = join(scratch, 'state.sqlite');
  for (const part of ['', '-wal']) if (existsSync(file + part)) copyFileSync(file + part, copy + part);
  const database = new DatabaseSync(copy);
  const verdict = textOf(rawRows(database, 'PRAGMA integrity_check').get());
  database.close();
  if (verdict !== 'ok') throw new Error(`The state file is damaged: ${String(verdict)}.`);
}

/**
 * Kills Local Azure again and again at a random moment under load, and looks each time whether everything acknowledged is there,
 * the file is sound and running backups come to their end.
 * @throws at the first loss
 */
export async function runChaos({ program, folder, rounds, onRound }: ChaosOptions): Promise<ChaosResult> {
  const file = join(folder, 'state.sqlite');
  const ledger = new Ledger();
  const backups = new Backups();
  let victim = await Victim.start(program, file);
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const client = await clientFor(victim.azure, 'adele');
      const writers = Array.from({ length: WRITERS }, (_, writer) => entriesOf(client, writer));
      let left = 1 + below(MOST_WRITES);
      const condemned = victim;
      const count = () => {
        left -= 1;
        if (left === 0) void condemned.kill();
      };
      await Promise.all([...writers.map((entries) => keepWriting(ledger, entries, count)), keepBackingUp(client, backups)]);
      await victim.kill();
      requireSound(file, join(folder, 'copy'));
      victim = await Victim.start(program, file);
      const after = await clientFor(victim.azure, 'adele');
      for (const entries of writers.keys()) await Promise.all(entriesOf(after, entries).map((entry) => ledger.check(entry)));
      await backups.settle(after);
      onRound?.(round);
    }
  } finally {
    await victim.kill();
  }
  return { kills: rounds, acknowledged: ledger.acknowledged, backupsEnded: backups.ended };
}
