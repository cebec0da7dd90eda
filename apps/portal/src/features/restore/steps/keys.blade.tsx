import type { JobId, KeyChain, Restore, StepView, VaultPath, LetIn as Access } from '@tresor/contracts';
import { useState, useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/api';
import type { Message } from '../../../language/messages';
import { useText } from '../../../language/use-text';
import { notify } from '../../../notifications/notifications';
import { paths } from '../../../map/paths';
import { InfoBox } from '../../../ui/feedback/info-box';
import { CommandButton } from '../../../azure/commands/command-button';
import { ExpiringKeys } from '../keys/expiring-keys';
import { viewOf } from '../progress/journey-steps';
import { keyStepMessages as messages } from '../keys/key-step-messages';
import { isChainComplete, stateOfChain } from '../keys/key-offers';
import { KeyWays } from '../keys/key-ways';
import { StepBlade, useStep, type Step } from '../progress/step-blade';
import { useKeyForm } from '../keys/use-key-form';
import { useKeyRights } from '../keys/use-key-rights';
import { useStepCommand } from '../progress/use-step-command';
import { letInQuery } from '../../../api/restore-queries';
import { useFormat } from '../../../language/use-format';
import { keyRows, plainRow } from '../../../azure/key-chain/chain-rows';
import type { LinkFact } from '../../../azure/key-chain/chain-rows';
import { KeyChainView } from '../../../azure/key-chain/key-chain-view';
import { useLeadOn } from '../../../blades/use-lead-on';
import { useNow } from '../../../language/use-now';

/** Who may work in the key vaults that this restore has made. */
function LetIn({ path, jobId }: { path: VaultPath; jobId: JobId }) {
  const text = useText();
  const format = useFormat();
  const { data = [] } = useQuery(letInQuery(path, jobId));
  const namesIn = ({ user, backup, groups, people, others }: Access) =>
    format.list([
      ...(user ? [text(messages.you)] : []),
      ...people,
      ...groups.map((name) => text(messages.groupOf, { name })),
      ...(backup ? ['Azure Backup'] : []),
      ...(others === 0 ? [] : [text(messages.others, { count: others })]),
    ]);
  if (data.length === 0) return null;
  return (
    <InfoBox>
      {data.map((one) => (
        <p key={one.keyVaultName}>{text(messages.letIn, { keyVault: one.keyVaultName, names: namesIn(one) })}</p>
      ))}
    </InfoBox>
  );
}

export default function KeysStep() {
  const text = useText();
  const step = useStep('keys');
  const { path, jobId, restore, data, view } = step;
  if (data !== undefined && data.keyChain !== null && view?.command === 'restore-keys') {
    return <BringBack step={step} restore={data} chain={data.keyChain} />;
  }
  return (
    <StepBlade of={step} onRefresh={() => void restore.refetch()}>
      {data !== undefined && (
        <>
          {data.keyChain !== null && <RestoreChain restore={data} chain={data.keyChain} />}
          <ExpiringKeys restore={data} />
          {view?.state === 'done' && data.encrypted !== false && <LetIn path={path} jobId={jobId} />}
          {view?.state === 'done' && <p>{text(doneWords(data))}</p>}
        </>
      )}
      {view?.state === 'hidden' && <InfoBox>{text(isBehindFirewall(view) ? messages.firewalled : messages.unreadable)}</InfoBox>}
    </StepBlade>
  );
}

function doneWords({ encrypted, keyChain }: Restore): Message {
  if (encrypted === false) return messages.notEncrypted;
  return keyChain === null ? messages.proven : messages.complete;
}

const isBehindFirewall = ({ needs }: StepView) => needs.some(({ right }) => right === 'pass-firewall');

const RESTORED: LinkFact = { status: 'success', word: messages.restored };
const OUT_OF_SIGHT: LinkFact = { status: 'unknown', word: messages.outOfSight };

function machineFact({ machineId }: Restore): LinkFact {
  if (machineId.state === 'hidden') return OUT_OF_SIGHT;
  return machineId.value === null ? { status: 'unknown', word: messages.willBeMade } : RESTORED;
}

function disksFact({ disks, steps }: Restore): LinkFact {
  if (viewOf(steps, 'disks')?.state === 'running') return { status: 'unknown', word: messages.onTheWay };
  if (disks.state === 'hidden') return OUT_OF_SIGHT;
  return disks.value.length === 0 ? { status: 'error', word: messages.gone } : RESTORED;
}

/** The keys of a restore, from the machine that is to be made down to the key vaults. */
function RestoreChain({ restore, chain }: { restore: Restore; chain: KeyChain }) {
  const text = useText();
  const now = useNow();
  const rows = useMemo(() => {
    const { vmName, disks } = restore;
    const names = disks.state === 'known' ? text(messages.disksCount, { count: disks.value.length }) : text(messages.disksUncounted);
    return [plainRow('machine', vmName, machineFact(restore)), plainRow('disks', names, disksFact(restore)), ...keyRows(chain, now)];
  }, [text, restore, chain, now]);
  return <KeyChainView rows={rows} />;
}

interface BringBackProps {
  step: Step;
  restore: Restore;
  chain: KeyChain;
}

function BringBack({ step, restore, chain }: BringBackProps) {
  const text = useText();
  const leadOn = useLeadOn();
  const { path, jobId } = step;
  const form = useKeyForm(path, jobId, chain, restore);
  const attempt = [form.way, form.target?.id, form.name, stateOfChain(chain)].join(' ');
  const [tried, setTried] = useState<string | null>(null);
  const bringBack = useStepCommand(path, () => api.restores.restoreKeys({ ...path, jobId, how: form.how() }), {
    onSuccess(found, done: () => void) {
      if (!isChainComplete(found)) {
        setTried(attempt);
        return;
      }
      done();
      notify({ title: text(messages.backDone), intent: 'success', href: paths.restore(path, jobId) });
      void leadOn(paths.restoreStep(path, jobId, 'machine'));
    },
  });
  const barred = useKeyRights(path, form, chain);
  const unfinished = form.whyNot();
  const whyNot = unfinished ?? (tried === attempt ? messages.sameWay : undefined);
  const reason = bringBack.isPending ? text(messages.working) : ((whyNot && text(whyNot)) ?? barred);
  const refresh = () => {
    void step.restore.refetch();
    form.refresh();
  };
  return (
    <StepBlade
      of={step}
      onRefresh={refresh}
      busy={bringBack.isPending}
      problem={bringBack.error ?? form.error}
      command={
        <CommandButton
          isBarred={barred !== undefined}
          onClick={() => bringBack.mutate(form.sending())}
          reason={reason}
          failed={bringBack.error}
          entries={[form.way, form.target?.id, form.name, form.group]}
        >
          {text(messages.bringBack)}
        </CommandButton>
      }
    >
      <RestoreChain restore={restore} chain={chain} />
      {tried !== null && <InfoBox>{text(messages.notEnough)}</InfoBox>}
      <KeyWays form={form} original={chain.secret.keyVaultId} />
    </StepBlade>
  );
}
