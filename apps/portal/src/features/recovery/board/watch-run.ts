import { type QueryClient, QueryObserver, useQueryClient } from '@tanstack/react-query';
import type { RecoveryPlan } from '@tresor/contracts';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { recoveryPlanQuery } from '../../../api/recovery-queries';
import { getLanguage } from '../../../language/language';
import { defineMessages, formatMessage } from '../../../language/messages';
import { paths } from '../../../map/paths';
import type { Notice } from '../../../notifications/notifications';
import { notifyUnlessSeen } from '../../../notifications/notify-unless-seen';
import { whenLeaving } from '../../../session/session';
import { cameBack } from '../came-back';
import { outcomeOf } from '../standing-status';
import { callsOf, isOver, newsOf, type RunCalls } from './news-of-run';

const messages = defineMessages({
  person: {
    de: '{count, plural, one {Ein virtueller Computer geht} other {# virtuelle Computer gehen}} nicht von selbst weiter',
    en: '{count, plural, one {One virtual machine doesn’t} other {# virtual machines don’t}} go on without a person',
  },
  signIn: { de: 'Der Wiederherstellungsplan wartet auf eine Anmeldung', en: 'The restore plan is waiting for a sign-in' },
  signInRehearsal: { de: 'Die Probe wartet auf eine Anmeldung', en: 'The rehearsal is waiting for a sign-in' },
  ended: { de: 'Der Wiederherstellungsplan ist zu Ende', en: 'The restore plan has ended' },
  endedRehearsal: { de: 'Die Probe ist zu Ende', en: 'The rehearsal has ended' },
  cancelled: { de: 'Der Wiederherstellungsplan ist abgebrochen', en: 'The restore plan is canceled' },
  cancelledRehearsal: { de: 'Die Probe ist abgebrochen', en: 'The rehearsal is canceled' },
  done: {
    de: '{done, plural, one {# von {total, number} virtuellen Computern ist} other {# von {total, number} virtuellen Computern sind}} gelaufen.',
    en: '{done, number} of {total, number} virtual machines ran.',
  },
  doneSeen: {
    de: '{done, plural, one {# von {total, number} virtuellen Computern, die Sie sehen, ist} other {# von {total, number} virtuellen Computern, die Sie sehen, sind}} gelaufen.',
    en: '{done, number} of {total, number} virtual machines that you can see ran.',
  },
});

/** Without anything of a person or of their own words: it may be shown on a locked screen. */
function noticeOf(news: NonNullable<ReturnType<typeof newsOf>>, plan: RecoveryPlan): Notice & { href: string } {
  const language = getLanguage();
  const href = paths.recoveryPlan({ planId: plan.planId });
  const of = plan.rehearsal === null ? '' : 'Rehearsal';
  const { done, total } = cameBack(plan);
  const outcome = outcomeOf({ done, total, unseen: plan.unseen });
  const body = formatMessage(language, plan.unseen > 0 ? messages.doneSeen : messages.done, { done, total });
  switch (news) {
    case 'person':
      return { title: formatMessage(language, messages.person, { count: callsOf(plan).open.size }), intent: 'warning', href };
    case 'sign-in':
      return { title: formatMessage(language, messages[`signIn${of}`]), intent: 'warning', href };
    default:
      return {
        title: formatMessage(language, messages[`${news}${of}`]),
        body,
        intent: outcome === 'all' ? 'success' : 'warning',
        href,
      };
  }
}

const watched = new Set<string>();

/** Before anything of a run was seen. */
const NOTHING_OPEN: RunCalls = { standing: 'goes-on', open: new Set() };

/** Follows a run until it is at its end, also when its board is closed: that is what brings it new tokens, too. */
function watchRun(client: QueryClient, planId: string, first: RunCalls | undefined, open: (href: string) => void): void {
  if (watched.has(planId)) return;
  watched.add(planId);
  const plans = new QueryObserver(client, recoveryPlanQuery(planId));
  let before = first;
  const look = (isLeaving = false) => {
    const { data: plan } = plans.getCurrentResult();
    if (plan === undefined) return;
    const now = callsOf(plan, isLeaving);
    const news = before === undefined ? null : newsOf(before, now);
    before = now;
    if (news !== null) notifyUnlessSeen(noticeOf(news, plan), `run ${planId}`, open);
    if (!isOver(plan)) return;
    for (const end of ends) end();
    watched.delete(planId);
  };
  const ends = [plans.subscribe(() => look()), whenLeaving(() => look(true))];
  look();
}

/** What of a run is on: of one that begins while its plan is open all is news, also what its first look finds. */
export function useWatchedRun(planId: string, state: 'planned' | 'on' | 'over' | undefined): void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const begins = useRef(false);
  useEffect(() => {
    if (state === 'planned' || state === 'over') begins.current = state === 'planned';
    if (state === 'on') watchRun(client, planId, begins.current ? NOTHING_OPEN : undefined, (href) => void navigate(href));
  }, [client, planId, state, navigate]);
}
