// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ListUnread } from '../../ui/table/narrowing';
import { FIRST_FILTER } from './job-filter';
import { JobTools } from './job-tools';

test('where jobs could not be read another period can be chosen, but no status', () => {
  render(
    <ListUnread value>
      <JobTools jobs={[]} ranges={[1, 7]} filter={FIRST_FILTER} onFilter={() => undefined} />
    </ListUnread>,
  );
  expect(screen.getAllByRole<HTMLSelectElement>('combobox').map(({ labels }) => labels[0]?.textContent)).toEqual(['Time range']);
});
