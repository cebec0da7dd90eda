import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback, type ReactNode } from 'react';
import { PROOF_DAYS } from '../../kept/proof-days';
import { useNow } from '../../language/use-now';
import { useText } from '../../language/use-text';
import { InfoBox } from '../../ui/feedback/info-box';
import { SelectField } from '../../ui/fields/fields';
import { Narrowing } from '../../ui/table/narrowing';
import { useAddressChoice } from '../../ui/fields/use-address-choice';
import { messages } from './messages';
import { isUnproven } from './unproven';
import { useProvenByMachine } from './use-proven';

/** The choice in the address by which lists show only machines whose restore is not proven. */
export const UNPROVEN = 'unproven';

type Read<T> = Pick<UseQueryResult<T>, 'data' | 'error' | 'isPending' | 'isFetching'> & {
  refetch: () => unknown;
  dataUpdatedAt?: number;
};

interface UnprovenFilter {
  tool: ReactNode;
  isOn: boolean;
  /** Whether it can be told which machines pass; until then none is shown, which says nothing of how many there are. */
  isKnown: boolean;
  /** Says that it cannot be told. */
  note: ReactNode;
  isShown: (vmId: string) => boolean;
  /** What is read for the list, at its end where that can be told, too. */
  reading: <T>(list: Read<T>) => Read<T>;
}

/** Narrows a list to the machines, by ARM id, that were not brought up from their backup for so many days; all where none are chosen. */
export function useUnprovenFilter(): UnprovenFilter {
  const text = useText();
  const now = useNow();
  const { proven, isHidden, error, isFetching, refetch } = useProvenByMachine();
  const [asked, choose] = useAddressChoice(UNPROVEN);
  const days = PROOF_DAYS.find((one) => one === asked);
  const isShown = useCallback(
    (vmId: string) => days === undefined || (proven !== undefined && isUnproven(proven.get(vmId.toLowerCase()), Number(days), now)),
    [days, proven, now],
  );
  const tool = (
    <SelectField
      orientation="horizontal"
      lateOptions="short"
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
  const isOn = days !== undefined;
  const isKnown = !isOn || proven !== undefined;
  const reading = <T,>(list: Read<T>): Read<T> => {
    if (!isOn) return list;
    return {
      data: list.data,
      error: list.error ?? error,
      isPending: list.isPending || (!isKnown && !isHidden),
      isFetching: list.isFetching || isFetching,
      refetch: () => [list.refetch(), refetch()],
    };
  };
  const note = !isKnown && isHidden && <InfoBox>{text(messages.notRead)}</InfoBox>;
  // Where proofs could not be read it can be taken off.
  return { tool: isOn ? tool : <Narrowing>{tool}</Narrowing>, isOn, isKnown, note, isShown, reading };
}
