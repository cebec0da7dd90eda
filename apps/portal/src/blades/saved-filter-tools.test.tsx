// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { adeleWasHere } from '../testing/adele';
import { mount } from '../testing/mount';
import { SavedFilterTools } from './saved-filter-tools';

beforeEach(adeleWasHere);
const button = (name: string) => screen.getByRole('button', { name });

test('naming a filter begins in its field and ends on the button that began it', () => {
  mount(<SavedFilterTools />, { address: '/items?status=failed', path: 'items' });
  expect(document.activeElement).toBe(document.body);
  fireEvent.click(button('Save filter'));
  expect(document.activeElement).toBe(screen.getByLabelText('Filter name'));
  fireEvent.click(button('Cancel'));
  expect(document.activeElement).toBe(button('Save filter'));
});
