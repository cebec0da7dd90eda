import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { sameName } from '@tresor/support-matrix';
import { allItemsQuery } from '../../api/queries';
import { useItemsToFail } from '../first-backup/use-first-backup-failures';
import { loadPart } from '../../api/load-code';
import { virtualMachinesQuery } from '../../api/virtual-machines-query';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { messages } from './messages';
import { Picture } from './picture';
import { protectionByKind, type EncryptionKind } from './protection-rows';

const NONE: readonly never[] = [];

const ProtectionBars = lazy(() => loadPart(() => import('./protection-bars')));

/** Where a vault could back machines up: they must be in its subscription and its region. */
interface Reach {
  subscriptionId: string;
  location: string;
}

/** How many machines of each kind are protected: of those that a vault could back up, or of all. */
export function ProtectionByKind({ reach }: { reach?: Reach }) {
  const text = useText();
  return (
    <Picture title={text(reach === undefined ? messages.protection : messages.protectionInPlace)} level={3}>
      {() => <Bars {...(reach !== undefined && { reach })} />}
    </Picture>
  );
}

function Bars({ reach }: { reach?: Reach }) {
  const text = useText();
  const { data, error } = useQuery(virtualMachinesQuery());
  const { data: items } = useQuery(allItemsQuery());
  const failures = useItemsToFail(items ?? NONE);
  const rows = useMemo(() => {
    const machines = data?.rows ?? [];
    const isIn = ({ subscriptionId, location }: Reach) =>
      reach === undefined || (sameName(subscriptionId, reach.subscriptionId) && location === reach.location);
    return protectionByKind(machines.filter(isIn), failures);
  }, [data, reach, failures]);
  const linkTo = (kind: EncryptionKind, isProtected: boolean) => {
    const place = reach && { subscription: reach.subscriptionId, region: reach.location };
    const search = new URLSearchParams({ show: isProtected ? 'backedUp' : 'withoutBackup', kind, ...place });
    return `${paths.allMachines()}?${search.toString()}`;
  };
  if (error !== null) return <p>{text(messages.notRead)}</p>;
  if (data?.complete !== true) return <p>{text(messages.loading)}</p>;
  if (rows.length === 0) return <p>{text(messages.noMachines)}</p>;
  return (
    <Suspense fallback={<p>{text(messages.loading)}</p>}>
      <ProtectionBars label={text(reach === undefined ? messages.protection : messages.protectionInPlace)} rows={rows} to={linkTo} />
    </Suspense>
  );
}
