import { storedChoice } from './stored-choice';

type ThemeChoice = 'system' | 'light' | 'dark';

export const themeChoice = storedChoice<ThemeChoice>('tresor.theme', ['system', 'light', 'dark'], () => 'system');
