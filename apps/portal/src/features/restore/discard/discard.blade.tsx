import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DiscardItem, DiscardPlan } from '@tresor/contracts';
import { useState } from 'react';
import { api } from '../../../api/api';
import { isVmName } from '../../../api/known-ids';
import { discardPlanQuery } from '../../../api/restore-queries';
import { Blade } from '../../../blades/blade';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { titles } from '../../../map/map';
import { NameToConfirm } from '../../../azure/commands/name-to-confirm';
import { InfoBox } from '../../../ui/feedback/info-box';
import { CommandButton } from '../../../azure/commands/command-button';
import { discardMessages as messages, stateReasons } from './discard-messages';
import { DiscardOutcome } from './discard-outcome';
import { DiscardTable } from './discard-table';
import { DiscardSight } from './discard-sight';
import { useRestore } from '../../../azure/restores/use-restore';
import { useStepCommand } from '../progress/use-step-command';

const sizeOf = (items: readonly DiscardItem[]) => items.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);

/** Deletes what a restore has made, once its machine’s name was typed, and says what became of each thing. */
export default function Discard() {
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const { path, jobId, restore } = useRestore();
  const plan = useQuery({ ...discardPlanQuery(path, jobId), enabled: !restore.isPending });
  const [typed, setTyped] = useState('');
  const name = restore.data?.vmName ?? '';
  const going = plan.data?.items.filter(({ reason }) => reason === null) ?? [];

  const asksForName = plan.data?.state === 'ready' && going.length > 0;
  const vmName = typed.trim();
  const send = () => {
    if (!isVmName(vmName)) throw new Error('Discarding needs the name of the machine.');
    return api.restores.discard({ ...path, jobId, vmName });
  };
  const discard = useStepCommand(path, send, {
    onSuccess() {
      setTyped('');
      void client.invalidateQueries({ queryKey: discardPlanQuery(path, jobId).queryKey });
    },
  });
  const nothingLeft = ({ unseen }: DiscardPlan) => text(unseen.length === 0 ? messages.nothing : messages.nothingInSight);
  const whyNot = () => {
    if (plan.data === undefined || restore.data === undefined) {
      return text(plan.isError || restore.isError ? messages.notRead : messages.loading);
    }
    if (plan.data.state !== 'ready') return text(stateReasons[plan.data.state]);
    if (going.length === 0) return plan.data.items.length === 0 ? nothingLeft(plan.data) : text(messages.nothingGoes);
    if (vmName.toLowerCase() !== name.toLowerCase()) return text(messages.typeFirst, { name });
    return discard.isPending ? text(messages.discarding) : undefined;
  };
  return (
    <Blade
      title={text(titles.discardRestore)}
      subtitle={restore.data?.vmName}
      busy={plan.isFetching || discard.isPending}
      problem={discard.error ?? plan.error ?? restore.error}
      dirty={asksForName && typed !== ''}
      onRefresh={() => {
        void plan.refetch();
        void restore.refetch();
      }}
      footer={
        <CommandButton
          onClick={() => discard.mutate()}
          reason={whyNot()}
          failed={discard.error}
          isBarred={going.length === 0 || plan.data?.state !== 'ready'}
        >
          {text(messages.discard)}
        </CommandButton>
      }
    >
      <p>{text(messages.means)}</p>
      {restore.data?.alone === true && <p>{text(messages.endsRun)}</p>}
      {plan.data !== undefined && plan.data.state !== 'ready' && <InfoBox>{text(stateReasons[plan.data.state])}</InfoBox>}
      {discard.data !== undefined && <DiscardOutcome results={discard.data} />}
      {plan.data !== undefined && (plan.data.items.length > 0 || discard.data === undefined) && (
        <DiscardTable items={plan.data.items} empty={nothingLeft(plan.data)} />
      )}
      {plan.data !== undefined && <DiscardSight plan={plan.data} />}
      {asksForName && (
        <>
          <p>{text(messages.total, { count: going.length, size: format.bytes(sizeOf(going)) })}</p>
          <NameToConfirm label={text(messages.typeName, { name })} value={typed} onChange={setTyped} />
        </>
      )}
    </Blade>
  );
}
