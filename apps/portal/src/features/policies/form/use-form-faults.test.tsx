// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { FormProvider, useForm } from 'react-hook-form';
import { expect, test } from 'vitest';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import { FaultProvider } from './fault-context';
import { LevelSection } from './level-section';
import { freshForm } from './policy-form';
import { useFormFaults } from './use-form-faults';

function Levels() {
  const form = useForm<PolicyForm>({ defaultValues: freshForm('UTC') });
  const { faults, tried } = useFormFaults(form, null);
  return (
    <FormProvider {...form}>
      <FaultProvider value={faults}>
        <LevelSection level="daily" />
        <output>{tried}</output>
      </FaultProvider>
    </FormProvider>
  );
}

test('letters in place of a number are told when the field is left, before anything is sent, and no longer once they are mended', () => {
  render(<Levels />);
  const days = screen.getByLabelText<HTMLInputElement>('For');
  const isWrong = () => days.getAttribute('aria-invalid') === 'true';
  fireEvent.change(days, { target: { value: 'ten' } });
  expect(isWrong()).toBe(false);
  fireEvent.blur(days);
  expect(isWrong()).toBe(true);
  expect(document.getElementById(days.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/whole number/);
  fireEvent.change(days, { target: { value: '10' } });
  expect(isWrong()).toBe(false);
  expect(screen.getByRole('status').textContent).toBe('0');
});
