// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { allItemsQuery } from '../../../api/queries';
import { adeleWasHere } from '../../../testing/adele';
import { knownOnly, mount } from '../../../testing/mount';
import NewPlan from './new-plan.blade';

beforeEach(adeleWasHere);

test('where the backup items could not be read they are not said to be loading, nor is one to be chosen', () => {
  const client = knownOnly();
  client
    .getQueryCache()
    .build(client, { queryKey: allItemsQuery().queryKey })
    .setState({ status: 'error', error: new Error('refused') });
  mount(<NewPlan />, { client });
  expect(screen.queryByRole('grid')).toBeNull();
  expect(screen.getByRole('button', { name: /^Create/ }).title).toBe('This couldn’t be read. Choose “Refresh”.');
});

test('where there is nothing to choose from it is said, and not to choose one', () => {
  const client = knownOnly();
  client.setQueryData(allItemsQuery().queryKey, []);
  mount(<NewPlan />, { client });
  expect(screen.getByRole('button', { name: /^Create/ }).title).toBe('There are no backed-up virtual machines you can see.');
});
