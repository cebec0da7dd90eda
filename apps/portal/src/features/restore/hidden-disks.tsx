import type { Restore } from '@tresor/contracts';
import { useText } from '../../i18n/use-text';
import { InfoBox } from '../../ui/info-box';
import { disksMessages as messages } from './journey-messages';
import { viewOf } from './journey-steps';
import { messages as common } from './messages';

/** Azure has restored VHDs and this person may not look into the storage account they are in. */
export const areDisksHidden = ({ steps, disks, targetGroup }: Restore): boolean =>
  viewOf(steps, 'disks')?.state === 'done' && disks.length === 0 && targetGroup === null;

export function HiddenDisks({ restore }: { restore: Restore }) {
  const text = useText();
  if (!areDisksHidden(restore)) return null;
  return <InfoBox>{text(messages.hidden, { account: restore.storageAccountName ?? text(common.none) })}</InfoBox>;
}
