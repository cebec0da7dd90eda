import type { JobId, KeyChain, Restore, StepView, VaultPath } from '@tresor/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../api/api';
import { Blade, type BladeProps } from '../../../blades/blade';
import { useText } from '../../../language/use-text';
import { notify } from '../../../notifications/notifications';
import { paths } from '../../../map/paths';
import { InfoBox } from '../../../ui/feedback/info-box';
import { stepTitles } from '../../../words/restore-steps';
import { useScriptCommand } from '../../../azure/commands/use-script-command';
import { CommandButton } from '../../../azure/commands/command-button';
import { ExpiringKeys } from '../keys/expiring-keys';
import { viewOf } from '../progress/journey-steps';
import { keyMessages as messages } from '../keys/key-messages';
import { isChainComplete, stateOfChain } from '../keys/key-offers';
import { KeyWays } from '../keys/key-ways';
import { LetIn } from '../keys/let-in';
import { RestoreChain } from '../keys/restore-chain';
import { StepFooter } from '../progress/step-footer';
import { StepState } from '../progress/step-state';
import { useKeyForm } from '../keys/use-key-form';
import { useKeyRights } from '../keys/use-key-rights';
import { useRestore } from '../progress/use-restore';
import { useStepCommand } from '../progress/use-step-command';

export default function KeysStep() {
  const text = useText();
  const { path, jobId, restore } = useRestore();
  const script = useScriptCommand(paths.restoreScript(path, jobId, 'keys'));
  const { data } = restore;
  const frame: BladeProps = {
    title: text(stepTitles.keys),
    subtitle: data?.vmName,
    size: 'large',
    busy: restore.isPending,
    problem: restore.error,
    onRefresh: () => void restore.refetch(),
    commands: [script],
  };
  if (data === undefined) return <Blade {...frame} />;
  const view = viewOf(data.steps, 'keys');
  if (data.keyChain === null || view?.command !== 'restore-keys') {
    return (
      <Blade {...frame} footer={<StepFooter restore={data} step="keys" />}>
        <KeyFacts restore={data} />
        <ExpiringKeys restore={data} />
        {view?.state === 'done' && data.encrypted && <LetIn path={path} jobId={jobId} />}
        {view?.state === 'done' && <p>{text(data.encrypted ? messages.complete : messages.notEncrypted)}</p>}
        {view?.state === 'hidden' && <InfoBox>{text(isBehindFirewall(view) ? messages.firewalled : messages.unreadable)}</InfoBox>}
      </Blade>
    );
  }
  return <BringBack frame={frame} path={path} jobId={jobId} restore={data} chain={data.keyChain} />;
}

const isBehindFirewall = ({ needs }: StepView) => needs.some(({ right }) => right === 'pass-firewall');

function KeyFacts({ restore }: { restore: Restore }) {
  const view = viewOf(restore.steps, 'keys');
  return (
    <>
      {view !== undefined && <StepState view={view} />}
      {restore.keyChain !== null && <RestoreChain restore={restore} chain={restore.keyChain} />}
    </>
  );
}

interface BringBackProps {
  frame: BladeProps;
  path: VaultPath;
  jobId: JobId;
  restore: Restore;
  chain: KeyChain;
}

function BringBack({ frame, path, jobId, restore, chain }: BringBackProps) {
  const text = useText();
  const navigate = useNavigate();
  const form = useKeyForm(path, jobId, chain, restore.vmGroup);
  const attempt = [form.way, form.target?.id, form.name, stateOfChain(chain)].join(' ');
  const [tried, setTried] = useState<string | null>(null);
  const bringBack = useStepCommand(path, () => api.restores.restoreKeys({ ...path, jobId, how: form.how() }), {
    onSuccess(found) {
      if (!isChainComplete(found)) {
        setTried(attempt);
        return;
      }
      form.discard();
      notify({ title: text(messages.backDone), intent: 'success', href: paths.restore(path, jobId) });
      void navigate(paths.restoreStep(path, jobId, 'machine'));
    },
  });
  const barred = useKeyRights(path, form, chain);
  const unfinished = form.whyNot();
  const whyNot = unfinished ?? (tried === attempt ? messages.sameWay : undefined);
  const reason = bringBack.isPending ? text(messages.working) : ((whyNot && text(whyNot)) ?? barred);
  return (
    <Blade
      {...frame}
      busy={bringBack.isPending}
      problem={bringBack.error ?? form.error ?? frame.problem}
      footer={
        <CommandButton onClick={() => bringBack.mutate()} reason={reason}>
          {text(messages.bringBack)}
        </CommandButton>
      }
    >
      <KeyFacts restore={restore} />
      {tried !== null && <InfoBox>{text(messages.notEnough)}</InfoBox>}
      <KeyWays form={form} original={chain.secret.keyVaultId} />
    </Blade>
  );
}
