import { jobId, type FoundCommand, type VaultPath } from '@tresor/contracts';
import { vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { listVaults } from '../../azure/vaults/vaults';
import type { CommandRecord } from './command-record';
import { foldCommands, type FoldedCommand } from './fold-commands';

const DAYS = 30;
/** Who has more vaults looks into one of them. */
const MOST_VAULTS = 50;
const MOST_FOUND = 20;

const commandsOf = async (record: CommandRecord, vault: VaultPath, days: number): Promise<FoldedCommand[]> =>
  foldCommands(await record.store.ofScope(vaultIdOf(vault), days));

/** The reasons given within each restore of a vault, by its job in small letters. */
export async function reasonsOf(record: CommandRecord, vault: VaultPath, days: number): Promise<Map<string, Set<string>>> {
  const reasons = new Map<string, Set<string>>();
  for (const { journey, command } of await commandsOf(record, vault, days + 1)) {
    if (journey === null || command.reason === null) continue;
    const key = journey.toLowerCase();
    reasons.set(key, (reasons.get(key) ?? new Set()).add(command.reason));
  }
  return reasons;
}

/** What was asked for with a reason that has this in it, newest first, in the vaults the user may see. */
export async function findCommands(record: CommandRecord, session: AzureSession, wanted: string): Promise<FoundCommand[]> {
  const vaults = (await listVaults(session)).slice(0, MOST_VAULTS);
  const found = await Promise.all(
    vaults.map(async ({ subscriptionId, resourceGroup, name: vaultName }) => {
      const vault = { subscriptionId, resourceGroup, vaultName };
      const all = await commandsOf(record, vault, DAYS + 1);
      return all.flatMap(({ journey, command: { command, target, reason, at } }): FoundCommand[] => {
        if (reason === null || !reason.toLowerCase().includes(wanted.toLowerCase())) return [];
        return [{ vault, journey: jobId.safeParse(journey).data ?? null, command, target, reason, at }];
      });
    }),
  );
  return found
    .flat()
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, MOST_FOUND);
}

/** The names of those who gave commands for a vault, by their object ids in small letters. */
export async function peopleOf(record: CommandRecord, vault: VaultPath): Promise<Map<string, string>> {
  const rows = await record.store.ofScope(vaultIdOf(vault), record.keptDays);
  const asked = rows.flatMap(({ entry }) => (entry.kind === 'asked' ? [entry.by] : []));
  return new Map(asked.map(({ oid, name }) => [oid.toLowerCase(), name]));
}
