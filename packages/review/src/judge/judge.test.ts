import { describe, expect, test } from 'vitest';
import type { Label, Unit } from '../article/article';
import type { Part, Shot } from '../capture/shot';
import { the } from '../scene/say';
import type { Scene } from '../scene/scene';
import { name, t } from '../words';
import { judgeDescription } from './judge-description';
import { findingsOf, judgeLabels } from './judge-labels';
import { judgeSpelling, judgeWords } from './judge-words';

const part = (role: string, name: string, x = 0): Part => ({ role, name, states: [], box: [x, 0, 100, 20], shown: true });
const shot = (...parts: Part[]): Shot => ({
  width: 800,
  height: 600,
  pictures: {},
  parts,
  texts: [],
  contrast: {},
  pageLanguage: 'de',
});
const scene = (more: Partial<Scene> = {}): Scene => ({
  id: 'goal',
  title: name('Goal'),
  binds: [],
  actions: [],
  ready: the('button'),
  describes: {},
  ...more,
});
const unit: Unit = { kind: 'step', section: 'boil', heading: 'Boil', number: 3, paragraphs: [], labels: [], figures: [] };
const label = (text: string, kind: Label['kind'] = 'bold'): Label => ({ text, kind });
const judge = (labels: Label[], own: Shot, all: Shot[] = [], more: Partial<Scene> = {}) =>
  judgeLabels(
    unit,
    labels,
    'de',
    [{ scene: scene(more), shot: own }],
    all.map((shot, index) => ({ scene: scene({ id: `other-${index}` }), shot })),
  );

const outcome = (text: string, heading: string, language: 'de' | 'en') =>
  judgeLabels(unit, [label(text)], language, [{ scene: scene(), shot: shot(part('heading', heading)) }], [])[0]?.outcome;

describe('a label of the article', () => {
  test('is found where a part is called so, and only as words of their own', () => {
    const [goal, ok] = judge(
      [label('Sicherungsziel'), label('OK')],
      shot(part('link', '1. Sicherungsziel Auswählen', 7), part('button', 'BOOK')),
    );
    expect(goal).toMatchObject({ outcome: 'found', scene: 'goal', box: [7, 0, 100, 20] });
    expect(ok).toMatchObject({ outcome: 'missing' });
  });

  test('is found as the value of a field', () => {
    const field: Part = { ...part('searchbox', 'Filter'), value: 'Recovery Services' };
    expect(judge([label('Recovery Services')], shot(field))[0]?.outcome).toBe('found');
  });

  test('may stand on another screen, be spelled differently or be explained', () => {
    const results = judge(
      [label('Drucken'), label('Sicherungs-Ziel'), label('Faxen')],
      shot(part('button', 'Sicherungsziel')),
      [shot(part('button', 'Drucken'))],
      { explains: { Faxen: t('Gibt es nicht mehr.', 'Is no more.') } },
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['elsewhere', 'spelled', 'explained']);
  });

  test('may be in capitals as a heading; in English capitals do not matter at all', () => {
    expect(outcome('Standort', 'STANDORT', 'de')).toBe('found');
    expect(outcome('Backup Items', 'Backup items', 'en')).toBe('found');
    expect(outcome('Sicherungsziel', 'sicherungsziel', 'de')).toBe('spelled');
  });

  test('has its place at what is called so, before what only begins so', () => {
    const [found] = judge([label('Sicherung')], shot(part('button', 'Sicherung schließen', 3), part('heading', 'Sicherung', 9)));
    expect(found?.box?.[0]).toBe(9);
    const [card] = judge([label('Ziel')], shot(part('heading', 'Ziel', 9), part('link', '1. Ziel Auswählen', 3)));
    expect(card?.box?.[0]).toBe(3);
  });

  test('is wrong when it is nowhere; a quoted word is only to be looked at', () => {
    const findings = findingsOf(judge([label('Neu erstellen'), label('Blatt', 'quoted')], shot()));
    expect(findings.map(({ code, weight, details }) => [code, weight, details['label']])).toEqual([
      ['label-missing', 'wrong', 'Neu erstellen'],
      ['label-missing', 'look', 'Blatt'],
    ]);
  });
});

const card = (number: number, title: string) => part('link', `${number}. ${title} Auswählen`);

