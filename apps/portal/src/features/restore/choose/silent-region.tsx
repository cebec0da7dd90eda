import type { ItemPath, PairedRegion, RecoveryPoint } from '@tresor/contracts';
import { isRegionSilent } from '../../../azure/vaults/region-silent';
import { useText } from '../../../language/use-text';
import { InfoBox } from '../../../ui/feedback/info-box';
import { regionName } from '../../../words/regions';
import { closedPair, pairedMessages as messages } from './paired-messages';

interface SilentRegionProps {
  path: ItemPath;
  points: readonly RecoveryPoint[];
  error: unknown;
  pair: PairedRegion | undefined;
}

/** That the vault's own region does not answer: whose points these are then, or why there are none to be seen. */
export function SilentRegion({ path, points, error, pair }: SilentRegionProps) {
  const text = useText();
  const paired = points[0]?.pairedRegion ?? null;
  const own = pair === undefined ? path.vaultName : text(regionName(pair.own));
  if (paired !== null) {
    const region = text(regionName(paired));
    return <InfoBox>{text(messages.readInPair, { own, region })}</InfoBox>;
  }
  if (!isRegionSilent(error) || pair === undefined || pair.state === 'open') return null;
  return <InfoBox>{text(closedPair[pair.state])}</InfoBox>;
}
