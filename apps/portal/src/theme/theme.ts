import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

/** Colors measured in the pictures of the article; their names say what they are for. */
const names = [
  'tresorTopBar',
  'tresorHeader',
  'tresorOnHeader',
  'tresorOnHeaderQuiet',
  'tresorHub',
  'tresorHubHover',
  'tresorCardSelected',
  'tresorCardDone',
  'tresorCardBorder',
  'tresorLine',
  'tresorStepReached',
  'tresorStepAhead',
  'tresorTick',
  'tresorWarning',
  'tresorRunning',
  'tresorError',
  'tresorTileArea',
  'tresorInfoStrip',
  'tresorInfoPanel',
  'tresorInfoBadge',
  'tresorRowSelected',
  'tresorCrash',
] as const;
type Palette = Record<(typeof names)[number], string>;

/** The browser looks for each of these in each size and weight before it paints: `system-ui` is what the systems without Segoe write with. */
const type = { fontFamilyBase: "'Segoe UI', system-ui, sans-serif" };
const square = { borderRadiusSmall: '0', borderRadiusMedium: '0', borderRadiusLarge: '0', borderRadiusXLarge: '0' };

/** White on the article's #00bcf2 has a contrast of 2.2; the blue stays and its text is dark (8.6). */
const primary = {
  colorBrandBackground: '#00bcf2',
  colorBrandBackgroundHover: '#33c9f5',
  colorBrandBackgroundPressed: '#00a6d6',
  colorBrandBackgroundSelected: '#00bcf2',
  colorNeutralForegroundOnBrand: '#0b1a21',
};

const header = {
  tresorTopBar: '#191d21',
  tresorHeader: '#282d32',
  tresorOnHeader: '#ffffff',
  tresorOnHeaderQuiet: '#c8ccd0',
  tresorHub: '#282d32',
  tresorHubHover: '#53575b',
};

const light: Palette = {
  ...header,
  tresorCardSelected: '#d9f5fd',
  tresorCardDone: '#e6f8fe',
  tresorCardBorder: '#6fd9f8',
  tresorLine: '#c8c8c8',
  tresorStepReached: '#282d32',
  tresorStepAhead: '#6e7275',
  tresorTick: '#5e8f00',
  tresorWarning: '#c25e00',
  tresorRunning: '#0072c6',
  tresorError: '#c50f1f',
  tresorTileArea: '#eeeeee',
  tresorInfoStrip: '#cccccc',
  tresorInfoPanel: '#e6e6e6',
  tresorInfoBadge: '#0072c6',
  tresorRowSelected: '#d9f5fd',
  tresorCrash: '#00188f',
};

const dark: Palette = {
  ...header,
  tresorCardSelected: '#0f3a48',
  tresorCardDone: '#12303a',
  tresorCardBorder: '#2acaf8',
  tresorLine: '#4a4f54',
  tresorStepReached: '#ffffff',
  tresorStepAhead: '#a5a9ac',
  tresorTick: '#92d000',
  tresorWarning: '#ff9f2e',
  tresorRunning: '#4fb3f0',
  tresorError: '#f1707b',
  tresorTileArea: '#1b1f22',
  tresorInfoStrip: '#3c4146',
  tresorInfoPanel: '#2e3338',
  tresorInfoBadge: '#0072c6',
  tresorRowSelected: '#0f3a48',
  tresorCrash: '#7d92ff',
};

export const lightTheme = (): Theme & Palette => ({
  ...webLightTheme,
  ...type,
  ...square,
  ...primary,
  ...light,
  colorBrandForegroundLink: '#00668a',
  colorBrandForegroundLinkHover: '#004b66',
  colorCompoundBrandStroke: '#0083a9',
  colorCompoundBrandBackground: '#00799e',
  colorCompoundBrandBackgroundHover: '#00668a',
  colorNeutralBackgroundDisabled: '#e6e6e6',
  colorNeutralForegroundDisabled: '#5c6064',
  colorNeutralStroke1: '#aaaaaa',
  colorNeutralStrokeAccessible: '#616161',
});

export const darkTheme = (): Theme & Palette => ({
  ...webDarkTheme,
  ...type,
  ...square,
  ...primary,
  ...dark,
  colorBrandForegroundLink: '#4fd0f7',
  colorBrandForegroundLinkHover: '#8fe1fa',
  colorCompoundBrandStroke: '#2acaf8',
  colorCompoundBrandBackground: '#2acaf8',
  colorNeutralBackgroundDisabled: '#2e3338',
  colorNeutralForegroundDisabled: '#a0a4a8',
});

/** The palette as CSS variables, as `tokens` is for Fluent's own. */
export const palette: Readonly<Palette> = variables();

function variables(): Palette {
  const named = { ...light };
  for (const name of names) named[name] = `var(--${name})`;
  return named;
}
