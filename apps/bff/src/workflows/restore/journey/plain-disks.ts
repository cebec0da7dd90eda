import type { PlainDisks, VaultPath } from '@tresor/contracts';
import { vaultIdOf } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import type { CommandRecord } from '../../record/command-record';
import { foldCommands, type FoldedCommand } from '../../record/fold-commands';
import { readJourney, type Journey } from './journey';

/** A restore as Azure shows it, with what people said of disks of which Azure does not say whether they were encrypted. */
export async function readToldJourney(record: CommandRecord, session: AzureSession, vault: VaultPath, jobId: string): Promise<Journey> {
  const journey = await readJourney(session, vault, jobId);
  const { open } = journey;
  if (open.untold.length === 0) return journey;
  const said = (await saidOf(record, vault, jobId)).flatMap(({ disks, ...who }) => {
    const meant = disks.filter((disk) => open.untold.includes(disk));
    return meant.length === 0 ? [] : [{ disks: meant, ...who }];
  });
  const isPlain = (disk: string) => said.some(({ disks }) => disks.includes(disk));
  return {
    ...journey,
    open: {
      ...open,
      untold: open.untold.filter((disk) => !isPlain(disk)),
      plain: [...open.plain, ...open.untold.filter(isPlain)],
      said,
    },
  };
}

/** The record of the commands is where it is kept. Who applies the encryption after all takes back what was said until then. */
async function saidOf(record: CommandRecord, vault: VaultPath, jobId: string): Promise<PlainDisks[]> {
  const commands = foldCommands(await record.store.ofJourney(vaultIdOf(vault), jobId));
  return commands
    .slice(commands.findLastIndex(mayHaveApplied) + 1)
    .flatMap(({ command: { command, result, about, by, at } }) =>
      command === 'restores.confirmPlainDisks' && result === 'done' ? [{ disks: (about['disks'] ?? '').split(', '), by, at }] : [],
    );
}

const mayHaveApplied = ({ command: { command, result }, requests }: FoldedCommand): boolean =>
  command === 'restores.renewEncryption' && (result === 'in-doubt' || (result !== 'refused' && requests.length > 0));
