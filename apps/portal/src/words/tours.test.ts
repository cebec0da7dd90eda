// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { TOUR_IDS, tourPlaces } from '../kept/tours';
import { bladeIds, isTeaching } from '../map/map';
import { lessons } from './lessons';
import { stepAfter, tours } from './tours';

describe('a tour', () => {
  it('goes on by what is open, however somebody came there', () => {
    expect(stepAfter('backup', 0, ['settings'])).toBe(0);
    expect(stepAfter('backup', 0, ['vaults'])).toBe(1);
    expect(stepAfter('backup', 0, ['vaults', 'vault', 'backup', 'backupGoal'])).toBe(4);
  });

  it('does not go back when somebody does, and stops at its last step', () => {
    expect(stepAfter('backup', 4, ['vaults'])).toBe(4);
    const last = tours.backup.steps.length - 1;
    expect(stepAfter('backup', last, ['protection'])).toBe(last);
    expect(stepAfter('backup', 99, [])).toBe(last);
  });

  it.each(TOUR_IDS)('%s keeps each of its places, and only its last step leads nowhere', (id) => {
    const { steps } = tours[id];
    expect(steps.map(({ until }) => until.length > 0)).toEqual(steps.map((_, at) => at < steps.length - 1));
    for (const at of steps.keys()) {
      tourPlaces[id].set(`${at}`);
      expect(tourPlaces[id].get()).toBe(`${at}`);
    }
  });
});

it('each blade that teaches has its lesson, and no other', () => {
  expect(Object.keys(lessons).toSorted()).toEqual(bladeIds.filter(isTeaching).toSorted());
});
