import type { Restore } from '@tresor/contracts';
import { inSight } from '../../../facts';
import type { Journey } from '../journey/journey';

/** Whether what is gone can be restored again: its point and its storage account have to be known still. In the paired region a restore is begun again instead. */
export const canComeAgain = ({ point, attributes, pairedRegion }: Journey): boolean =>
  point !== null && attributes.storageAccountName !== null && pairedRegion === null;

/** LUNs of the data disks to ask for; null: all. Of an encrypted machine Azure leaves none out. */
export function lunsToAskFor({ point, disks, missing }: Journey): number[] | null {
  const gone = inSight(missing, []);
  const areAllGone = inSight(disks, []).length === 0;
  return point?.encrypted || areAllGone || gone.length === 0 ? null : gone.flatMap(({ lun }) => lun ?? []);
}

/** What comes where the gone disks are restored again; null where none are gone, or nothing can come. */
export function comesAgain(journey: Journey): Restore['comesAgain'] {
  const { disks, missing, machineId } = journey;
  const gone = inSight(missing, []);
  const areAllGone = disks.state === 'known' && disks.value.length === 0;
  const isMade = machineId.state === 'hidden' || machineId.value !== null;
  if (isMade || !canComeAgain(journey) || (gone.length === 0 && !areAllGone)) return null;
  if (areAllGone) return 'gone';
  if (lunsToAskFor(journey) === null) return 'all';
  return gone.some(({ lun }) => lun === null) ? 'gone' : 'with-system';
}
