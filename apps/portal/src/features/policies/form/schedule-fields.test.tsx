// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { FormProvider, useForm } from 'react-hook-form';
import { expect, test } from 'vitest';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import * as zones from '../../../language/zone-table';
import { freshForm } from './policy-form';
import { ScheduleFields } from './schedule-fields';

function Fields({ isNew }: { isNew: boolean }) {
  const kept = useForm<PolicyForm>({ defaultValues: freshForm('UTC') });
  return (
    <FormProvider {...kept}>
      <ScheduleFields zones={zones} isNew={isNew} />
    </FormProvider>
  );
}

test('only a new policy has the zone of the browser proposed', () => {
  render(<Fields isNew />);
  expect(screen.getByText('All times are in this zone. Your browser’s zone is preselected.')).toBeDefined();
  cleanup();
  render(<Fields isNew={false} />);
  expect(screen.getByText('All times are in this zone.')).toBeDefined();
});
