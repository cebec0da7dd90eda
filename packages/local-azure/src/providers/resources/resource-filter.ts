import { notImplemented } from '../../arm/refusals';
import { ArmError, type ArmCall } from '../../arm/route';
import { groupOf } from '../../world/arm-ids';
import { own } from '../../world/own';
import type { ArmResource } from '../../world/world';

type Test = (resource: ArmResource) => boolean;

const FIELDS: Record<string, (resource: ArmResource) => string> = {
  resourcetype: ({ type }) => type,
  name: ({ name }) => name,
  location: ({ location = '' }) => location,
  resourcegroup: ({ id }) => groupOf(id),
};

/** What the service filters by besides. */
const ELSEWHERE = /^(?:identity|plan|startswith|createdTime|changedTime|provisioningState)\b|\bor\b/i;

const text = String.raw`'((?:[^']|'')*)'`;
const COMPARED = new RegExp(String.raw`^(\w+)\s+(eq|ne)\s+${text}$`, 'i');
const PART = new RegExp(String.raw`^substringof\(\s*${text}\s*,\s*(\w+)\s*\)$`, 'i');

const meant = (quoted = '') => quoted.replaceAll("''", "'").toLowerCase();

const tagOf = ({ tags = {} }: ArmResource, name: string) => Object.entries(tags).find(([tag]) => tag.toLowerCase() === name)?.[1];

/** `tagName eq '…'`, alone or with `tagValue eq '…'`; undefined for anything else. */
function tagTest(terms: readonly string[]): Test | undefined {
  const [[, first = '', by = '', name] = [], [, second = 'tagvalue', valueBy = 'eq', value] = []] = terms.map(
    (term) => COMPARED.exec(term) ?? [],
  );
  const isOfTags = first.toLowerCase() === 'tagname' && second.toLowerCase() === 'tagvalue' && terms.length <= 2;
  if (!isOfTags || `${by}${valueBy}`.toLowerCase() !== 'eqeq' || name === undefined) return undefined;
  return (resource) => {
    const held = tagOf(resource, meant(name));
    return held !== undefined && (value === undefined || held.toLowerCase() === meant(value));
  };
}

function testOf(term: string): Test | undefined {
  const [, field = '', by = '', value] = COMPARED.exec(term) ?? [];
  const [, part, partOf = ''] = PART.exec(term) ?? [];
  const read = own(FIELDS, (field || partOf).toLowerCase());
  if (!read) return undefined;
  if (part !== undefined) return (resource) => read(resource).toLowerCase().includes(meant(part));
  const isWanted = by.toLowerCase() === 'eq';
  return (resource) => (read(resource).toLowerCase() === meant(value)) === isWanted;
}

/** What `and` stands between; within quotes it is a word like others. */
function termsOf(filter: string): string[] {
  const terms = [''];
  for (const [at, part] of filter.split("'").entries()) {
    const [first = '', ...others] = at % 2 === 0 ? part.split(/\band\b/i) : [part];
    const before = terms.pop() ?? '';
    terms.push(at === 0 ? first : `${before}'${first}`, ...others);
  }
  return terms.map((term) => term.trim());
}

const invalid = (filter: string) =>
  new ArmError(400, 'InvalidFilterInQueryString', `Invalid $filter '${filter}' specified in the query string.`);

/** The filter of a list of resource groups, which knows tags alone. @throws ArmError 400 */
export function tagFilterIn({ query }: ArmCall): Test {
  const filter = query.get('$filter')?.trim() ?? '';
  const test = filter === '' ? () => true : tagTest(termsOf(filter));
  if (test) return test;
  throw invalid(filter);
}

/**
 * The filter of a list of resources.
 * @throws ArmError 400 for one that the service does not know, 501 for one that is not served here
 */
export function filterIn({ method, path, query }: ArmCall): Test {
  const filter = query.get('$filter')?.trim() ?? '';
  if (filter === '') return () => true;
  const terms = termsOf(filter);
  const ofTags = tagTest(terms);
  if (ofTags) return ofTags;
  const tests = terms.map((term) => {
    const test = testOf(term);
    if (test) return test;
    throw ELSEWHERE.test(term) ? notImplemented(method, `${path} with $filter ${term}`) : invalid(filter);
  });
  return (resource) => tests.every((test) => test(resource));
}
