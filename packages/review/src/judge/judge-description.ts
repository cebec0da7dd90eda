import type { Part, Shot } from '../capture/shot';
import type { Description, Scene } from '../scene/scene';
import type { Language } from '../words';
import type { Finding, FindingCode } from './finding';
import { holds, partSaying } from './readable';

const CARD = /^(\d+)\.\s*/;
const BUTTONS = new Set(['button']);
const FIELDS = new Set(['textbox', 'searchbox', 'combobox', 'checkbox', 'radio', 'spinbutton', 'MenuListPopup', 'switch']);

const isCard = ({ role, name }: Part) => (role === 'link' || role === 'button') && CARD.test(name);
const names = (parts: readonly Part[]) => parts.map(({ name }) => name);

/** Compares a screen with the written description of the figure: the same parts, as many of them, in the same order. */
export function judgeDescription(scene: Pick<Scene, 'id' | 'describes'>, shot: Shot, language: Language): Finding[] {
  const shown = shot.parts.filter(({ shown }) => shown);
  const expected = (key: keyof Description) => scene.describes[key]?.map((words) => words[language]);
  const findings: Finding[] = [];
  const differ = (code: FindingCode, wanted: readonly string[], seen: readonly string[]) =>
    findings.push({
      code,
      weight: 'wrong',
      scene: scene.id,
      language,
      details: { wanted: wanted.join(' · '), seen: seen.join(' · '), wantedCount: `${wanted.length}`, seenCount: `${seen.length}` },
    });

  const whole = (key: keyof Description, code: FindingCode, seen: readonly string[], same = (a: string, b: string) => a === b) => {
    const wanted = expected(key);
    if (wanted && !(wanted.length === seen.length && wanted.every((words, index) => same(seen[index] ?? '', words))))
      differ(code, wanted, seen);
  };
  const amongOthers = (key: keyof Description, code: FindingCode, seen: readonly string[]) => {
    const wanted = expected(key);
    if (wanted && !inOrder(wanted, seen)) differ(code, wanted, seen);
  };

  whole('blades', 'blades-differ', names(bladesOf(shown)));
  whole(
    'cards',
    'cards-differ',
    names(shown.filter(isCard)).map((name) => name.replace(CARD, '')),
    startsWithWords,
  );
  whole('columns', 'columns-differ', names(shown.filter(({ role, name }) => role === 'columnheader' && name !== '')));
  amongOthers('buttons', 'buttons-differ', names(shown.filter(({ role }) => BUTTONS.has(role))));
  amongOthers('fields', 'fields-differ', names(shown.filter(({ role }) => FIELDS.has(role))));
  amongOthers('links', 'links-differ', names(shown.filter(({ role }) => role === 'link' || role === 'button')));
  const wanted = expected('texts');
  // The values of a list that is closed are out of sight, but for a press.
  const readable = shot.parts.filter(({ shown, role }) => shown || role === 'option');
  const unread = wanted?.filter((words) => !partSaying({ parts: readable }, words) && !holds(textOf(shown), words));
  if (unread && unread.length > 0) differ('texts-differ', unread, []);
  return findings;
}

/** Blades stand side by side; a region that shares the columns of a wider one is a part of it. */
const isInside = (a: Part, b: Part) => a.box[2] < b.box[2] && a.box[0] >= b.box[0] && a.box[0] + a.box[2] <= b.box[0] + b.box[2];

function bladesOf(shown: readonly Part[]): Part[] {
  const regions = shown.filter(({ role }) => role === 'region');
  return regions.filter((region) => !regions.some((other) => isInside(region, other))).toSorted((a, b) => a.box[0] - b.box[0]);
}

const textOf = (parts: readonly Part[]) => parts.map(({ name, value = '' }) => `${name} ${value}`).join(' ');

function startsWithWords(name: string, words: string): boolean {
  return name === words || (name.startsWith(words) && holds(name, words));
}

/** Every wanted name is there, in this order; others may stand between. */
function inOrder(wanted: readonly string[], seen: readonly string[]): boolean {
  let at = 0;
  for (const words of wanted) {
    at = seen.findIndex((name, index) => index >= at && startsWithWords(name, words)) + 1;
    if (at === 0) return false;
  }
  return true;
}