describe('the written description of a figure', () => {
  const cards = { cards: [t('Ziel', 'Goal'), t('Richtlinie', 'Policy'), t('Elemente', 'Items')] };

  test('holds when the same parts are there in the same order', () => {
    const screen = shot(card(1, 'Ziel'), card(2, 'Richtlinie'), card(3, 'Elemente'));
    expect(judgeDescription(scene({ describes: cards }), screen, 'de')).toEqual([]);
  });

  test('tells a missing card, with how many there should be', () => {
    const [finding] = judgeDescription(scene({ describes: cards }), shot(card(1, 'Ziel'), card(2, 'Richtlinie')), 'de');
    expect(finding).toMatchObject({ code: 'cards-differ', weight: 'wrong', details: { wantedCount: '3', seenCount: '2' } });
  });

  test('tells blades in another order', () => {
    const describes = { blades: [name('Backup'), name('Goal')] };
    const screen = shot(part('region', 'Backup', 300), part('region', 'Goal', 0));
    expect(judgeDescription(scene({ describes }), screen, 'de')).toMatchObject([
      { code: 'blades-differ', details: { seen: 'Goal · Backup' } },
    ]);
  });

  test('tells a column too many and a button that is gone', () => {
    const describes = { columns: [name('NAME')], buttons: [name('OK')] };
    const screen = shot(part('columnheader', 'NAME'), part('columnheader', 'SIZE'), part('button', 'Cancel'));
    expect(judgeDescription(scene({ describes }), screen, 'de').map(({ code }) => code)).toEqual(['columns-differ', 'buttons-differ']);
  });
});

const codes = (describes: Scene['describes'], ...parts: Part[]) =>
  judgeDescription(scene({ describes }), shot(...parts), 'de').map(({ code }) => code);

const outOfSight = (part: Part): Part => ({ ...part, shown: false });

describe('a text, a field and an entry of the description', () => {
  test('are missed where they are out of sight, but for the values of a closed list', () => {
    const cause = part('heading', 'Ursache');
    const texts = [t('Ursache', 'Cause')];
    expect(codes({ texts }, cause)).toEqual([]);
    expect(codes({ texts }, outOfSight(cause))).toEqual(['texts-differ']);
    expect(codes({ texts }, outOfSight(part('option', 'Ursache')))).toEqual([]);
  });

  test('are missed where others stand in their place', () => {
    expect(codes({ fields: [t('Name', 'Name')] }, part('textbox', 'Name'))).toEqual([]);
    expect(codes({ fields: [t('Name', 'Name')] }, part('textbox', 'Abonnement'))).toEqual(['fields-differ']);
    expect(codes({ links: [t('Elemente', 'Items')] }, part('link', 'Elemente'))).toEqual([]);
    expect(codes({ links: [t('Elemente', 'Items')] }, part('link', 'Aufträge'))).toEqual(['links-differ']);
  });
});

describe('words', () => {
  const vocabulary = { avoided: { de: [{ word: 'Depot', instead: 'Tresor' }], en: [] }, names: [/^Azure$/] };

  test('that belong to no screen, placeholders and a wrong language of the page are told', () => {
    const de = shot(part('text', 'Das Depot ist leer'), part('text', 'Noch {count} Tage'));
    const findings = judgeWords({ scene: 'goal', shots: { de: { ...de, pageLanguage: 'en' } } }, vocabulary);
    expect(findings.map(({ code }) => code)).toEqual(['page-language', 'word-avoided', 'placeholder']);
  });

  test('that are the same in both languages may not be translated', () => {
    const de = shot(part('button', 'Save changes'), part('text', 'Azure'), part('button', 'Löschen'));
    const en = { ...shot(part('button', 'Save changes'), part('text', 'Azure'), part('button', 'Delete')), pageLanguage: 'en' };
    expect(judgeWords({ scene: 'goal', shots: { de, en } }, vocabulary)).toMatchObject([
      { code: 'untranslated', details: { text: 'Save changes' } },
    ]);
  });

  test('in two spellings are told once', () => {
    const screens = [
      { scene: 'a', shot: shot(part('heading', 'Backup items')) },
      { scene: 'b', shot: shot(part('link', 'Backup-Items'), part('link', 'Backup items')) },
    ];
    expect(judgeSpelling('en', screens)).toMatchObject([
      { scene: 'b', details: { text: 'Backup-Items', other: 'Backup items', where: 'a' } },
    ]);
  });
});
