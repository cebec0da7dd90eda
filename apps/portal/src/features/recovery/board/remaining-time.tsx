import type { RecoveryMachineView, RecoveryPlan } from '@tresor/contracts';
import { outlineOf } from '@tresor/support-matrix';
import { useMemo } from 'react';
import { azureNow } from '../../../api/azure-time';
import { defineMessages } from '../../../language/messages';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { lengthWords } from '../../../words/length-words';
import { keyOfVault } from '../item-key';
import { durationsBy, stepsTo } from '../schedule/planned-machines';
import { isOverdue, remainingMachine } from '../schedule/remaining-machines';
import { useTimes } from '../schedule/use-schedule';

const messages = defineMessages({
  left: {
    de: 'Noch etwa {time}, zwischen {low} und {high}, für alles, was von selbst weitergeht.',
    en: 'About {time} left, between {low} and {high}, for everything that continues on its own.',
  },
  byRestores: {
    de: 'Geschätzt nach {count, plural, one {der letzten Wiederherstellung} other {den letzten # Wiederherstellungen}} dieser Recovery Services-Tresore.',
    en: 'Estimated from the last {count, plural, one {restore} other {# restores}} in these vaults.',
  },
  assumed: {
    de: 'Angenommen: In diesen Recovery Services-Tresoren ist noch keine Wiederherstellung fertig geworden, nach der sich das schätzen ließe.',
    en: 'Assumed: no restore in these vaults has finished yet to estimate it from.',
  },
  overdue: {
    de: 'Wie lange es noch dauert, lässt sich nicht sagen: {count, plural, one {Die Datenträger eines virtuellen Computers brauchen} other {Die Datenträger von # virtuellen Computern brauchen}} schon länger als erwartet.',
    en: 'It can’t be said how long it still takes: the disks of {count, plural, one {one virtual machine} other {# virtual machines}} are already taking longer than expected.',
  },
  waits: {
    de: 'Wie lange es noch dauert, lässt sich nicht sagen: Der Plan wartet auf eine Anmeldung.',
    en: 'It can’t be said how long it still takes: the plan is waiting for a sign-in.',
  },
  paused: {
    de: 'Wie lange es noch dauert, lässt sich nicht sagen: Der Plan ist angehalten.',
    en: 'It can’t be said how long it still takes: the plan is paused.',
  },
});

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
  const steps = stepsTo(plan);
  const left = plan.machines.flatMap((machine) => remainingMachine(machine, durations(machine.item, null), steps, now) ?? []);
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
