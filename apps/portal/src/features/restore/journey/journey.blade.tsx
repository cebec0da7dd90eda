import { ClipboardTextLtr20Regular, Delete20Regular, DocumentCheckmark20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from 'react-router';
import type { NextCommand, Restore, RestoreStep } from '@tresor/contracts';
import { planQuery } from '../../../api/restore-queries';
import { takenByRun } from '../../../api/taken-by-run';
import { Blade } from '../../../blades/blade';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { paths, useVaultPath } from '../../../map/paths';
import { titles } from '../../../map/map';
import { FooterButton } from '../../../ui/actions/buttons';
import { InfoBox } from '../../../ui/feedback/info-box';
import { StepCard } from '../../../ui/layout/step-card';
import { STEP_STATUS, stepTitles } from '../../../words/restore-steps';
import { useScriptCommand } from '../../../azure/commands/use-script-command';
import { AllDone } from './all-done';
import { disksMessages, journeyMessages as messages, stepReasons } from '../progress/journey-messages';
import { TextLink } from '../../../ui/actions/text-link';
import { onlyLackOf, stepAfter, stepToDo, viewOf } from '../progress/journey-steps';
import { DisksProgress } from '../progress/disks-progress';
import { planMessages } from '../plan/plan-messages';
import { PlanNotice } from '../plan/plan-notice';
import { RestoreFacts } from './restore-facts';
import { useRestore } from '../../../azure/restores/use-restore';
import { stateWord, useStepWords } from '../progress/use-step-words';
import type { Message } from '../../../language/messages';
import { CopyButton } from '../../../ui/actions/copy-button';

const NEXT: Readonly<Record<Extract<NextCommand, { step: RestoreStep }>['kind'], Message<'step'>>> = {
  command: messages.handOverNext,
  wait: messages.handOverWait,
  stuck: messages.handOverStuck,
  hidden: messages.handOverHidden,
};

const ENDS: Readonly<Record<Exclude<NextCommand, { step: RestoreStep }>['kind'], Message>> = {
  done: messages.handOverDone,
  removed: messages.removed,
};

/** Copies what a colleague needs who goes on: what it is, where each step stands, what comes next, and the address. */
function HandOver({ restore }: { restore: Restore }) {
  const text = useText();
  const format = useFormat();
  const path = useVaultPath();
  const stepWords = useStepWords();
  const { vmName: name, recoveryPointTime, startTime, jobId, steps, next } = restore;
  const time = recoveryPointTime ?? startTime;
  const letter = [
    text(messages.handOverTitle, { name, vault: path.vaultName, time: time === null ? '?' : format.dateTime(time) }),
    ...steps.map((view, at) => `${at + 1}. ${text(stepTitles[view.step])}: ${stepWords(view)}`),
    'step' in next ? text(NEXT[next.kind], { step: text(stepTitles[next.step]) }) : text(ENDS[next.kind]),
    new URL(paths.restore(path, jobId), window.location.origin).href,
  ];
  return <CopyButton value={letter.join('\n')} label={text(messages.handOver)} done={text(messages.handedOver)} />;
}

/** A restore from recovery point to running machine: its steps, each with its state, read from Azure whenever it is opened. */
export default function Journey() {
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { path, jobId, restore } = useRestore();
  const plan = useQuery(planQuery(path, jobId));
  // What is said of a run stands above the steps: coming later, it would move them under somebody's finger.
  const isComing = plan.isLoading && plan.failureCount === 0;
  const data = isComing ? undefined : restore.data;
  const isRemoved = data?.next.kind === 'removed';
  const script = useScriptCommand(paths.restoreScript(path, jobId, 'journey'), isRemoved ? text(messages.removed) : undefined);
  const discard = {
    id: 'discard',
    label: text(messages.discard),
    icon: <Delete20Regular />,
    href: paths.discardRestore({ ...path, jobId }),
  };
  const record = {
    id: 'record',
    label: text(messages.record),
    icon: <ClipboardTextLtr20Regular />,
    href: paths.restoreRecord({ ...path, jobId }),
  };
  const evidence = {
    id: 'evidence',
    label: text(messages.evidence),
    icon: <DocumentCheckmark20Regular />,
    href: paths.restoreEvidence({ ...path, jobId }),
  };
  const steps = data?.steps ?? [];
  const lack = onlyLackOf(steps);
  const isAnyDone = steps.some(({ state }) => state === 'done');
  const stepWords = useStepWords();
  const isAlone = plan.data?.standing.state === 'running';
  const todo = isAlone ? null : stepToDo(data?.next);
  const open = steps.find(({ step }) => `${pathname}/`.startsWith(`${paths.restoreStep(path, jobId, step)}/`))?.step;
  // A step that is done leads on itself.
  const leadsOn = todo !== null && open !== todo && (open === undefined || stepAfter(steps, open) === null);

  const subtitle = () => {
    if (data === undefined) return path.vaultName;
    const { vmName: name, recoveryPointTime: time } = data;
    return time === null ? name : text(messages.ofMachine, { name, time: format.dateTime(time) });
  };

  return (
    <Blade
      title={text(titles.restoreJourney)}
      subtitle={subtitle()}
      busy={restore.isPending || isComing}
      problem={restore.error}
      onRefresh={() => void restore.refetch()}
      commands={[script, record, evidence, discard]}
      {...(leadsOn && {
        footer: (
          <FooterButton onClick={() => void navigate(paths.restoreStep(path, jobId, todo))}>
            {text(messages.goOn, { step: text(stepTitles[todo]) })}
          </FooterButton>
        ),
      })}
    >
      <output>{data?.next.kind === 'done' && <AllDone path={path} restore={data} />}</output>
      {isRemoved && <InfoBox>{text(messages.removed)}</InfoBox>}
      {data?.completes != null && (
        <InfoBox>
          <p>{text(disksMessages.completes)}</p>
          <TextLink to={paths.begunRestore(path, data.completes)}>{text(disksMessages.toCompleted)}</TextLink>
        </InfoBox>
      )}
      {data !== undefined && viewOf(steps, 'disks')?.state === 'running' && <DisksProgress path={path} jobId={jobId} restore={data} />}
      {data !== undefined && <PlanNotice path={path} jobId={jobId} restore={data} />}
      {steps.map((view, index) => {
        const locked = view.reason === 'needs-earlier-step' || view.reason === 'rehearsal-removed' ? view.reason : null;
        const isTaken = isAlone && view.state === 'ready' && data !== undefined && takenByRun(data, view.step);
        // What one would need to see more stands in the step: on the cards it would push the other steps out of sight.
        const seen = view.state === 'hidden' ? text(stateWord(view)) : stepWords(view);
        const own = isTaken ? text(planMessages.itsTurn) : seen;
        const words = locked === null ? own : text(stepReasons[locked]);
        const to = paths.restoreStep(path, jobId, view.step);
        return (
          <StepCard
            key={view.step}
            number={index + 1}
            title={text(stepTitles[view.step])}
            subline={words}
            to={to}
            done={view.state === 'done'}
            status={locked !== null ? undefined : STEP_STATUS[isTaken ? 'running' : view.state]}
            selected={pathname === to}
            lockedReason={locked === null ? undefined : words}
          />
        );
      })}
      <output className="visually-hidden">
        {data?.next.kind === 'command' && text(messages.handOverNext, { step: text(stepTitles[data.next.step]) })}
      </output>
      <output>
        {lack !== null && <p>{text(lack === 'protected-elsewhere' ? messages.allButElsewhere : messages.allButProtection)}</p>}
        {data?.next.kind === 'hidden' && <p>{text(isAnyDone ? messages.restHidden : messages.allHidden)}</p>}
        {data?.next.kind === 'wait' && <p>{text(messages.waiting)}</p>}
      </output>
      {data !== undefined && (
        <>
          <InfoBox>
            <p>{text(messages.keepLink)}</p>
            <HandOver restore={data} />
          </InfoBox>
          <RestoreFacts restore={data} />
        </>
      )}
    </Blade>
  );
}
