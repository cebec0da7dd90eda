import type { Locator, Page } from '@playwright/test';
import type { Action, Target } from '../scene/scene';
import type { Language } from '../words';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s*');

function nameOf({ name, match = 'exact' }: Target, language: Language): string | RegExp | undefined {
  const text = name?.[language];
  if (text === undefined) return undefined;
  if (match === 'starts') return new RegExp(`^${escaped(text)}`);
  return match === 'has' ? new RegExp(escaped(text)) : text;
}

/** The first such thing that can be seen. */
export function locate(page: Page, target: Target, language: Language): Locator {
  const within = target.inside ? locate(page, target.inside, language) : page;
  const name = nameOf(target, language);
  if (target.role === 'text')
    return within
      .getByText(name ?? /./, { exact: typeof name === 'string' })
      .filter({ visible: true })
      .first();
  const options = name === undefined ? {} : { name, exact: typeof name === 'string' };
  return within.getByRole(target.role, options).filter({ visible: true }).first();
}

/** An action in words, for messages: `click button “OK”`. */
export function inWords(action: Action, language: Language): string {
  if (action.do === 'open') return `open ${action.path}`;
  if (action.do === 'pass') return `let ${action.minutes} minutes pass`;
  const { role, name } = action.target;
  const what = `${role}${name ? ` “${name[language]}”` : ''}`;
  if (action.do === 'type') return `type “${action.text[language]}” into ${what}`;
  if (action.do === 'choose') return `choose “${action.option[language]}” in ${what}`;
  return `${action.do} ${what}`;
}
