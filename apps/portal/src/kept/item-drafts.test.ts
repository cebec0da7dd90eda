// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { draftStore } from './draft-store';
import { chosen, emptyRestoreDraft, isStarted, restoreDrafts } from './item-drafts';

const point = { id: '77', time: '2017-01-18T23:30:00Z', encrypted: true, managedDisks: false };

describe('the draft of a restore', () => {
  test('is started with the first choice', () => {
    expect([emptyRestoreDraft, { ...emptyRestoreDraft, point }].map(isStarted)).toEqual([false, true]);
  });

  test('has its id from the choice on, another one in each rule set, and another one after another choice', () => {
    let count = 0;
    const newId = () => `id ${(count += 1)}`;
    expect(chosen({ point }, newId)).toEqual({ point, begun: null, attempt: { '2017-01': 'id 1', current: 'id 2' } });
    expect(chosen({ configuration: null }, newId)).toEqual({
      configuration: null,
      begun: null,
      attempt: { '2017-01': 'id 3', current: 'id 4' },
    });
  });

  test('is read by a second tab with the id that the first one gave it', () => {
    restoreDrafts.change(
      'adele',
      chosen({ point }, () => 'of the first tab'),
    );
    const second = draftStore('restore', 3, emptyRestoreDraft, 'browser');
    expect(second.read('adele').attempt).toEqual({ '2017-01': 'of the first tab', current: 'of the first tab' });
  });
});
