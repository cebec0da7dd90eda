import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { encryptionEndSource, POINTS_AT_END_SOURCE, sameName, type Source } from '@tresor/support-matrix';
import type { ReactNode } from 'react';
import { encryptionEndQuery } from '../../api/queries';
import { useEstateScope } from '../../azure/estate/use-estate-scope';
import { SourceLine } from '../../ui/feedback/source-line';
import { Blade } from '../../blades/blade';
import type { Message } from '../../language/messages';
import { useText } from '../../language/use-text';
import { titles } from '../../map/map';
import { paths, useMachinePath } from '../../map/paths';
import { TextLink } from '../../ui/actions/text-link';
import { InfoBox } from '../../ui/feedback/info-box';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { endingRows, type EndingRow } from './ending-rows';
import { classNames, guestSteps, machineMessages as messages, ruleWords } from './messages';
import { ShellScript } from './shell-script';
import { CLASS_STATUS } from './use-ending-columns';
import { useEndingWords } from './use-ending-words';
import { targetOf } from './use-leaving-script';
import { usePlanChoice } from './use-plan-choice';

const useStyles = makeStyles({
  heading: { margin: '18px 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: 400 },
  list: { margin: '4px 0', paddingLeft: '20px' },
});

function Section({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

function Sources({ of }: { of: readonly (Source | undefined)[] }) {
  return [...new Set(of)].map((source) => source && <SourceLine key={source.title} source={source} />);
}

/** What only somebody inside the machine can do. */
function guestStepsOf({ end, machine }: EndingRow): Message[] {
  if (end.class === 'untold') return [guestSteps.find];
  if (end.class === 'rebuild') return [guestSteps.rebuild, guestSteps.domain];
  return machine.osType === 'Windows'
    ? [guestSteps.windowsStatus, guestSteps.letters, guestSteps.domain]
    : [guestSteps.linuxStatus, guestSteps.fstab, guestSteps.domain];
}

/** How one machine leaves Azure Disk Encryption: why, what comes first, what is left to people, its recovery points, and the script. */
export default function LeavingMachine() {
  const text = useText();
  const path = useMachinePath();
  const { managementGroup } = useEstateScope();
  const { data, error, isFetching, refetch } = useQuery(encryptionEndQuery(managementGroup));
  const { from, perWeek } = usePlanChoice();
  const row = endingRows(data ?? [], from, perWeek).find(
    ({ machine }) =>
      sameName(machine.subscriptionId, path.subscriptionId) &&
      sameName(machine.resourceGroup, path.vmGroup) &&
      sameName(machine.name, path.vmName),
  );
  return (
    <Blade title={path.vmName} subtitle={text(titles.leavingMachine)} busy={isFetching} problem={error} onRefresh={() => void refetch()}>
      {data !== undefined && row === undefined && <InfoBox>{text(messages.gone)}</InfoBox>}
      {row && <Account row={row} />}
      {row && <TextLink to={paths.encryptionInReadiness(path)}>{text(messages.encryption)}</TextLink>}
    </Blade>
  );
}

function Account({ row }: { row: EndingRow }) {
  const styles = useStyles();
  const text = useText();
  const words = useEndingWords();
  const { end } = row;
  return (
    <>
      <p>
        <StatusBadge status={CLASS_STATUS[end.class]}>{text(classNames[end.class])}</StatusBadge>
      </p>
      <p>{text(ruleWords[end.ruleId])}</p>
      <Sources of={[encryptionEndSource(end.ruleId)]} />
      {row.planned !== null && (
        <>
          {end.steps.length > 0 && (
            <Section title={text(messages.firstHeading)}>
              <ul className={styles.list}>
                {end.steps.map((step) => (
                  <li key={step}>{words.step(step, row)}</li>
                ))}
              </ul>
              <Sources of={end.steps.map((step) => encryptionEndSource(step))} />
            </Section>
          )}
          <Section title={text(messages.guestHeading)}>
            <p>{text(messages.guestIntro)}</p>
            <ul className={styles.list}>
              {guestStepsOf(row).map((step) => (
                <li key={step.en}>{text(step)}</li>
              ))}
            </ul>
          </Section>
          <Section title={text(messages.pointsHeading)}>
            <p>{words.points(row)}</p>
            {row.points !== null && <p>{words.pointsBasis}</p>}
            <p>{text(messages.newMachine)}</p>
            <SourceLine source={POINTS_AT_END_SOURCE} />
          </Section>
          <Section title={text(messages.scriptHeading)}>
            <MachineScript row={row} />
          </Section>
        </>
      )}
    </>
  );
}

function MachineScript({ row }: { row: EndingRow }) {
  const text = useText();
  const target = targetOf(row);
  if (target === null) return <p>{text(row.end.class === 'movable' ? messages.unmanaged : messages.noScript)}</p>;
  return (
    <>
      <p>{text(target.way === 'move' ? messages.needsAzCopy : messages.needsRebuild)}</p>
      <ShellScript label={text(messages.scriptHeading)} targets={[target]} />
    </>
  );
}
