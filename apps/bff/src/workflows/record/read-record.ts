import type { RecordedCommand, RestoreRecord, VaultPath } from '@tresor/contracts';
import { vaultIdOf } from '../../azure/connection/arm-id';
import type { AzureSession } from '../../azure/connection/azure';
import { vaultLocation } from '../../azure/vaults/vaults';
import { known } from '../../facts';
import { askOperation } from './ask-operation';
import type { CommandRecord } from './command-record';
import { findEnd, LOG_KEPT_MS } from './find-end';
import { foldCommands, type FoldedCommand } from './fold-commands';

const DAY = 86_400_000;
/** Of so many commands at once Azure is asked how they ended, the newest first. */
const MOST_LOOKS = 20;

/** The record of a restore. Anyone who may read the vault may read it. */
export async function readRestoreRecord(
  record: CommandRecord,
  session: AzureSession,
  vault: VaultPath,
  jobId: string,
): Promise<RestoreRecord> {
  await vaultLocation(session, vault);
  const found = await withEnds(record, session, vault, foldCommands(await record.store.ofJourney(vaultIdOf(vault), jobId)));
  return {
    commands: found.map(({ command, requests }) => ({ ...command, requests })),
    keptDays: record.keptDays,
    logSince: new Date(session.now().getTime() - LOG_KEPT_MS).toISOString(),
  };
}

/** What was asked of a vault in the last so many days, newest first. */
export async function listCommands(
  record: CommandRecord,
  session: AzureSession,
  vault: VaultPath,
  days: number,
): Promise<RecordedCommand[]> {
  await vaultLocation(session, vault);
  const from = new Date(session.now().getTime() - days * DAY).toISOString();
  const all = foldCommands(await record.store.ofScope(vaultIdOf(vault), days + 1));
  const asked = all.filter(({ command }) => command.at >= from);
  return (await withEnds(record, session, vault, asked)).map(({ command }) => command).toReversed();
}

const isOpen = ({ command: { result, end } }: FoldedCommand) => result === 'accepted' && end.state === 'known' && end.value === null;

/** Looks how what is still open has ended. Once somebody has seen it, it is on record for everybody. */
async function withEnds(
  record: CommandRecord,
  session: AzureSession,
  vault: VaultPath,
  commands: readonly FoldedCommand[],
): Promise<FoldedCommand[]> {
  const open = new Set(commands.filter(isOpen).slice(-MOST_LOOKS));
  const look = async (one: FoldedCommand): Promise<FoldedCommand> => {
    if (!open.has(one)) return one;
    const told = await askOperation(session, vault, one);
    if (told) await record.learned(session, one, vaultIdOf(vault), told);
    const { jobId = one.command.jobId, end: ended = null, about = {} } = told ?? {};
    const command = { ...one.command, jobId, about: { ...one.command.about, ...about } };
    const end = ended === null ? await findEnd(session, vault, command) : known(ended);
    if (end.state === 'known' && end.value !== null) await record.end(one, vaultIdOf(vault), end.value);
    return { ...one, command: { ...command, end } };
  };
  return Promise.all(commands.map(look));
}
