import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { inSight } from '../../../api/facts';
import { loadCode } from '../../../api/load-code';
import { machineOptionsQuery, planQuery } from '../../../api/restore-queries';
import { Blade, type BladeProps } from '../../../blades/blade';
import { useText } from '../../../language/use-text';
import { titles } from '../../../map/map';
import { useRestore } from '../../../azure/restores/use-restore';
import { PlanForm } from './plan-form';
import { planMessages as messages } from './plan-messages';

const PlanKeysForm = lazy(() => loadCode(() => import('./plan-keys-form')));
const PlanState = lazy(() => loadCode(() => import('./plan-state')));

/** Everything that a restore asks, at once, so that it goes on alone; once it does, where it stands. */
export default function Plan() {
  const text = useText();
  const { path, jobId, restore } = useRestore();
  const plan = useQuery(planQuery(path, jobId));
  const [changing, setChanging] = useState(false);
  const { data } = restore;
  const state = plan.data?.standing.state;
  const stands = state !== undefined && state !== 'stopped';
  // As long as neither is read, too: the form would wait for them and for its options one after the other.
  const asks = (changing || !stands) && (data === undefined || 'step' in data.next);
  const options = useQuery({ ...machineOptionsQuery(path, jobId), enabled: asks });
  const frame: BladeProps = {
    title: text(titles.runToEnd),
    subtitle: data?.vmName,
    busy: restore.isPending || plan.isPending || (asks && options.isPending),
    problem: restore.error ?? plan.error ?? (asks && plan.data !== undefined ? options.error : null),
    onRefresh() {
      for (const read of asks ? [restore, plan, options] : [restore, plan]) void read.refetch();
    },
  };
  if (data === undefined || plan.data === undefined) return <Blade {...frame} />;
  if (!asks && stands && plan.data !== null && data.next.kind !== 'removed') {
    return (
      <Suspense fallback={<Blade {...frame} busy />}>
        <PlanState frame={frame} path={path} jobId={jobId} restore={data} plan={plan.data} onChange={() => setChanging(true)} />
      </Suspense>
    );
  }
  if (!asks) {
    return (
      <Blade {...frame}>
        <p>{text(messages.nothingLeft)}</p>
      </Blade>
    );
  }
  if (options.data === undefined) return <Blade {...frame} />;
  const asked = { frame, path, jobId, restore: data, options: options.data, plan: plan.data, onSent: () => setChanging(false) };
  const areThere = data.encrypted === false || inSight(data.keysThere) === true;
  if (areThere || data.keyChain === null) return <PlanForm {...asked} keys={{ how: null, fields: null, reason: undefined }} />;
  return (
    <Suspense fallback={<Blade {...frame} busy />}>
      <PlanKeysForm {...asked} chain={data.keyChain} />
    </Suspense>
  );
}
