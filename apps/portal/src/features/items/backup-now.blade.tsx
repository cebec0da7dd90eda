import { useQuery } from '@tanstack/react-query';
import { ON_DEMAND_BACKUPS_A_DAY } from '@tresor/support-matrix';
import { api } from '../../api/api';
import { itemQuery, policiesQuery, vaultOf } from '../../api/queries';
import { Blade } from '../../blades/blade';
import { whyNotRead } from '../../blades/why-not-read';
import { useEdition } from '../../kept/edition';
import { useBackUpNowDraft } from '../../kept/use-item-drafts';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { map } from '../../map/map';
import { paths, useItemPath } from '../../map/paths';
import { useBarred } from '../../azure/rights/use-barred';
import { useNow } from '../../language/use-now';
import { titles } from '../../map/map';
import { DateField } from '../../ui/fields/fields';
import { useScriptCommand } from '../../azure/commands/use-script-command';
import { CommandButton } from '../../azure/commands/command-button';
import { whyNot } from './item-commands';
import { backupNowMessages as messages, messages as common } from './messages';
import { daysAfter, endOfRetention, latestOf, LONGEST_DAYS, retainFault, type RetainFault } from './retain-until';
import { ItemOutcome } from './item-outcome';
import { useItemCommand } from './use-item-command';

const DEFAULT_DAYS = 30;
const FAULTS = {
  missing: messages.dayMissing,
  'too-early': messages.dayTooEarly,
  'too-late': messages.dayTooLate,
} as const satisfies Record<RetainFault, unknown>;

export default function BackupNow() {
  const text = useText();
  const format = useFormat();
  const path = useItemPath();
  const item = useQuery(itemQuery(path));
  const now = latestOf(useNow(), item.data?.lastBackupTime);
  const aDay = ON_DEMAND_BACKUPS_A_DAY[useEdition()];
  const policies = useQuery(policiesQuery(vaultOf(path)));
  const { draft, choose, sending, discard } = useBackUpNowDraft(path);

  const policy = policies.data?.find(({ name }) => name === item.data?.policyName);
  const policyDays = policy?.retention?.daily?.count;
  const day = draft.retainUntil ?? daysAfter(now, policyDays ?? DEFAULT_DAYS);
  const fault = retainFault(day, now);

  const backUp = useItemCommand(path, () => {
    const { intentId, done } = sending();
    return { started: messages.started, intentId, send: () => api.items.backUpNow({ ...path, intentId, retainUntil: day }), done };
  });

  const script = useScriptCommand(paths.backupNowScript({ ...path, until: day }), fault === null ? undefined : text(FAULTS[fault]));
  const barred = useBarred(vaultOf(path));
  const state = whyNotRead(item) ?? (item.data && whyNot('backupNow', item.data));
  const never = state === undefined ? barred(map.backupNow.step) : text(state);
  const reason = () => {
    if (never !== undefined) return never;
    if (fault !== null) return text(FAULTS[fault]);
    return backUp.isPending ? text(common.sending) : undefined;
  };
  const hint =
    policy && policyDays !== undefined
      ? text(messages.fromPolicy, { policy: policy.name, days: policyDays })
      : text(messages.withoutPolicy, { days: DEFAULT_DAYS });

  return (
    <Blade
      title={text(titles.backupNow)}
      subtitle={path.vmName}
      commands={[script]}
      busy={item.isPending || backUp.isPending}
      problem={backUp.error ?? item.error}
      onRefresh={() => {
        void item.refetch();
        void policies.refetch();
      }}
      dirty={draft.retainUntil !== null}
      onDiscard={discard}
      footer={
        <CommandButton isBarred={never !== undefined} onClick={backUp.run} reason={reason()} failed={backUp.error} entries={day}>
          {text(messages.backUp)}
        </CommandButton>
      }
    >
      <ItemOutcome path={path} command={backUp} />
      <DateField
        label={text(messages.retainUntil)}
        required
        value={day}
        min={daysAfter(now, 1)}
        max={daysAfter(now, LONGEST_DAYS)}
        onChange={(_, { value }) => choose(value)}
        hint={hint}
        error={fault === null ? undefined : text(FAULTS[fault])}
      />
      {fault === null && <p>{text(messages.keptUntil, { time: format.dateTime(endOfRetention(day)) })}</p>}
      <p>{text(messages.whatHappens)}</p>
      {aDay && <p>{text(messages.aDay, aDay)}</p>}
    </Blade>
  );
}
