import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeyChain } from '@tresor/contracts';
import { inSight } from '../../../api/facts';
import { machineOptionsQuery, planQuery } from '../../../api/restore-queries';
import { Blade, type BladeProps } from '../../../blades/blade';
import { useText } from '../../../language/use-text';
import { titles } from '../../../map/map';
import { useRestore } from '../progress/use-restore';
import { PlanForm, type PlanFormProps } from './plan-form';
import { planMessages as messages } from './plan-messages';
import { PlanState } from './plan-state';
import { KeyWays } from '../keys/key-ways';
import { useKeyForm } from '../keys/use-key-form';
import { useKeyRights } from '../keys/use-key-rights';

/** The same where key and secret have to come back, with the ways of their own step. */
function PlanKeysForm({ chain, ...asked }: Omit<PlanFormProps, 'keys'> & { chain: KeyChain }) {
  const text = useText();
  const { path, jobId, restore } = asked;
  const form = useKeyForm(path, jobId, chain, restore.vmGroup);
  const barred = useKeyRights(path, form, chain);
  const unfinished = form.whyNot();
  const keys = {
    how: unfinished === undefined ? form.how() : undefined,
    fields: <KeyWays form={form} original={chain.secret.keyVaultId} />,
    reason: unfinished === undefined ? barred : text(unfinished),
  };
  return <PlanForm {...asked} keys={keys} />;
}

/** Everything that a restore asks, at once, so that it goes on alone; once it does, where it stands. */
export default function Plan() {
  const text = useText();
  const { path, jobId, restore } = useRestore();
  const plan = useQuery(planQuery(path, jobId));
  const options = useQuery(machineOptionsQuery(path, jobId));
  const [changing, setChanging] = useState(false);
  const { data } = restore;
  const state = plan.data?.standing.state;
  const asks = changing || state === undefined || state === 'stopped';
  const frame: BladeProps = {
    title: text(titles.runToEnd),
    subtitle: data?.vmName,
    busy: restore.isPending || plan.isPending || (asks && options.isPending),
    problem: restore.error ?? plan.error ?? options.error,
  };
  if (data === undefined || plan.data === undefined) return <Blade {...frame} />;
  if (!asks && plan.data !== null) {
    return <PlanState frame={frame} path={path} jobId={jobId} restore={data} plan={plan.data} onChange={() => setChanging(true)} />;
  }
  if (data.next.kind === 'done') {
    return (
      <Blade {...frame}>
        <p>{text(messages.nothingLeft)}</p>
      </Blade>
    );
  }
  if (options.data === undefined) return <Blade {...frame} />;
  const asked = { frame, path, jobId, restore: data, options: options.data, plan: plan.data, onSent: () => setChanging(false) };
  const areThere = !data.encrypted || inSight(data.keysThere) === true;
  if (areThere || data.keyChain === null) return <PlanForm {...asked} keys={{ how: null, fields: null, reason: undefined }} />;
  return <PlanKeysForm {...asked} chain={data.keyChain} />;
}
