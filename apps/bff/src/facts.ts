import type { Fact, HiddenFact, ProblemCode, ReadNeed } from '@tresor/contracts';
import { Problem } from './problem';

export const known = <Value>(value: Value): Fact<Value> => ({ state: 'known', value });

export const hidden = (right: ReadNeed['right'], ...at: [string, ...string[]]): HiddenFact => ({ state: 'hidden', needs: [{ right, at }] });

/** What a command cannot do without. @throws Problem where the user may not see it */
export function seen<Value>(fact: Fact<Value>): Value {
  if (fact.state === 'known') return fact.value;
  throw new Problem(CODES[fact.needs[0].right] ?? 'forbidden', { needs: fact.needs });
}

const CODES: Partial<Record<ReadNeed['right'], ProblemCode>> = {
  'read-blobs': 'storage-data-forbidden',
  'pass-storage-firewall': 'storage-firewall',
  'read-keys': 'key-vault-forbidden',
  'pass-firewall': 'key-vault-firewall',
};

export const inSight = <Value>(fact: Fact<Value>, otherwise: Value): Value => (fact.state === 'known' ? fact.value : otherwise);

/** What follows from a fact; of what is hidden nothing does. */
export const followed = <From, To>(from: Fact<From>, next: (value: From) => Fact<To>): Fact<To> =>
  from.state === 'known' ? next(from.value) : from;

/** The same where the next has to be asked for. */
export const asked = async <From, To>(from: Fact<From>, next: (value: From) => Promise<Fact<To>>): Promise<Fact<To>> =>
  from.state === 'known' ? next(from.value) : from;

/** What one needs to see both, each right once. */
function together(one: HiddenFact, other: HiddenFact): HiddenFact {
  const [first, ...rest] = one.needs;
  const merged = (need: ReadNeed): ReadNeed => {
    const more = other.needs.filter(({ right }) => right === need.right).flatMap(({ at }) => at);
    const [place, ...places] = need.at;
    return { right: need.right, at: [place, ...new Set([...places, ...more].filter((at) => at !== place))] };
  };
  const isNew = ({ right }: ReadNeed) => !one.needs.some((need) => need.right === right);
  return { state: 'hidden', needs: [merged(first), ...rest.map(merged), ...other.needs.filter(isNew)] };
}

/** Whether everything holds: one thing that does not suffices to know, whatever is hidden of the others. */
export function every(facts: readonly Fact<boolean>[]): Fact<boolean> {
  if (facts.some((fact) => fact.state === 'known' && !fact.value)) return known(false);
  const [first, ...rest] = facts.flatMap((fact) => (fact.state === 'hidden' ? [fact] : []));
  return first ? rest.reduce(together, first) : known(true);
}

/** What all of them have; of what is hidden of one the whole is. */
export function gathered<Value>(facts: readonly Fact<Value[]>[]): Fact<Value[]> {
  const [first, ...rest] = facts.flatMap((fact) => (fact.state === 'hidden' ? [fact] : []));
  return first ? rest.reduce(together, first) : known(facts.flatMap((fact) => inSight(fact, [])));
}
