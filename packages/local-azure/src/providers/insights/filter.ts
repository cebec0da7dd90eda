import { BareError } from '../../arm/route';
import { isWithin } from '../../world/authorization/access';
import type { Activity } from '../../world/activity-log';
import { KEPT_DAYS } from '../../world/activity-log';
import { groupOf, outcomeOf } from './event-view';
import { own } from '../../world/own';

/** What `$filter` asks for. Moments are milliseconds since 1970. */
interface ActivityFilter {
  from: number;
  to: number;
  accepts: (activity: Activity, caller: string) => boolean;
}

type Test = (activity: Activity, wanted: string, caller: string) => boolean;

const same = (a: string | undefined, b: string) => a?.toLowerCase() === b.toLowerCase();

const TESTS: Readonly<Record<string, Test>> = {
  resourcegroupname: ({ resourceId }, wanted) => same(groupOf(resourceId), wanted),
  resourceuri: ({ resourceId }, wanted) => isWithin(resourceId, wanted),
  resourceid: ({ resourceId }, wanted) => isWithin(resourceId, wanted),
  resourceprovider: ({ action }, wanted) => same(action.split('/')[0], wanted),
  correlationid: ({ correlationId }, wanted) => same(correlationId, wanted),
  caller: (_, wanted, caller) => same(caller, wanted),
  status: (activity, wanted) => same(outcomeOf(activity).status.value, wanted),
  // Everything here is of the channels that clients name.
  eventchannels: () => true,
};

const DAY = 86_400_000;
const refused = (message: string) => new BareError(400, 'BadRequest', message);

/** Without a zone a moment is of UTC: the Azure CLI writes it so, and without the quotes of the documentation. */
function momentOf(text: string): number | undefined {
  const moment = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(moment) ? undefined : moment;
}

/**
 * Reads `$filter`: `eventTimestamp ge '…'`, `eventTimestamp le '…'` and `name eq '…'`, joined by `and`.
 * @throws 400 BadRequest for another grammar, without a beginning, or with one before what is kept
 */
export function readFilter(text: string | null, now: number): ActivityFilter {
  let from: number | undefined;
  let to = now;
  const tests: [Test, string][] = [];
  for (const term of (text ?? '').trim().split(/(?<!\s)\s+and\s+(?=\w+\s+(?:eq|ge|le)\s)/i)) {
    const [, name = '', operator = '', , value = ''] = /^(\w+)\s+(eq|ge|le)\s+('?)([^']*)\3$/i.exec(term.trim()) ?? [];
    const test = own(TESTS, name.toLowerCase());
    const moment = same(name, 'eventTimestamp') ? momentOf(value) : undefined;
    if (moment !== undefined && same(operator, 'ge')) from = moment;
    else if (moment !== undefined && same(operator, 'le')) to = moment;
    else if (test && same(operator, 'eq')) tests.push([test, value]);
    else throw refused(`The filter '${term.trim()}' is not supported.`);
  }
  if (from === undefined) throw refused('The start time is required in the filter.');
  if (from < now - (KEPT_DAYS + 1) * DAY) throw refused(`The start time cannot be more than ${KEPT_DAYS} days in the past.`);
  return { from, to, accepts: (activity, caller) => tests.every(([test, wanted]) => test(activity, wanted, caller)) };
}
