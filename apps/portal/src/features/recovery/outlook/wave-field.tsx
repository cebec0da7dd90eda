import { makeStyles, Select } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RecoveryMachineView, RecoveryPlan } from '@tresor/contracts';
import { MOST_WAVES } from '@tresor/contracts/limits';
import type { ReactNode } from 'react';
import { api } from '../../../api/api';
import { translated } from '../../../api/problem-error';
import { recoveryPlanQuery } from '../../../api/recovery-queries';
import { useText } from '../../../language/use-text';
import { keyOfItem } from '../item-key';
import { messages } from './messages';

const useStyles = makeStyles({
  field: { display: 'inline-flex', alignItems: 'center', gap: '2px', verticalAlign: 'middle' },
  select: { minWidth: 0 },
});

/** How many machines there are of each wave, and of one after all of them. */
export const wavesIn = (machines: readonly Pick<RecoveryMachineView, 'wave'>[], highest: number) =>
  Array.from({ length: Math.min(highest + 1, MOST_WAVES) }, (_, at) => ({
    wave: at + 1,
    count: machines.filter(({ wave }) => wave === at + 1).length,
  }));

/** Puts machines into other waves, one after the other, as long as nothing was begun; answers the last one that moved. */
export function useWaves(plan: RecoveryPlan) {
  const client = useQueryClient();
  const { queryKey } = recoveryPlanQuery(plan.planId);
  return useMutation({
    // The second is of the plan as the first has left it.
    scope: { id: `waves ${plan.planId}` },
    mutationFn: async ({ item, wave }: Pick<RecoveryMachineView, 'item' | 'wave'>) => {
      const now = client.getQueryData(queryKey) ?? plan;
      const { planId, name, edition, moment, target, objectives, tagObjectives, revision } = now;
      const key = keyOfItem(item);
      const machines = now.machines.map((one) => ({ item: one.item, wave: keyOfItem(one.item) === key ? wave : one.wave }));
      const draft = { name, edition, moment, target, objectives, tagObjectives, machines };
      client.setQueryData(queryKey, await translated(api.recoveryPlans.put({ planId, ...draft, revision })));
      return { item, wave };
    },
    onError: () => void client.invalidateQueries({ queryKey }),
  });
}

interface WaveFieldProps {
  machine: Pick<RecoveryMachineView, 'item' | 'wave'>;
  /** The highest wave of the plan. */
  highest: number;
  onChange: (wave: number) => void;
  /** Before the field. */
  children?: ReactNode;
}

/** Which wave a machine comes back in: one that there is, or one after all of them. */
export function WaveField({ machine: { item, wave }, highest, onChange, children }: WaveFieldProps) {
  const styles = useStyles();
  const text = useText();
  const waves = Array.from({ length: Math.min(highest + 1, MOST_WAVES) }, (_, at) => at + 1);
  return (
    <span className={styles.field}>
      {children}
      <Select
        root={{ className: styles.select }}
        aria-label={text(messages.waveOf, { name: item.vmName })}
        value={String(wave)}
        onChange={(_, { value }) => onChange(Number(value))}
      >
        {waves.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </Select>
    </span>
  );
}
