import { useState } from 'react';
import { api } from '../../../api/api';
import { inSight } from '../../../api/facts';
import { isResourceGroupName, isVmId } from '../../../api/known-ids';
import { useSending } from '../../../azure/commands/use-sending';
import { chainKeyVaults } from '../../../azure/key-chain/chain-key-vaults';
import { useBarred } from '../../../azure/rights/use-barred';
import { useText } from '../../../language/use-text';
import { map } from '../../../map/map';
import { encryptionMessages as messages } from '../progress/journey-messages';
import type { Step } from '../progress/step-blade';
import { useSecondTry } from '../progress/use-second-try';
import { useStepCommand } from '../progress/use-step-command';
import { useEncryptionApplication } from './encryption-application';
import type { EncryptionOffers } from './encryption-offers';
import { openDiskMessages as openDisks } from './open-disk-messages';

/** What the person lacks to encrypt the machine; undefined: nothing. */
export function useEncryptionRights({ path, data }: Step): string | undefined {
  const barred = useBarred(path, {
    diskGroups: [data?.targetGroup ?? null].filter(isResourceGroupName),
    vmIds: [inSight(data?.machineId) ?? ''].filter(isVmId),
    keyVaultIds: chainKeyVaults(data?.keyChain),
  });
  return barred(map.encryption.step);
}

/** To apply the encryption, with what a person has to say for it. */
export function useApplyEncryption({ path, jobId, data }: Step, { takesPlain }: EncryptionOffers, lacking: string | undefined) {
  const text = useText();
  const fields = useEncryptionApplication(jobId, data);
  const { application } = fields;
  const [isWanted, setWanted] = useState(false);
  const secondTry = useSecondTry(data, 'encryption');
  const command = useStepCommand(path, () => api.restores.renewEncryption({ ...path, jobId, application, encryptPlain: isWanted }), {
    onSuccess(_, done: () => void) {
      done();
      secondTry.sent();
    },
  });
  const whyNot = () => {
    if (command.isPending) return text(messages.sending);
    if (takesPlain && !isWanted) return text(messages.firstUnconfirmed);
    if (fields.missing !== undefined) return text(fields.missing);
    return secondTry.reason ?? lacking;
  };
  const send = () => command.mutate(fields.sending());
  const sending = useSending({ send, reason: whyNot(), failed: command.error, entries: [application, isWanted] });
  return { command, sending, fields, isWanted, setWanted, secondTry: secondTry.box };
}

/** To say of the disks of which nothing tells that none was encrypted. */
export function useConfirmPlain({ path, jobId, data }: Step, lacking: string | undefined) {
  const text = useText();
  const [hasChecked, setChecked] = useState(false);
  const disks = data?.openDisks.untold ?? [];
  const command = useStepCommand(path, () => api.restores.confirmPlainDisks({ ...path, jobId, disks }));
  const whyNot = () => {
    if (command.isPending) return text(openDisks.confirming);
    return hasChecked ? lacking : text(openDisks.uncheckedYet);
  };
  const sending = useSending({ send: () => command.mutate(), reason: whyNot(), failed: command.error, entries: disks });
  return { command, sending, hasChecked, setChecked };
}
