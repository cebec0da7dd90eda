import { authorize, narrow } from '../../arm/authorize';
import type { ArmAnswer, ArmCall } from '../../arm/route';
import { activitiesBetween } from '../../world/activity-log';
import { callerOf, eventView } from './event-view';
import { readFilter } from './filter';

const READ = 'Microsoft.Insights/eventtypes/values/read';
const PAGE_SIZE = 200;

/** Leaves of an event what `$select` names, in any case; all of it without one. The id is needed to judge who may see it. */
function selected(event: Record<string, unknown>, select: string | null): Record<string, unknown> {
  if (select === null) return event;
  const names = new Set(['id', ...select.split(',').map((name) => name.trim().toLowerCase())]);
  return Object.fromEntries(Object.entries(event).filter(([name]) => names.has(name.toLowerCase())));
}

/** GET …/eventtypes/management/values: what was asked of the subscription, newest first, as far as the caller may see it. */
export function listActivities(call: ArmCall): ArmAnswer {
  const { world, principal, method, params, path } = call;
  const asked = { method, action: READ, scope: `/subscriptions/${params['subscriptionId']}`, path };
  const permission = authorize(world, principal, asked);
  const page = pageOf(call);
  return permission === 'narrowed' ? narrow(world, principal, asked, page) : page;
}

function pageOf({ world, params, query, path, origin }: ArmCall): ArmAnswer {
  const { from, to, accepts } = readFilter(query.get('$filter'), world.clock.now());
  const all = activitiesBetween(world, params['subscriptionId'] ?? '', from, to).filter((one) => accepts(one, callerOf(world, one)));
  // The log only grows at its head, so a page begins behind an entry and not at a number.
  const after = query.get('$skipToken');
  const rest = all.slice(after === null ? 0 : all.findIndex(({ id }) => id === after) + 1);
  const page = rest.slice(0, PAGE_SIZE);
  const value = page.map((activity) => selected(eventView(world, activity), query.get('$select')));
  const last = page.at(-1);
  if (last === undefined || rest.length === page.length) return { status: 200, body: { value } };
  const next = new URLSearchParams(query);
  next.set('$skipToken', last.id);
  return { status: 200, body: { value, nextLink: `${origin}${encodeURI(path)}?${next.toString()}` } };
}
