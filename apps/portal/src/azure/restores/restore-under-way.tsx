import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ItemPath, JobId, Restore, RestoreStep } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';
import { isJobId } from '../../api/known-ids';
import { vaultOf } from '../../api/queries';
import { restoreQuery, restoresQuery } from '../../api/restore-queries';
import { useEdition } from '../../kept/edition';
import { defineMessages } from '../../language/messages';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { InfoBox } from '../../ui/feedback/info-box';
import { TextLink } from '../../ui/actions/text-link';
import { isRunning } from '../../words/job-words';
import { stepTitles } from '../../words/restore-steps';

const messages = defineMessages({
  running: {
    de: 'Für {name} läuft schon eine Wiederherstellung, begonnen {moment}. Sie lässt sich übernehmen, statt eine zweite zu starten.',
    en: 'A restore of {name} is already running, started {moment}. It can be taken over instead of starting a second one.',
  },
  takeOver: { de: 'Laufende Wiederherstellung öffnen', en: 'Open the running restore' },
  waiting: {
    de: 'Eine Wiederherstellung von {name}, begonnen {moment}, wartet noch auf jemanden: {step}. Sie lässt sich weiterführen, statt eine zweite zu starten.',
    en: 'A restore of {name}, started {moment}, is still waiting for someone: {step}. It can be continued instead of starting a second one.',
  },
  goOn: { de: 'Wartende Wiederherstellung öffnen', en: 'Open the waiting restore' },
  none: { de: '–', en: '–' },
});

const BEFORE_MACHINE: readonly RestoreStep[] = ['keys', 'machine'];

/** The step for which a restore waits on its way to a machine, or that somebody is at; null where there is nothing to go on with in its place. */
function openStep({ next, isolatedGroup }: Restore): RestoreStep | null {
  if (isolatedGroup !== null || next.kind === 'done' || next.kind === 'removed' || next.kind === 'hidden') return null;
  return BEFORE_MACHINE.includes(next.step) ? next.step : null;
}

/** Tells of a restore of the same machine that is not at its end, no matter who started it. */
export function RestoreUnderWay({ path }: { path: ItemPath }) {
  const text = useText();
  const format = useFormat();
  const edition = useEdition();
  const client = useQueryClient();
  const vault = vaultOf(path);
  const { data: listed = [] } = useQuery(restoresQuery(vault));
  const ofMachine = listed.flatMap(({ jobId, ...restore }) =>
    isJobId(jobId) && sameName(restore.vmName, path.vmName) ? [{ ...restore, jobId }] : [],
  );
  const running = ofMachine.find(isRunning);
  // What stands apart, as a rehearsal does, is known once it was looked into; then the one before it counts.
  const standsApart = (jobId: JobId) => (client.getQueryData(restoreQuery(vault, jobId, edition).queryKey)?.isolatedGroup ?? null) !== null;
  const newest = ofMachine.find(({ jobId }) => !standsApart(jobId));
  const lookedInto = running === undefined && newest !== undefined ? [newest.jobId] : [];
  const [found] = useQueries({ queries: lookedInto.map((jobId) => restoreQuery(vault, jobId, edition)) });
  const step = found?.data === undefined ? null : openStep(found.data);
  const { next, alone = false } = found?.data ?? {};
  const isWaiting = running === undefined && next?.kind !== 'wait' && !alone;
  const underWay = running ?? (step === null ? undefined : newest);
  if (underWay === undefined) return null;
  const name = path.vmName;
  const moment = underWay.startTime === null ? text(messages.none) : format.dateTime(underWay.startTime);
  return (
    <InfoBox>
      <p>
        {isWaiting && step !== null
          ? text(messages.waiting, { name, moment, step: text(stepTitles[step]) })
          : text(messages.running, { name, moment })}
      </p>
      <TextLink to={paths.restore(path, underWay.jobId)}>{text(isWaiting ? messages.goOn : messages.takeOver)}</TextLink>
    </InfoBox>
  );
}
