import { makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { DenyingPolicy, ItemPath, RestoreOutlook, StepOutlook } from '@tresor/contracts';
import { restoreOutlookQuery } from '../../../api/restore-queries';
import type { RestoreDraft } from '../../../kept/item-drafts';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { useEdition } from '../../../kept/edition';
import { InfoBox } from '../../../ui/feedback/info-box';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { TextLink } from '../../../ui/actions/text-link';
import { stepTitles } from '../../../words/restore-steps';
import { explanationOf } from '../../../words/verdict-words';
import { useDelegated } from '../../../api/use-delegated';
import { pointMessages } from '../messages';
import { Threats } from './threats';
import { outlookMessages as messages } from './outlook-messages';
import { useStepOutlookWords } from '../../../azure/restores/use-step-outlook-words';
import { dataDiskWords } from '../../../words/data-disks-ahead';
import { scopeName } from '../../../words/scope-name';

const useStyles = makeStyles({
  output: { display: 'block', marginTop: '11px' },
  list: { margin: '4px 0', paddingLeft: '18px' },
});

const isClosed = ({ state }: StepOutlook) => state !== 'open' && state !== 'not-needed';

/** What is known of a restore as it is chosen so far, or of the newest restore point. */
export const useOutlook = (path: ItemPath, { point, configuration }: RestoreDraft) =>
  useQuery(restoreOutlookQuery(path, useEdition(), { recoveryPointId: point?.id, configuration }));

/** How far the signed-in person would come, said before anything is pressed. */
export function Outlook({ path, draft }: { path: ItemPath; draft: RestoreDraft }) {
  const styles = useStyles();
  const text = useText();
  const { data, error } = useOutlook(path, draft);
  return (
    <output className={styles.output}>
      {data?.suspicion != null && (
        <InfoBox>
          <Threats {...data.suspicion} />
        </InfoBox>
      )}
      {data !== undefined && <Found path={path} outlook={data} isChosen={draft.point !== null} />}
      {data === undefined && text(error === null ? messages.reading : messages.failed)}
    </output>
  );
}

function Found({
  path,
  outlook: { steps, isReadOnly, recoveryPointId, unusable, size, unseen },
  isChosen,
}: {
  path: ItemPath;
  outlook: RestoreOutlook;
  /** Whether it is about a point that was selected, and says nothing of the others. */
  isChosen: boolean;
}) {
  const styles = useStyles();
  const text = useText();
  const words = useStepOutlookWords(path.subscriptionId);
  const isDelegated = useDelegated()(path.subscriptionId);
  const closed = steps.filter(isClosed);
  if (recoveryPointId === null) {
    if (unusable.length === 0) return <InfoBox>{text(isChosen ? messages.chosenGone : pointMessages.none)}</InfoBox>;
    return (
      <InfoBox>
        <p>{text(isChosen ? messages.chosenUnusable : messages.unusable)}</p>
        <ul className={styles.list}>
          {explanationOf({ state: 'blocked', reasons: unusable }, { isDelegated, hasOther: isChosen }).map((line) => (
            <li key={line.en}>{text(line)}</li>
          ))}
        </ul>
      </InfoBox>
    );
  }
  if (isReadOnly) return <InfoBox>{text(messages.readOnly)}</InfoBox>;
  if (closed.length === 0) {
    return (
      <>
        <StatusBadge status="success">{text(messages.open)}</StatusBadge>
        {unseen.includes('policies') && <p>{text(messages.policiesUnseen)}</p>}
        <Size size={size} unseen={unseen} />
        <DataDisks unseen={unseen} />
      </>
    );
  }
  const disallowed = closed.filter(({ state }) => state === 'disallowed');
  const mine = closed.filter(({ state }) => state !== 'refused' && state !== 'disallowed');
  const canBegin = mine.every(({ step }) => step !== 'disks');
  return (
    <InfoBox>
      {closed.map(
        ({ step, ruleId, ...rest }) => ruleId !== null && <Refused key={step} ruleId={ruleId} words={words({ step, ruleId, ...rest })} />,
      )}
      {disallowed.length > 0 && <Disallowed steps={disallowed} />}
      {mine.length > 0 && (
        <>
          <p>{text(messages.closed)}</p>
          <ByReason steps={mine} words={words} />
          {canBegin && <p>{text(messages.goOn)}</p>}
        </>
      )}
      <Size size={size} unseen={unseen} />
      <DataDisks unseen={unseen} />
      {mine.some(({ state }) => state === 'barred') && <TextLink to={paths.permissions(path)}>{text(messages.permissions)}</TextLink>}
    </InfoBox>
  );
}

/** What a person will be asked for if it has encrypted data disks. */
function DataDisks({ unseen }: Pick<RestoreOutlook, 'unseen'>) {
  const text = useText();
  return dataDiskWords(unseen).map((words) => <p key={words.en}>{text(words)}</p>);
}

/** Where the size that the machine had cannot be had again. */
function Size({ size, unseen }: Pick<RestoreOutlook, 'size' | 'unseen'>) {
  const text = useText();
  if (size === null) return unseen.includes('zone') ? <p>{text(messages.zoneUnknown)}</p> : null;
  const { old, other, zone } = size;
  const none = () => (zone === null ? text(messages.noSize, { old }) : text(messages.noSizeInZone, { old, zone }));
  const instead = (other: string) =>
    zone === null ? text(messages.otherSize, { old, other }) : text(messages.otherSizeInZone, { old, other, zone });
  return <p>{other === null ? none() : instead(other)}</p>;
}

/** Steps that have one reason, together. */
function ByReason({ steps, words }: { steps: readonly StepOutlook[]; words: (step: StepOutlook) => string }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  return (
    <ul className={styles.list}>
      {[...new Set(steps.map(words))].map((why) => (
        <li key={why}>
          <strong>{format.list(steps.filter((one) => words(one) === why).map(({ step }) => text(stepTitles[step])))}</strong>: {why}
        </li>
      ))}
    </ul>
  );
}

/** What policies forbid, whatever the rights. */
function Disallowed({ steps }: { steps: readonly StepOutlook[] }) {
  const text = useText();
  const format = useFormat();
  const named = ({ name, scope }: DenyingPolicy) => text(messages.policy, { name, scope: scopeName(scope, text) });
  return (
    <>
      <p>{text(messages.disallowed)}</p>
      <ByReason steps={steps} words={({ policies }) => format.list(policies.map(named))} />
      <p>{text(messages.policyTodo)}</p>
    </>
  );
}

/** What nobody can do, whatever the rights. */
function Refused({ ruleId, words }: { ruleId: string; words: string }) {
  const text = useText();
  return (
    <>
      <p>
        {text(messages.refused)} {words}
      </p>
      <p>
        <TextLink to={paths.supportMatrixEntry({ entry: ruleId })}>{text(messages.rule)}</TextLink>
      </p>
    </>
  );
}
