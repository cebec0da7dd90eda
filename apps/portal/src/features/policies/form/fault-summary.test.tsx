// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FaultSummary } from './fault-summary';
import type { FormField } from './policy-form';

test.each<[FormField, string]>([
  ['kind', 'Policy sub type'],
  ['frequency', 'Frequency'],
  ['everyHours', 'Every'],
  ['forHours', 'Duration in hours'],
  ['snapshotDays', 'Retain instant recovery snapshots for (days)'],
  ['weekly.days', 'Weekly backup point'],
  ['retention', 'Retention range'],
])('a fault of %s is called after its place, %s', (field, place) => {
  render(<FaultSummary faults={[{ field, words: 'Not so.' }]} />);
  expect(screen.getByRole('button').textContent).toBe(`${place}: Not so.`);
});
