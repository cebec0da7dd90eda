import type { ArmCall } from '../../arm/route';
import { filterMoment } from './moments';
import { badRequest, queryValue } from './wire';

type Filter<Name extends string> = Partial<Record<Name, string>>;

/**
 * Reads `$filter`: `name eq 'value'` joined by `and`, nothing else. Names in any case.
 * @throws 400 BMSUserErrorInvalidInput for another grammar or a name the list does not know.
 */
export function filterOf<const Name extends string>(call: ArmCall, names: readonly Name[]): Filter<Name> {
  const filter: Filter<Name> = {};
  const given = queryValue(call, '$filter')?.trim();
  if (!given) return filter;
  for (const term of given.split(/(?<!\s)\s+and\s+(?=\w+\s+eq\s)/i)) {
    const match = /^(\w+)\s+eq\s+(?:'([^']*)'|(true|false))$/i.exec(term.trim());
    const name = names.find((known) => known.toLowerCase() === match?.[1]?.toLowerCase());
    if (!match || !name) throw badRequest('BMSUserErrorInvalidInput', `The filter '${term.trim()}' is not valid for this list.`);
    filter[name] = match[2] ?? match[3] ?? '';
  }
  return filter;
}

/** The moment that a filter names, if it does. @throws 400 BMSUserErrorInvalidInput for what is none */
export function momentOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const found = filterMoment(value);
  if (found === undefined) throw badRequest('BMSUserErrorInvalidInput', `'${value}' is not a time such as '2026-01-31 12:00:00 AM'.`);
  return found;
}

/** True when a filter says nothing about a field or names its value, in any case. */
export function matches(wanted: string | undefined, value: string | undefined): boolean {
  return wanted === undefined || wanted.toLowerCase() === (value ?? '').toLowerCase();
}

/** True unless the filter asks for another workload than Azure virtual machines. */
export function asksForVirtualMachines(filter: Filter<'backupManagementType' | 'workloadType' | 'itemType'>): boolean {
  return matches(filter.backupManagementType, 'AzureIaasVM') && matches(filter.workloadType, 'VM') && matches(filter.itemType, 'VM');
}
