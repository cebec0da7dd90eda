// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '../language/language';
import { paths } from '../map/paths';
import { adeleWasHere } from '../testing/adele';
import { mount } from '../testing/mount';
import { PinnedBlades } from './pinned-blades';

beforeEach(() => setLanguage('en'));
test('what is unpinned leaves the focus where it was pinned', () => {
  adeleWasHere();
  localStorage.setItem('tresor.pins.adele', paths.vaults());
  mount(<PinnedBlades />);
  const unpin = screen.getByRole('button');
  unpin.focus();
  fireEvent.click(unpin);
  expect(screen.queryByRole('button')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Pinned' }));
});
