import type { DiscardItem } from '@tresor/contracts';
import type { TemporaryKeyVault } from '../../../azure/keys/temporary-key-vaults';

/** Something that a restore has made, and how Azure is told to remove it. */
export interface Discardable extends DiscardItem {
  /** ARM id; of a container with VHDs and files its name. */
  id: string;
  keyVault?: TemporaryKeyVault;
}

export const toDiscardItem = ({ kind, name, place, bytes, reason, missing, staysDays }: Discardable): DiscardItem => ({
  kind,
  name,
  place,
  bytes,
  reason,
  missing,
  staysDays,
});
