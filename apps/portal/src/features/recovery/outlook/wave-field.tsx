import { Select } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RecoveryMachineView, RecoveryPlan } from '@tresor/contracts';
import { api } from '../../../api/api';
import { translated } from '../../../api/problem-error';
import { recoveryPlanQuery } from '../../../api/recovery-queries';
import { useText } from '../../../language/use-text';
import { keyOfItem } from '../item-key';
import { messages } from './messages';

const MOST_WAVES = 20;

/** Puts a machine into another wave, as long as nothing was begun. */
export function useWaves(plan: RecoveryPlan) {
  const client = useQueryClient();
  const { planId, name, edition, moment, target, objectives, tagObjectives, revision, machines } = plan;
  return useMutation({
    mutationFn: ({ item, wave }: Pick<RecoveryMachineView, 'item' | 'wave'>) => {
      const key = keyOfItem(item);
      const changed = machines.map((one) => ({ item: one.item, wave: keyOfItem(one.item) === key ? wave : one.wave }));
      return translated(
        api.recoveryPlans.put({ planId, name, edition, moment, target, objectives, tagObjectives, revision, machines: changed }),
      );
    },
    onSuccess: (answer) => client.setQueryData(recoveryPlanQuery(planId).queryKey, answer),
    onError: () => void client.invalidateQueries({ queryKey: recoveryPlanQuery(planId).queryKey }),
  });
}

interface WaveFieldProps {
  machine: Pick<RecoveryMachineView, 'item' | 'wave'>;
  /** The highest wave of the plan. */
  highest: number;
  onChange: (wave: number) => void;
}

/** Which wave a machine comes back in: one that there is, or one after all of them. */
export function WaveField({ machine: { item, wave }, highest, onChange }: WaveFieldProps) {
  const text = useText();
  const waves = Array.from({ length: Math.min(highest + 1, MOST_WAVES) }, (_, at) => at + 1);
  return (
    <Select
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
  );
}
