import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MachineDraft, MachineOptions, Restore, VaultPath } from '@tresor/contracts';
import { sameName, nameOf } from '@tresor/support-matrix';
import { api } from '../../../api/api';
import { translated } from '../../../api/problem-error';
import { isInTheWay } from '../../../words/machine-check-words';
import { machineChecksQuery } from '../../../api/restore-queries';
import { useText } from '../../../language/use-text';
import { notify } from '../../../notifications/notifications';
import { map } from '../../../map/map';
import { paths } from '../../../map/paths';
import { CommandButton } from '../../../azure/commands/command-button';
import { addedTagFault } from '../../../azure/tags/added-tag';
import { DeleteFailed } from './delete-failed';
import { MachineChecks } from './machine-checks';
import { MachineFields } from './machine-fields';
import { machineMessages as messages } from './machine-messages';
import { machineNameFault } from './machine-name';
import { StepBlade, type Step } from '../progress/step-blade';
import { TriedNotice } from '../progress/tried-notice';
import { machineOf } from './machine-of';
import { useMachineForm } from './use-machine-form';
import { useSecondTry } from '../progress/use-second-try';
import { inSight } from '../../../api/facts';
import { isResourceGroupName, isSubnetId, isVmId } from '../../../api/known-ids';
import type { MachineForm } from '../../../kept/item-drafts';
import { useBarred, useBarredFrom } from '../../../azure/rights/use-barred';
import { chainKeyVaults } from '../../../azure/key-chain/chain-key-vaults';

interface NewMachineProps {
  step: Step;
  restore: Restore;
  options: MachineOptions;
  /** What was answered for a run to the end. */
  decided: MachineDraft | undefined;
  /** What went wrong before anything was asked for here. */
  problem: unknown;
  onRefresh: () => void;
}

/** Why the signed-in person may not make the machine of a restore, or start it again; undefined where nothing is known to be missing. */
function useMachineRights(path: VaultPath, restore: Restore, { group, subnetId }: MachineForm): string | undefined {
  const { pass, targetGroup } = restore;
  const keysMoved = inSight(restore.keysMoved) ?? false;
  const machineId = inSight(restore.machineId) ?? null;
  const { subscriptionId, resourceGroup, vaultName } = path;
  const keyVaultIds = chainKeyVaults(restore.keyChain);
  const diskGroups = [targetGroup].filter(isResourceGroupName);
  const toMake = { groups: [group].filter(isResourceGroupName), diskGroups, subnetIds: [subnetId].filter(isSubnetId), keyVaultIds };
  // A machine that is given no keys starts without a look at their key vaults.
  const toStart = { diskGroups, vmIds: [machineId ?? ''].filter(isVmId), keyVaultIds: pass === 'dual' ? keyVaultIds : [] };
  const barred = useBarred(path, machineId === null ? toMake : toStart);
  const movesKeys = keysMoved && pass !== 'dual';
  const toMove = { subscriptionId, vault: { resourceGroup, vaultName }, diskGroups, keyVaultIds };
  const barredFromMoving = useBarredFrom(movesKeys ? toMove : undefined);
  return (
    barredFromMoving(targetGroup !== null ? 'move-keys' : 'move-vhd-keys') ??
    barred(machineId === null ? map.machine.step : 'start-machine')
  );
}

interface Sent {
  draft: MachineDraft;
  done: () => void;
}

/** The form of the new machine. What would fail is checked once more right before Azure is asked to create it. */
export function NewMachine({ step, restore, options, decided, problem, onRefresh }: NewMachineProps) {
  const text = useText();
  const { path, jobId } = step;
  const client = useQueryClient();
  const machine = useMachineForm(path, jobId, options, decided);
  const { form, checks, policies } = machine;
  const secondTry = useSecondTry(restore, 'machine');
  const barred = useMachineRights(path, restore, form);

  const create = useMutation({
    mutationFn: async ({ draft }: Sent) => {
      // Asked as a command is: a read would wait for the network, and the machine be created when nobody expects it any more.
      const faults = await translated(api.restores.checkMachine({ ...path, jobId, machine: draft }));
      client.setQueryData(machineChecksQuery(path, jobId, draft).queryKey, faults);
      if (faults.some(isInTheWay)) return null;
      const { machineId } = await translated(api.restores.createMachine({ ...path, jobId, machine: draft }));
      return machineId;
    },
    onSuccess(machineId, { draft, done }) {
      secondTry.sent();
      if (machineId === null) return;
      done();
      // Somebody else may have been first: a restore has one machine, whatever name was asked for.
      const name = nameOf(machineId);
      const body = sameName(name, draft.name) ? {} : { body: text(messages.startedElsewhere, { name: draft.name }) };
      notify({ title: text(messages.started, { name }), ...body, intent: 'info', href: paths.restore(path, jobId) });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['restores', path] }),
  });

  const send = () => {
    const draft = machineOf(form);
    if (draft !== null) create.mutate({ draft, done: machine.sending() });
  };

  const whyNot = () => {
    if (create.isPending) return text(messages.creating);
    const nameFault = machineNameFault(form.name);
    if (nameFault !== undefined) return text(nameFault);
    const tagFault = addedTagFault(form.addedTags ?? []);
    if (tagFault !== undefined) return text(tagFault);
    if (form.subnetId === '') return text(messages.noSubnet);
    return checks?.some(isInTheWay) === true ? text(messages.inTheWay) : (secondTry.reason ?? barred);
  };

  return (
    <StepBlade
      of={step}
      onRefresh={onRefresh}
      busy={create.isPending}
      problem={create.error ?? machine.error ?? problem}
      command={
        <CommandButton isBarred={barred !== undefined} onClick={send} reason={whyNot()} failed={create.error} entries={form}>
          {text(messages.create)}
        </CommandButton>
      }
    >
      <TriedNotice restore={restore} step="machine" />
      <DeleteFailed path={path} jobId={jobId} restore={restore} />
      <p>{text(restore.encrypted ? messages.fromDisks : messages.fromPlainDisks)}</p>
      <MachineFields options={options} machine={machine} />
      <MachineChecks
        checks={checks}
        denied={policies?.policies}
        standing={machine.standing}
        about={{ machine: restore, restoreId: jobId }}
        encrypted={restore.encrypted}
      />
      {secondTry.box}
    </StepBlade>
  );
}
