import type { EvidenceRecord, ItemPath, RecoveryPlan, VaultPath } from '@tresor/contracts';
import { fingerprintOf } from '@tresor/contracts/seal';
import { vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { isStatus } from '../../azure/connection/upstream-failure';
import { vaultLocation } from '../../azure/vaults/vaults';
import { Problem } from '../../problem';
import { commandKey, type CommandRow } from '../../store/commands';
import type { EvidenceKeys } from '../../store/evidence-keys';
import type { Segments } from '../../store/segments';
import type { CommandRecord } from '../record/command-record';
import { vaultKeyOf, vaultOf } from '../recovery/machine-key';
import type { RecoveryService } from '../recovery/recovery-service';
import { getRestore } from '../restore/get-restore';
import { readRestoreJob } from '../restore/journey/restore-job';
import { entriesOf, segmentsOf } from './evidence-records';
import { readOperations } from './logged-operations';
import { seal, type SealedBytes } from './seal';
import { seeOperations } from './see-restore';
import { lookAtRestore, witness, type RestorePlace } from './witness';

const DAY = 86_400_000;

const drawnBy = (azure: AzureSession) => ({
  drawnBy: { name: azure.principal.name, username: azure.principal.username },
  drawnAt: azure.now().toISOString(),
});

/** Draws evidence from the record of commands, and seals it. */
export class Evidence {
  readonly #keys: EvidenceKeys | undefined;
  readonly #record: CommandRecord;
  readonly #segments: Segments;
  readonly #recovery: RecoveryService;

  constructor(keys: EvidenceKeys | undefined, record: CommandRecord, segments: Segments, recovery: RecoveryService) {
    this.#keys = keys;
    this.#record = record;
    this.#segments = segments;
    this.#recovery = recovery;
  }

  keys(): Promise<{ publicKey: string; fingerprint: string }[]> {
    const all = this.#keys?.publicKeys ?? [];
    return Promise.all(all.map(async (publicKey) => ({ publicKey, fingerprint: await fingerprintOf(publicKey) })));
  }

  /** What Azure shows now is written down first; where it has forgotten the job, what is on record is all there is. */
  async ofRestore(azure: AzureSession, vault: VaultPath, jobId: string): Promise<SealedBytes> {
    this.#require();
    await vaultLocation(azure, vault);
    const item = await this.#see(azure, { vault, jobId });
    const rows = await this.#record.store.ofJourney(vaultIdOf(vault), jobId);
    if (item === null && rows.every(({ entry }) => entry.kind === 'asked' && entry.command.startsWith('evidence.')))
      throw new Problem('job-not-found');
    return this.#seal(azure, [{ kind: 'restore', vault, jobId, item, ...drawnBy(azure) }], rows);
  }

  /** What is kept of the plan and on record of its machines; Azure is asked for nothing but what this person may see. */
  async ofPlan(azure: AzureSession, planId: string): Promise<SealedBytes> {
    this.#require();
    const { machines, mayRun: _, mine: __, ...plan } = await this.#recovery.read(azure, planId);
    const rows = await this.#rowsOf(azure, { ...plan, machines });
    const subject = { kind: plan.rehearsal === null ? ('recovery-plan' as const) : ('rehearsal' as const), ...plan, ...drawnBy(azure) };
    const removals = await this.#recovery.removals(azure, planId);
    const head = [
      subject,
      ...machines.map((machine) => ({ kind: 'machine' as const, ...machine })),
      ...removals.map((removal) => ({ kind: 'removal' as const, ...removal })),
    ];
    return this.#seal(azure, head, rows);
  }

  async #see(azure: AzureSession, place: RestorePlace): Promise<ItemPath | null> {
    const { vault, jobId } = place;
    try {
      const [{ item }, restore] = await Promise.all([readRestoreJob(azure, vault, jobId), getRestore(this.#record, azure, vault, jobId)]);
      const rows = await this.#record.store.ofJourney(vaultIdOf(vault), jobId);
      const operations = seeOperations(await readOperations(azure, vault, rows));
      await witness(this.#record, azure, place, [...(await lookAtRestore(azure, place, restore)), ...operations]);
      return item;
    } catch (error) {
      if (isStatus(error, 404)) return null;
      throw error;
    }
  }

  async #rowsOf(azure: AzureSession, { planId, machines, at }: Pick<RecoveryPlan, 'planId' | 'machines' | 'at'>): Promise<CommandRow[]> {
    const { store } = this.#record;
    const days = Math.ceil((azure.now().getTime() - Date.parse(at)) / DAY) + 1;
    const vaults = [...new Map(machines.map(({ item }) => [vaultKeyOf(item), vaultOf(item)])).values()];
    const scope = `/recoveryPlans/${planId}`;
    const rows = [...(await store.ofScope(scope, days)), ...(await store.ofJourney(scope, planId))];
    for (const vault of vaults) rows.push(...ofPlanAlone(await store.ofScope(vaultIdOf(vault), days), planId));
    for (const { item, jobId } of machines) if (jobId !== null) rows.push(...(await store.ofJourney(vaultIdOf(vaultOf(item)), jobId)));
    return rows;
  }

  async #seal(azure: AzureSession, head: readonly EvidenceRecord[], rows: readonly CommandRow[]): Promise<SealedBytes> {
    const entries = entriesOf(rows);
    return seal(this.#require(), [...head, ...entries, ...(await segmentsOf(this.#segments, entries))], azure.now());
  }

  #require(): EvidenceKeys {
    if (!this.#keys) throw new Problem('evidence-key-missing');
    return this.#keys;
  }
}

/** What a plan asked for in a vault, with what came of it: also where no restore did. */
function ofPlanAlone(rows: readonly CommandRow[], planId: string): CommandRow[] {
  const own = rows.filter(({ entry }) => entry.kind === 'asked' && entry.about['recoveryPlan'] === planId).map(commandKey);
  const asked = new Set(own);
  return rows.filter((row) => asked.has(commandKey(row)));
}
