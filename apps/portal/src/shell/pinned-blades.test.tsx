// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { paths } from '../map/paths';
import { adeleWasHere } from '../testing/adele';
import { mount } from '../testing/mount';
import { PinnedBlades } from './pinned-blades';

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
