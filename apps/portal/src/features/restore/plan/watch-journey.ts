import { type QueryClient, QueryObserver, useQueryClient } from '@tanstack/react-query';
import type { JobId, Restore, VaultPath } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { planQuery, restoreQuery } from '../../../api/restore-queries';
import { getLanguage } from '../../../language/language';
import { defineMessages, formatMessage } from '../../../language/messages';
import type { Notice } from '../../../notifications/notifications';
import { notifyUnlessSeen } from '../../../notifications/notify-unless-seen';
import { paths } from '../../../map/paths';
import { useEdition } from '../../../kept/edition';
import { stepTitles } from '../../../words/restore-steps';
import { callOf, type Call } from './calls';

const messages = defineMessages({
  turn: { de: 'Die Wiederherstellung von {name} braucht Sie', en: 'The restore of {name} needs you' },
  waiting: { de: 'Die Wiederherstellung von {name} wartet auf einen Menschen', en: 'The restore of {name} is waiting for a person' },
  done: { de: 'Die Wiederherstellung von {name} ist zu Ende', en: 'The restore of {name} has ended' },
});

const INTENT = { turn: 'warning', waiting: 'warning', done: 'success' } as const;

function noticeOf(call: Exclude<Call, { kind: 'removed' }>, { vmName: name }: Restore, href: string): Notice & { href: string } {
  const language = getLanguage();
  const title = formatMessage(language, messages[call.kind], { name });
  const body = call.kind === 'turn' ? { body: formatMessage(language, stepTitles[call.step]) } : {};
  return { title, ...body, intent: INTENT[call.kind], href };
}

const watched = new Set<string>();

/** Follows a restore until it is at its end, also when its blade is closed, and tells when it needs somebody who did not see it coming. */
function watchJourney(client: QueryClient, path: VaultPath, jobId: JobId, edition: Edition, open: (href: string) => void): void {
  if (watched.has(jobId)) return;
  watched.add(jobId);
  const restores = new QueryObserver(client, restoreQuery(path, jobId, edition));
  const plans = new QueryObserver(client, planQuery(path, jobId));
  let before: string | undefined;
  const look = () => {
    const restore = restores.getCurrentResult().data;
    const plan = plans.getCurrentResult().data;
    if (restore === undefined || plan === undefined) return;
    const call = callOf(restore, plan);
    const said = JSON.stringify(call);
    const isNews = before !== undefined && said !== before;
    before = said;
    const isOver = call?.kind === 'done' || call?.kind === 'removed';
    if (isNews && call !== null && call.kind !== 'removed')
      notifyUnlessSeen(noticeOf(call, restore, paths.restore(path, jobId)), `restore ${jobId}`, open);
    if (isOver) stop();
  };
  const ends = [restores.subscribe(look), plans.subscribe(look)];
  const stop = () => {
    for (const end of ends) end();
    watched.delete(jobId);
  };
}

export function useWatchedJourney(path: VaultPath, jobId: JobId): void {
  const client = useQueryClient();
  const edition = useEdition();
  const navigate = useNavigate();
  useEffect(() => watchJourney(client, path, jobId, edition, (href) => void navigate(href)), [client, path, jobId, edition, navigate]);
}
