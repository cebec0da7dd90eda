// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { FormProvider, useForm } from 'react-hook-form';
import { expect, test } from 'vitest';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import { LevelSection } from './level-section';
import { freshForm } from './policy-form';

function Section(form: Partial<PolicyForm>) {
  const kept = useForm<PolicyForm>({ defaultValues: { ...freshForm('UTC'), ...form } });
  return (
    <FormProvider {...kept}>
      <LevelSection level="daily" />
    </FormProvider>
  );
}

test.each<[name: string, form: Partial<PolicyForm>, time: string]>([
  ['the only one of a day', {}, '05:30'],
  ['the last of several', { frequency: 'hourly', time: '08:00', everyHours: '4', forHours: '12' }, '20:00'],
  ['the last of several, in the night', { frequency: 'hourly', time: '19:30', everyHours: '6', forHours: '12' }, '07:30'],
  ['the first while it is not known how many there are', { frequency: 'hourly', time: '08:00', forHours: '' }, '08:00'],
])('a level keeps the backup of the time that it shows: %s', (_, form, time) => {
  render(<Section {...form} />);
  expect(screen.getByLabelText('At')).toHaveProperty('value', time);
});
