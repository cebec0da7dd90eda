import type { VirtualMachine } from '@tresor/contracts';
import { classifyEncryption } from '@tresor/support-matrix';
import { useCallback, useMemo } from 'react';
import { useUnprovenFilter } from '../../azure/recovery/use-unproven-filter';
import { useSubscriptionName } from '../../azure/estate/use-subscription-name';
import { useText } from '../../language/use-text';
import { useAddressChoice } from '../../ui/fields/use-address-choice';
import { encryptionNames } from '../../words/encryption';
import { regionName } from '../../words/regions';
import { useWord } from '../../words/use-word';
import { isMachineFilter, MACHINE_FILTERS, matches } from './machine-filter';
import { messages } from './messages';
import { NarrowingField } from '../../ui/table/narrowing';

const ALL = '';

interface Choice {
  name: string;
  label: string;
  /** What a machine has, in small letters, for ids are the same in any case. */
  of: (machine: VirtualMachine) => string;
  word: (value: string) => string;
}

/** One thing in which machines differ, chosen in the address; what no machine has is shown as chosen all the same. */
function useChoice(machines: readonly VirtualMachine[], { name, label, of, word }: Choice) {
  const text = useText();
  const [asked, choose] = useAddressChoice(name);
  const chosen = asked.toLowerCase();
  const found = useMemo(() => [...new Set(machines.map(of))], [machines, of]);
  const values = chosen === ALL || found.includes(chosen) ? found : [chosen, ...found];
  const fits = useCallback((machine: VirtualMachine) => chosen === ALL || of(machine) === chosen, [chosen, of]);
  const options = values.map((value) => ({ value, label: word(value) })).toSorted((a, b) => a.label.localeCompare(b.label));
  const tool = (
    <NarrowingField
      lateOptions="short"
      label={label}
      value={chosen}
      onChange={(_, { value }) => choose(value)}
      options={[{ value: ALL, label: text(messages.all) }, ...options]}
    />
  );
  return { tool, fits };
}

const kindOf = (machine: VirtualMachine) => classifyEncryption(machine).kind;
const subscriptionOf = ({ subscriptionId }: VirtualMachine) => subscriptionId.toLowerCase();
const regionOf = ({ location }: VirtualMachine) => location.toLowerCase();

/** The machines that the address asks for, and what it can be changed with. */
export function useMachineFilter(machines: readonly VirtualMachine[]) {
  const text = useText();
  const word = useWord();
  const subscriptionName = useSubscriptionName();
  const [asked, show] = useAddressChoice('show');
  const filter = isMachineFilter(asked) ? asked : 'all';
  const proof = useUnprovenFilter();
  const kindNames = new Map<string, string>(Object.entries(encryptionNames).map(([kind, name]) => [kind, text(name)]));
  const kind = useChoice(machines, {
    name: 'kind',
    label: text(messages.encryption),
    of: kindOf,
    word: (value) => kindNames.get(value) ?? value,
  });
  const subscription = useChoice(machines, {
    name: 'subscription',
    label: text(messages.subscription),
    of: subscriptionOf,
    word: subscriptionName,
  });
  const region = useChoice(machines, {
    name: 'region',
    label: text(messages.region),
    of: regionOf,
    word: (value) => word(regionName(value)),
  });
  const { fits: isKind } = kind;
  const { fits: isInSubscription } = subscription;
  const { fits: isInRegion } = region;
  const { isOn, isShown } = proof;
  const rows = useMemo(() => {
    const isProofShown = ({ protectedByVaultId, id }: VirtualMachine) => !isOn || (protectedByVaultId !== null && isShown(id));
    return machines.filter(
      (machine) => matches(machine, filter) && isProofShown(machine) && isKind(machine) && isInSubscription(machine) && isInRegion(machine),
    );
  }, [machines, filter, isOn, isShown, isKind, isInSubscription, isInRegion]);
  const tools = (
    <>
      <NarrowingField
        label={text(messages.show)}
        value={filter}
        onChange={(_, { value }) => show(value === 'all' ? ALL : value)}
        options={MACHINE_FILTERS.map((value) => ({ value, label: text(messages[value]) }))}
      />
      {proof.tool}
      {kind.tool}
      {subscription.tool}
      {region.tool}
    </>
  );
  return { rows, tools, proof };
}
