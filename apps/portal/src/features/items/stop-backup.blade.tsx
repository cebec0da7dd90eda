import { makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { isImmutable, type StepId } from '@tresor/support-matrix';
import { useState } from 'react';
import type { ItemDetails, ItemPath } from '@tresor/contracts';
import { api } from '../../api/api';
import { itemQuery, vaultOf, vaultQuery } from '../../api/queries';
import { Blade } from '../../blades/blade';
import { whyNotRead } from '../../blades/why-not-read';
import { useText } from '../../language/use-text';
import { map } from '../../map/map';
import { useItemPath } from '../../map/paths';
import { GuardNotice } from '../../azure/guard/guard-notice';
import { useBarred } from '../../azure/rights/use-barred';
import { titles } from '../../map/map';
import { ChoiceField } from '../../ui/fields/choice-field';
import { NameToConfirm, typeName } from '../../azure/commands/name-to-confirm';
import { CommandButton } from '../../azure/commands/command-button';
import { itemState, whyNot } from './item-commands';
import { messages as common, stopMessages as messages } from './messages';
import { ItemOutcome } from './item-outcome';
import { useItemCommand } from './use-item-command';
import { useFormat } from '../../language/use-format';
import { InfoBox } from '../../ui/feedback/info-box';

const useStyles = makeStyles({ fields: { display: 'flex', flexDirection: 'column', gap: '14px' } });

/** Days for which Azure keeps what was deleted, at least and where nobody chose more. */
const SHORTEST = 14;

const isOff = (softDelete: string | null | undefined) => softDelete === 'Disabled';

type StoppedData = Parameters<typeof api.items.stop>[0]['data'];

/** Where points go on to end by the policy, no Resource Guard protects from it: that takes what resuming takes. */
const STEPS = {
  retain: map.stopBackup.step,
  'retain-by-policy': map.resumeBackup.step,
  delete: 'delete-backup-data',
} as const satisfies Readonly<Record<StoppedData, StepId>>;

/** What deleting costs, in numbers, and whether it can be undone. */
function LossNotice({ item, path }: { item: ItemDetails; path: ItemPath }) {
  const text = useText();
  const format = useFormat();
  const vault = useQuery(vaultQuery(vaultOf(path)));
  const { name, recoveryPointCount: count, oldestRecoveryPoint: oldest, latestRecoveryPoint: latest } = item;
  return (
    <InfoBox>
      <p>{count === null ? text(messages.lossUnknown, { name }) : text(messages.loss, { name, count })}</p>
      {oldest !== null && latest !== null && (
        <p>{text(messages.lossSpan, { oldest: format.dateTime(oldest), latest: format.dateTime(latest) })}</p>
      )}
      {vault.data !== undefined && (
        <p>
          {isOff(vault.data.softDelete) ? text(messages.forGood) : text(messages.canUndo, { days: vault.data.softDeleteDays ?? SHORTEST })}
        </p>
      )}
    </InfoBox>
  );
}

/** Ends the protection of an item and keeps or deletes its data; of an item already stopped, deletes the data. */
export default function StopBackup() {
  const styles = useStyles();
  const text = useText();
  const path = useItemPath();
  const { data: item, error, isPending, refetch } = useQuery(itemQuery(path));
  const [wanted, setWanted] = useState<StoppedData>('retain');
  const [typed, setTyped] = useState('');
  const state = item && itemState(item);
  const stopped = state === 'stopped' || state === 'deleted';
  // A name was typed for what was chosen then; once somebody has stopped the backup, this blade is for deleting alone.
  const choose = (next: StoppedData) => {
    setWanted(next);
    setTyped('');
  };
  const data = stopped ? 'delete' : wanted;

  const stop = useItemCommand(path, () => ({
    started: data === 'delete' ? messages.deleteStarted : messages.stopStarted,
    ended: data === 'delete' ? messages.deleteEnded : messages.stopEnded,
    send: (orderId) => api.items.stop({ ...path, orderId, data }),
    done() {
      setTyped('');
      return true;
    },
  }));

  const barred = useBarred(vaultOf(path));
  const { data: vault } = useQuery(vaultQuery(vaultOf(path)));
  const keptForNow = vault !== undefined && isImmutable(vault.immutability) ? text(messages.immutable) : undefined;
  const asksForName = data === 'delete' && keptForNow === undefined && state !== 'deleted';
  const barredNow = whyNotRead({ data: item, error }) ?? (item && whyNot(stopped ? 'delete' : 'stop', item));
  const never = barredNow === undefined ? ((data === 'delete' ? keptForNow : undefined) ?? barred(STEPS[data])) : text(barredNow);
  const reason = () => {
    if (never !== undefined) return never;
    if (data === 'delete' && item && typed.trim() !== item.name) return text(typeName, { name: item.name });
    return stop.isPending ? text(common.sending) : undefined;
  };
  const title = text(stopped ? messages.deleteTitle : titles.stopBackup);

  return (
    <Blade
      title={title}
      subtitle={path.vmName}
      busy={isPending || stop.isPending}
      problem={stop.error ?? error}
      onRefresh={() => void refetch()}
      dirty={asksForName && typed !== ''}
      footer={
        <CommandButton isBarred={never !== undefined} onClick={stop.run} reason={reason()} failed={stop.error} entries={data}>
          {data === 'delete' && !stopped ? text(messages.stopAndDelete) : title}
        </CommandButton>
      }
    >
      <ItemOutcome path={path} command={stop} />
      <div className={styles.fields}>
        {data !== 'retain-by-policy' && <GuardNotice path={vaultOf(path)} step={STEPS[data]} />}
        {!stopped && (
          <ChoiceField
            label={text(messages.data)}
            value={wanted}
            onChange={choose}
            options={[
              { value: 'retain', label: text(messages.retain), explanation: text(messages.retainMeans) },
              // Azure has it for immutable vaults only.
              ...(keptForNow === undefined
                ? []
                : [
                    {
                      value: 'retain-by-policy' as const,
                      label: text(messages.retainByPolicy),
                      explanation: text(messages.retainByPolicyMeans),
                    },
                  ]),
              { value: 'delete', label: text(messages.delete), explanation: text(messages.deleteMeans), reason: keptForNow },
            ]}
          />
        )}
        {stopped && keptForNow !== undefined && <InfoBox>{keptForNow}</InfoBox>}
        {asksForName && item !== undefined && (
          <>
            <LossNotice item={item} path={path} />
            <NameToConfirm label={text(typeName, { name: item.name })} value={typed} onChange={setTyped} />
          </>
        )}
      </div>
    </Blade>
  );
}
