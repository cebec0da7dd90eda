import { useCallback, type ReactNode } from 'react';
import { PROOF_DAYS } from '../../kept/proof-days';
import { useNow } from '../../language/use-now';
import { useText } from '../../language/use-text';
import { SelectField } from '../../ui/fields/fields';
import { useAddressChoice } from '../../ui/fields/use-address-choice';
import { messages } from './messages';
import { isUnproven } from './unproven';
import { useProvenByMachine } from './use-proven';

/** The choice in the address by which lists show only machines whose restore is not proven. */
export const UNPROVEN = 'unproven';

/** Narrows a list to the machines, by ARM id, that were not brought up from their backup for so many days; all where none are chosen. */
export function useUnprovenFilter(): { tool: ReactNode; isOn: boolean; isShown: (vmId: string) => boolean } {
  const text = useText();
  const now = useNow();
  const { proven, isHidden } = useProvenByMachine();
  const [asked, choose] = useAddressChoice(UNPROVEN);
  const days = PROOF_DAYS.find((one) => one === asked);
  const isShown = useCallback(
    (vmId: string) => days === undefined || (proven !== undefined && isUnproven(proven.get(vmId.toLowerCase()), Number(days), now)),
    [days, proven, now],
  );
  const tool = (
    <SelectField
      orientation="horizontal"
      label={text(messages.title)}
      value={days ?? ''}
      onChange={(_, { value }) => choose(value)}
      options={[
        { value: '', label: text(messages.all) },
        ...PROOF_DAYS.map((value) => ({
          value,
          label: text(messages.notFor, { days: Number(value) }),
          reason: isHidden ? text(messages.unknown) : undefined,
        })),
      ]}
    />
  );
  return { tool, isOn: days !== undefined, isShown };
}
