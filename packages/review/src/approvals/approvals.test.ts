import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Part } from '../capture/shot';
import { judgeApproval, stateOf } from '../judge/judge-approval';
import {
  approvalsText,
  changeOf,
  countOf,
  NO_APPROVALS,
  orphansOf,
  withChange,
  type Approvals,
  type Comment,
  type Decision,
} from './approvals';
import { readApprovals } from './read-approvals';
import { outlineOf, pageOf, structureOf } from './outline';
import type { Portrait } from './portrait';

const button = (name: string, x = 10): Part => ({ role: 'button', name, states: [], box: [x, 10, 50, 20], shown: true });
const portrait = (parts: Part[], image = 'a', environment = 'here'): Portrait => {
  const screen = { parts, width: 1000, height: 1000 };
  const outline = outlineOf(screen);
  return {
    scene: 'goal',
    language: 'de',
    outline,
    page: pageOf(screen),
    structure: structureOf(outline),
    images: { light: image },
    environment,
  };
};
const approve = (seen: Portrait, verdict: Decision['verdict'] = 'approved'): Decision => ({
  ...seen,
  verdict,
  who: 'Patti',
  when: '2017-01-18T09:00:00Z',
  reason: 'as the article',
});
const codes = (now: Portrait, decision: Decision) => judgeApproval(now, decision).map(({ code, weight }) => `${code} ${weight}`);

describe('an approved screen', () => {
  const seen = portrait([button('OK'), button('Cancel', 80)]);

  test('stays approved while nothing changes', () => {
    expect(stateOf(seen, approve(seen))).toBe('approved');
    expect(judgeApproval(seen, approve(seen))).toEqual([]);
  });

  test('is wrong when a part is renamed, with what went and what came', () => {
    const now = portrait([button('Fine'), button('Cancel', 80)]);
    expect(stateOf(now, approve(seen))).toBe('changed');
    expect(judgeApproval(now, approve(seen))).toMatchObject([
      { code: 'parts-changed', weight: 'wrong', details: { gone: 'button "OK"', come: 'button "Fine"' } },
    ]);
  });

  test('is wrong when only its picture changes, on the same machine', () => {
    expect(codes(portrait([button('OK'), button('Cancel', 80)], 'b'), approve(seen))).toEqual(['picture-changed wrong']);
  });

  test('is judged by its parts on a machine with other fonts', () => {
    const elsewhere = portrait([button('OK', 14), button('Cancel', 88)], 'b', 'elsewhere');
    expect(stateOf(elsewhere, approve(seen))).toBe('approved');
    expect(codes(elsewhere, approve(seen))).toEqual([]);
    expect(codes(portrait([button('OK', 400), button('Cancel', 80)], 'b', 'elsewhere'), approve(seen))).toEqual(['layout-moved look']);
  });

  test('may show fewer parts where fonts are wider, but none may be gone', () => {
    const pushedOut = portrait([button('OK'), { ...button('Cancel', 80), shown: false }], 'b', 'elsewhere');
    expect(stateOf(pushedOut, approve(seen))).toBe('approved');
    expect(codes({ ...pushedOut, environment: 'here' }, approve(seen))).toEqual(['parts-changed wrong']);
    expect(codes(portrait([button('OK')], 'b', 'elsewhere'), approve(seen))).toEqual(['parts-changed wrong']);
  });

  test('says what moved', () => {
    expect(judgeApproval(portrait([button('OK', 300), button('Cancel', 80)], 'b'), approve(seen))[0]).toMatchObject({
      code: 'layout-moved',
      details: { parts: 'button "OK" (29 %)' },
    });
  });
});

test('a rejected screen that changed wants to be looked at again', () => {
  const seen = portrait([button('OK')]);
  expect(codes(portrait([button('Fine')]), approve(seen, 'rejected'))).toEqual(['parts-changed look']);
});

test('a screen nobody judged is new', () => {
  expect(stateOf(portrait([button('OK')]), undefined)).toBe('new');
});

test('approvals are written in one order, no matter who writes them, and read again', () => {
  const [b, a] = [approve(portrait([button('OK')])), { ...approve(portrait([button('OK')])), scene: 'browse' }];
  const text = approvalsText({ version: 1, decisions: [b, a], comments: [] });
  expect(text).toBe(approvalsText({ version: 1, decisions: [a, b], comments: [] }));
  const folder = mkdtempSync(join(tmpdir(), 'approvals-'));
  const file = join(folder, 'approvals.json');
  expect(readApprovals(file)).toEqual(NO_APPROVALS);
  writeFileSync(file, text);
  expect(readApprovals(file).decisions.map(({ scene }) => scene)).toEqual(['browse', 'goal']);
  rmSync(folder, { recursive: true });
});

test('a judged scene that no journey has any more is named', () => {
  const decided = ['goal', 'browse', 'browse'].map((scene) => ({ ...approve(portrait([button('OK')])), scene }));
  const judged = { version: 1, decisions: decided, comments: [] } as const;
  expect(orphansOf(judged, [{ scenes: [{ id: 'goal' }] }, { scenes: [{ id: 'items' }] }])).toEqual(['browse']);
  expect(orphansOf(judged, [{ scenes: [{ id: 'goal' }, { id: 'browse' }] }])).toEqual([]);
});

const on = (scene: string, who: string, when = '2017-01-18T09:00:00Z'): Decision => ({
  ...approve(portrait([button('OK')])),
  scene,
  who,
  when,
});

const remark = (id: string): Comment => ({
  id,
  scene: 'goal',
  language: 'de',
  theme: 'light',
  who: 'Patti',
  when: '2017-01-18T09:00:00Z',
  text: 'Here.',
  region: { x: 0, y: 0, width: 1, height: 1 },
  image: 'a',
});

const of = (decisions: Decision[], comments: Comment[] = []): Approvals => ({ version: 1, decisions, comments });

describe('what one window decided', () => {
  test('is added to what others decided meanwhile, of which all stays', () => {
    const before = of([on('goal', 'Patti'), on('items', 'Patti')], [remark('1'), remark('2')]);
    const mine = of([on('goal', 'Lee', '2017-01-19T09:00:00Z'), on('items', 'Patti')], [remark('2'), remark('3')]);
    const theirs = of(
      [on('goal', 'Patti'), on('items', 'Adele', '2017-01-19T10:00:00Z'), on('browse', 'Adele')],
      [remark('1'), remark('2'), remark('4')],
    );
    const change = changeOf(before, mine);
    expect(countOf(change)).toBe(3);
    const { decisions, comments } = withChange(theirs, change);
    expect(decisions.map(({ scene, who }) => `${scene} ${who}`).toSorted()).toEqual(['browse Adele', 'goal Lee', 'items Adele']);
    expect(comments.map(({ id }) => id).toSorted()).toEqual(['2', '3', '4']);
  });

  test('is nothing where nothing was decided, and all of it is there when it is done twice', () => {
    const before = of([on('goal', 'Patti')], [remark('1')]);
    expect(countOf(changeOf(before, of([on('goal', 'Patti')], [remark('1')])))).toBe(0);
    const change = changeOf(before, of([on('goal', 'Lee', '2017-01-19T09:00:00Z')], [remark('1'), remark('2')]));
    const once = withChange(before, change);
    expect(withChange(once, change)).toEqual(once);
  });
});
