import type { RecoveryMachineView, RecoveryPlan } from '@tresor/contracts';
import { outlineOf } from '@tresor/support-matrix';
import { useMemo } from 'react';
import { azureNow } from '../../../api/azure-time';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { lengthWords } from '../../../words/length-words';
import { keyOfVault } from '../item-key';
import { durationsBy } from '../schedule/planned-machines';
import { isOverdue, remainingMachine } from '../schedule/remaining-machines';
import { useTimes } from '../schedule/use-schedule';
import { remainingMessages as messages } from './remaining-messages';

/** What was restored meanwhile tells more. */
const REFRESH_MS = 120_000;

/** One machine of each vault: the run has better use for Azure’s calls than to tell of every machine’s own past. */
function onePerVault({ planId, machines }: RecoveryPlan): Pick<RecoveryPlan, 'planId' | 'machines'> {
  const first = new Map<string, RecoveryMachineView>();
  for (const machine of machines) if (!first.has(keyOfVault(machine.item))) first.set(keyOfVault(machine.item), machine);
  return { planId, machines: [...first.values()] };
}

/** How long the run still takes, as far as anybody can tell. */
export function RemainingTime({ plan }: { plan: RecoveryPlan }) {
  const text = useText();
  const format = useFormat();
  const vaults = useMemo(() => onePerVault(plan), [plan]);
  const { times, isRead } = useTimes(vaults, REFRESH_MS);
  const { state } = plan.standing;
  if (state === 'waiting') return <p>{text(messages.waits)}</p>;
  if (state === 'paused') return <p>{text(messages.paused)}</p>;
  if (state !== 'running' || !isRead) return null;
  const durations = durationsBy({ ...times, machines: [] });
  const now = azureNow();
  const left = plan.machines.flatMap((machine) => remainingMachine(machine, durations(machine.item, null), now) ?? []);
  if (left.length === 0) return null;
  const overdue = plan.machines.filter((machine) => isOverdue(machine, durations(machine.item, null), now)).length;
  if (overdue > 0) return <p>{text(messages.overdue, { count: overdue })}</p>;
  const { total } = outlineOf(left);
  const time = (seconds: number) => lengthWords(seconds, text, format);
  const restores = times.vaults.reduce((sum, vault) => sum + vault.restores.length, 0);
  return (
    <p>
      {text(messages.left, { time: time(total.expected), low: time(total.low), high: time(total.high) })}{' '}
      {restores > 0 ? text(messages.byRestores, { count: restores }) : text(messages.assumed)}
    </p>
  );
}
