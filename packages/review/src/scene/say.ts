import type { Words } from '../words';
import type { Action, Binding, Target } from './scene';

/* The words scenes are written in. */

type Named = Omit<Target, 'role' | 'name'>;

export const the = (role: Target['role'], name?: Words, more: Named = {}): Target => ({ role, ...(name && { name }), ...more });

export const blade = (name: Words): Target => the('region', name);
/** A numbered card, by its title. */
export const card = (number: number, title: Words): Target => ({
  role: 'link',
  name: { de: `${number}. ${title.de}`, en: `${number}. ${title.en}` },
  match: 'starts',
});
export const text = (name: Words, more: Named = {}): Target => the('text', name, more);

export const open = (path: string): Action => ({ do: 'open', path });
export const click = (role: Target['role'], name: Words, more?: Named): Action => ({ do: 'click', target: the(role, name, more) });
export const clickOn = (target: Target): Action => ({ do: 'click', target });
export const type = (role: 'textbox' | 'searchbox', name: Words | undefined, text: Words): Action => ({
  do: 'type',
  target: the(role, name),
  text,
});
export const choose = (field: Words, option: Words): Action => ({ do: 'choose', target: the('combobox', field), option });
/** Ticks the box, or the button, of the row that holds these words. */
export const tick = (row: Words): Action => ({ do: 'tick', target: the('row', row, { match: 'has' }) });
export const see = (target: Target): Action => ({ do: 'see', target });
export const pass = (minutes: number): Action => ({ do: 'pass', minutes });

export const figure = (image: string): Binding => ({ to: 'figure', image });
/** A numbered step; without a section, that of any section of the article. */
export const step = (number: number, ...sections: readonly string[]): Binding => ({ to: 'unit', kind: 'step', number, sections });
export const row = (number: number, ...sections: readonly string[]): Binding => ({ to: 'unit', kind: 'row', number, sections });
export const passage = (number: number, ...sections: readonly string[]): Binding => ({ to: 'unit', kind: 'text', number, sections });
