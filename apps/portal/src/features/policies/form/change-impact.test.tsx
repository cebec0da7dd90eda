// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { policyName as policyNameOf } from '@tresor/contracts';
import { FormProvider, useForm } from 'react-hook-form';
import { expect, test, vi } from 'vitest';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import { zoneTableQuery } from '../../../language/use-zone';
import * as zones from '../../../language/zone-table';
import { knownOnly, mount } from '../../../testing/mount';
import { VAULT } from '../../../testing/places';
import { ChangeImpact, type Judgement } from './change-impact';
import { saidOf } from './form-calendar';
import { freshForm } from './policy-form';

const policyName = policyNameOf.parse('Daily');
const queryKey = ['policies', VAULT, policyName, 'points'];
const seen = freshForm('UTC');
const shorter: PolicyForm = { ...seen, daily: { kept: true, count: '7' } };
const DAY = 86_400_000;
/** A point of a Tuesday, which only the daily level keeps, older than seven days. */
const old = new Date(Date.now() - (14 + ((new Date().getUTCDay() + 5) % 7)) * DAY).toISOString();
const newest = new Date(Date.now()).toISOString();
const points = [newest, old].map((time) => ({ time, keeper: 'policy' }));

interface ImpactProps {
  changed: PolicyForm;
  before: PolicyForm;
  onJudged: (judgement: Judgement) => void;
}

function Impact({ changed, before, onJudged }: ImpactProps) {
  return (
    <FormProvider {...useForm({ defaultValues: changed })}>
      <ChangeImpact path={VAULT} policyName={policyName} seen={before} isChanged={changed !== before} onJudged={onJudged} />
    </FormProvider>
  );
}

/** What hinders a change that keeps points for a shorter time, when counting broke after `count` of 50 machines. */
function hindranceAfter(count: number, changed = shorter, before = seen, nameOf = (at: number) => `VM${String(at)}`) {
  const client = knownOnly();
  client.setQueryData(zoneTableQuery().queryKey, zones);
  const data = {
    total: 50,
    items: Array.from({ length: count }, (_, at) => ({ name: nameOf(at), resourceGroup: `RG${String(at)}`, points })),
    complete: count === 50,
  };
  client
    .getQueryCache()
    .build(client, { queryKey })
    .setState({ data, status: 'error', error: new Error('The stream broke.') });
  const judged = vi.fn<(judgement: Judgement) => void>();
  mount(<Impact changed={changed} before={before} onJudged={judged} />, { client });
  return { client, why: () => judged.mock.lastCall?.[0].why?.en, said: () => judged.mock.lastCall?.[0].said };
}

test.each([0, 20])('where only %i of 50 machines could be counted, the loss of points has to be risked knowingly', (count) => {
  const { client, why } = hindranceAfter(count);
  expect(screen.getByText(/^Not all existing points could be counted/)).toBeDefined();
  expect(why()).toBe('Confirm first that points may be deleted.');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Change anyway' }));
  expect(why()).toBeUndefined();
  fireEvent.click(screen.getByRole('button', { name: 'Count again' }));
  expect(client.isFetching({ queryKey })).toBe(1);
});

test('where all were counted, their loss is what has to be agreed to, also when counting them once more failed', () => {
  const { why } = hindranceAfter(50);
  expect(why()).toBe('Confirm first that points will be deleted.');
  fireEvent.click(screen.getByRole('checkbox', { name: 'These points will be deleted' }));
  expect(why()).toBeUndefined();
});

test('what was found is told with the form that it was found of', () => {
  const { said } = hindranceAfter(50);
  expect(said()).toBe(saidOf(shorter));
  expect(said()).not.toBe(saidOf(seen));
});

test('of a form that says nothing else yet nothing is said', () => {
  hindranceAfter(20, seen);
  expect(screen.queryByText(/may be deleted/)).toBeNull();
});

test('in a time zone that nobody knows, counting once more helps nobody', () => {
  hindranceAfter(50, { ...shorter, timeZone: 'Nowhere' }, { ...seen, timeZone: 'Nowhere' });
  expect(screen.getByText(/time zone isn’t known/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Count again' })).toBeNull();
});

test('machines of one name are told apart by their resource groups', () => {
  hindranceAfter(3, shorter, seen, (at) => (at === 2 ? 'SQL1' : 'WEB1'));
  const names = screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  expect(names).toEqual(expect.arrayContaining(['WEB1 (RG0)', 'WEB1 (RG1)', 'SQL1']));
});
