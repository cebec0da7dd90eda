import type { Fact, OpenDisks, PlainDisks } from '@tresor/contracts';
import type { MachineState, PlainDisk } from '../../../azure/compute/machine';
import { sameId } from '../../../azure/connection/arm-id';
import type { RestoredDisk } from '../../../azure/restores/restored-disks';

/** With what people said of those of which Azure does not say whether they were encrypted. */
export interface ToldDisks extends OpenDisks {
  said: PlainDisks[];
}

export const NO_OPEN_DISKS: ToldDisks = { encrypted: [], untold: [], plain: [], said: [] };

/** An encrypted system does not come up without its settings: one that runs and has none was plain, whatever else tells. */
export function openDisks(machine: MachineState, restored: Fact<RestoredDisk[]>): ToldDisks {
  const disks = machine.plainDisks.map((disk) => ({ ...disk, was: wasEncrypted(disk, restored) }));
  const names = (was: boolean | null) => disks.filter((disk) => disk.was === was && (was || !disk.isSystem)).map(({ name }) => name);
  return { encrypted: names(true), untold: names(null), plain: names(false), said: [] };
}

function wasEncrypted({ place }: PlainDisk, restored: Fact<RestoredDisk[]>): boolean | null {
  if (restored.state === 'hidden') return null;
  const found = restored.value.find(({ id, url }) => sameId(id ?? url ?? '', place));
  if (!found) return false;
  // Of the disks of an encrypted machine one at least was encrypted: where none tells it, none tells that it was not.
  return restored.value.some(({ encrypted }) => encrypted) ? found.encrypted : null;
}
