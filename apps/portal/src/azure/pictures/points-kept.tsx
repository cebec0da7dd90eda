import { useQuery } from '@tanstack/react-query';
import type { ItemDetails, ItemPath } from '@tresor/contracts';
import { planOf, sameName } from '@tresor/support-matrix';
import { lazy, Suspense, useMemo } from 'react';
import { loadPart } from '../../api/load-code';
import { policiesQuery, vaultOf } from '../../api/queries';
import { recoveryPointsQuery } from '../../api/restore-queries';
import { useNow } from '../../language/use-now';
import { useText } from '../../language/use-text';
import { zoneTableQuery } from '../../language/use-zone';
import { paths } from '../../map/paths';
import { TextLink } from '../../ui/actions/text-link';
import { keptPoints } from './kept-point-rows';
import { messages } from './messages';
import { Picture } from './picture';

const PointLine = lazy(() => loadPart(() => import('./point-line')));

const DAYS = 366;
/** Points that are shown, the newest; the list of points has the others. */
const SHOWN = 31;

interface PointsKeptProps {
  path: ItemPath;
  item: Pick<ItemDetails, 'policyName'>;
}

/** Until when the recovery points of an item stay, and by which rule of its policy. */
export function PointsKept({ path, item }: PointsKeptProps) {
  const text = useText();
  return (
    <Picture title={text(messages.pointsKept)} level={3}>
      {() => (item.policyName === null ? <p>{text(messages.noPolicy)}</p> : <Points path={path} policyName={item.policyName} />)}
    </Picture>
  );
}

/** The plan of a policy; null where it cannot be told, undefined while it is read. */
function usePlan(path: ItemPath, policyName: string) {
  const policies = useQuery(policiesQuery(vaultOf(path)));
  const { data: zones } = useQuery(zoneTableQuery());
  return useMemo(() => {
    if (policies.error !== null) return null;
    if (policies.data === undefined || zones === undefined) return undefined;
    const policy = policies.data.find(({ name }) => sameName(name, policyName));
    const zone = policy && zones.ianaOf(policy.timeZone);
    if (!policy || !zone || policy.schedule === null || policy.retention === null) return null;
    const { schedule, retention, instantRestoreDays } = policy;
    return planOf({ schedule, retention, instantRestoreDays: instantRestoreDays ?? 1 }, zone);
  }, [policies.data, policies.error, zones, policyName]);
}

function Points({ path, policyName }: { path: ItemPath; policyName: string }) {
  const text = useText();
  const now = useNow();
  const { data, error } = useQuery(recoveryPointsQuery(path, DAYS));
  const plan = usePlan(path, policyName);
  const points = useMemo(() => (data === undefined || plan === undefined ? undefined : keptPoints(data, plan)), [data, plan]);
  if (error !== null) return <p>{text(messages.notRead)}</p>;
  if (points === undefined) return <p>{text(messages.loading)}</p>;
  if (points.length === 0) return <p>{text(messages.noPoints)}</p>;
  const more = points.length - SHOWN;
  return (
    <>
      <p>{text(messages.aboutKept, { policy: policyName })}</p>
      <Suspense fallback={<p>{text(messages.loading)}</p>}>
        <PointLine label={text(messages.pointsKept)} points={points.slice(0, SHOWN)} now={now} to={paths.restorePoint(path)} />
      </Suspense>
      {more > 0 && (
        <p>
          <TextLink to={paths.restorePoint(path)}>{text(messages.morePoints, { count: more })}</TextLink>
        </p>
      )}
    </>
  );
}
