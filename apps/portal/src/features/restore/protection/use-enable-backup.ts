import { useQuery } from '@tanstack/react-query';
import type { JobId, Restore, VaultPath } from '@tresor/contracts';
import { useState } from 'react';
import { api } from '../../../api/api';
import { inSight } from '../../../api/facts';
import { isPolicyName, isResourceGroupName, isVmId } from '../../../api/known-ids';
import { policiesQuery } from '../../../api/queries';
import { useText } from '../../../language/use-text';
import { notify } from '../../../notifications/notifications';
import { map } from '../../../map/map';
import { paths } from '../../../map/paths';
import { useBarred } from '../../../azure/rights/use-barred';
import { useEdition } from '../../../kept/edition';
import { viewOf } from '../progress/journey-steps';
import { machinePath } from '../progress/machine-path';
import { protectionMessages as messages } from './protection-messages';
import { useStepCommand } from '../progress/use-step-command';
import { useTellUnprotected } from '../progress/use-tell-unprotected';
import { whyNoPolicy } from './why-no-policy';

/** Enabling the backup of the new machine: by the policy of the old one where it had one; otherwise a person chooses. */
export function useEnableBackup(path: VaultPath, jobId: JobId, restore: Restore | undefined) {
  const text = useText();
  const tellUnprotected = useTellUnprotected();
  const edition = useEdition();
  const [chosen, choose] = useState<string | null>(null);
  const reason = restore && viewOf(restore.steps, 'protection')?.reason;
  const isWanted = reason === 'not-protected' || reason === 'protection-stopped';
  const machineId = inSight(restore?.machineId) ?? '';
  const policies = useQuery({ ...policiesQuery(path), enabled: isWanted });
  const names = policies.data?.map(({ name }) => name) ?? [];
  const suggested = names.find((name) => name === restore?.policyName) ?? null;
  // What was chosen somebody may have deleted since.
  const policyName = names.find((name) => name === chosen) ?? (chosen === null ? suggested : null);

  const send = () => {
    if (!isPolicyName(policyName)) throw new Error('Protecting needs a policy.');
    return api.restores.protectRestored({ ...path, jobId, edition, policyName });
  };
  const command = useStepCommand(path, send, {
    onSuccess({ unprotected }) {
      tellUnprotected(unprotected);
      const { vmName: name } = machinePath(path, machineId);
      notify({ title: text(messages.started, { name }), intent: 'info', href: paths.restore(path, jobId) });
    },
  });
  const barred = useBarred(path, {
    diskGroups: [restore?.targetGroup ?? null].filter(isResourceGroupName),
    vmIds: [machineId].filter(isVmId),
  });
  const never = barred(map.protectAgain.step);
  const whyNot = () => {
    if (command.isPending) return text(messages.sending);
    const noPolicy = whyNoPolicy(policies);
    if (noPolicy !== undefined) return text(noPolicy);
    return policyName === null ? text(messages.choosePolicy) : never;
  };
  return { isWanted, policies, names, suggested, policyName, choose, command, never, whyNot };
}

export type EnableBackup = ReturnType<typeof useEnableBackup>;
