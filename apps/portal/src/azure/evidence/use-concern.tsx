import type { ItemPath, SealedEvidence } from '@tresor/contracts';
import { nameOf } from '@tresor/support-matrix';
import type { ReactNode } from 'react';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { TextLink } from '../../ui/actions/text-link';
import { messages } from './messages';
import { commandsOf, recordsOf, type GivenCommand } from './records';

interface Known {
  /** By their ids in lower case. */
  plans: ReadonlyMap<string, string>;
  machines: ReadonlyMap<string, ItemPath>;
  restores: ReadonlyMap<string, ItemPath>;
}

const machineId = ({ subscriptionId, vmGroup, vmName }: ItemPath) =>
  `/subscriptions/${subscriptionId}/resourceGroups/${vmGroup}/providers/Microsoft.Compute/virtualMachines/${vmName}`.toLowerCase();

/** What the evidence itself tells of the things its commands concern. */
export function knownIn(sealed: Pick<SealedEvidence, 'records'>): Known {
  const named = commandsOf(sealed).flatMap(({ asked: { target, about } }) => {
    const name = about['plan'];
    return name === undefined ? [] : [[nameOf(target).toLowerCase(), name] as const];
  });
  const plans = recordsOf(sealed, 'recovery-plan').map(({ planId, name }) => [planId.toLowerCase(), name] as const);
  const machines = recordsOf(sealed, 'machine').map(({ item, jobId }) => ({ item, jobId }));
  const alone = recordsOf(sealed, 'restore').flatMap(({ item, jobId }) => (item === null ? [] : [{ item, jobId }]));
  const all = [...machines, ...alone];
  return {
    plans: new Map([...named, ...plans]),
    machines: new Map(all.map(({ item }) => [machineId(item), item])),
    restores: new Map(all.flatMap(({ item, jobId }) => (jobId === null ? [] : [[jobId.toLowerCase(), item] as const]))),
  };
}

/** What a command concerns, by its name and with the way to it, as far as the evidence tells; Azure’s own name where it does not. */
export function useConcern(sealed: SealedEvidence): (asked: GivenCommand['asked']) => ReactNode {
  const text = useText();
  const { plans, machines, restores } = knownIn(sealed);
  return ({ target }) => {
    const last = nameOf(target);
    const id = last.toLowerCase();
    if (/^\/recoveryPlans\//i.test(target)) {
      const name = plans.get(id);
      return <TextLink to={paths.recoveryPlan({ planId: last })}>{name ?? text(messages.aPlan)}</TextLink>;
    }
    const machine = machines.get(target.toLowerCase());
    if (machine) return <TextLink to={paths.item(machine)}>{machine.vmName}</TextLink>;
    const restored = /\/backupJobs\//i.test(target) ? restores.get(id) : undefined;
    if (restored) return <TextLink to={paths.restore(restored, last)}>{text(messages.restoreOf, { name: restored.vmName })}</TextLink>;
    return last;
  };
}
