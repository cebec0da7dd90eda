import type { Policy, SeenPolicy } from '@tresor/contracts';

/** Neither the order of days, weeks and dates means anything nor that of fields. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(String).toSorted((a, b) => a.localeCompare(b));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, inOrder(field)] as const);
  return Object.fromEntries(fields.toSorted(([a], [b]) => a.localeCompare(b)));
}

const canonical = ({ kind, timeZone, schedule, retention, instantRestoreDays }: SeenPolicy | Policy) =>
  JSON.stringify(inOrder({ kind, timeZone, schedule, retention, instantRestoreDays }));

/** Whether a policy already says what is wanted of it. */
export const isAs = (policy: Policy, terms: SeenPolicy) => canonical(policy) === canonical(terms);
