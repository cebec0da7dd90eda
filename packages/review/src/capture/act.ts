import type { Page } from '@playwright/test';
import type { Action } from '../scene/scene';
import type { Language } from '../words';
import { locate } from './locate';

/** The world the product is played in; its clock stands still until time is let pass. */
export interface Stage {
  url: string;
  /** Begins the world again; the same seed always brings the same world at the same moment. */
  reset(seed: string): Promise<void>;
  pass(minutes: number): Promise<void>;
  /** The moment at which every world begins. */
  moment: Date;
}

/** Does what a person would do. */
export async function act(page: Page, stage: Stage, action: Action, language: Language): Promise<void> {
  switch (action.do) {
    case 'open':
      await page.goto(new URL(action.path, stage.url).href);
      return;
    case 'pass':
      return stage.pass(action.minutes);
    case 'click':
      return locate(page, action.target, language).click();
    case 'type':
      return locate(page, action.target, language).fill(action.text[language]);
    case 'choose':
      await locate(page, action.target, language).selectOption({ label: action.option[language] });
      return;
    case 'tick':
      return locate(page, action.target, language)
        .getByRole('checkbox')
        .or(locate(page, action.target, language).getByRole('radio'))
        .check();
    case 'point':
      return locate(page, action.target, language).hover();
    case 'see':
      return locate(page, action.target, language).waitFor();
  }
}
