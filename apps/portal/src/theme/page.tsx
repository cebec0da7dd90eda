import { makeStaticStyles, tokens, type Theme } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { darkTheme, lightTheme } from './theme';

const written = (values: readonly (readonly [string, string | number])[]) =>
  values.map(([name, value]) => `--${name}: ${value};`).join(' ');

const valuesOf = (theme: Theme) => Object.entries<string | number>(theme);

/** Functions: while building they are called, and in the browser there is nothing of them. */
const light = () => written(valuesOf(lightTheme()));
const dark = () => {
  const known = new Map(valuesOf(lightTheme()));
  return written(valuesOf(darkTheme()).filter(([name, value]) => known.get(name) !== value));
};

/** The themes as variables of the page: which of them holds is one attribute, which the server knows to write. */
const useThemeStyles = makeStaticStyles(`
  :root { color-scheme: light; ${light()} }
  :root[data-theme='dark'] { color-scheme: dark; ${dark()} }
  @media (prefers-color-scheme: dark) {
    :root[data-theme='system'] { color-scheme: dark; ${dark()} }
  }
`);

/** Rules for the page itself. */
const usePageStyles = makeStaticStyles({
  'html, body, #root, .app': { height: '100%', margin: 0 },
  '.app': {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  body: { overflow: 'hidden', fontFamily: tokens.fontFamilyBase },
  // Fluent makes the line below a drop-down that has the focus as high as its corners are round, and ours are square.
  'span.fui-Select::after': { height: '4px' },
  '.visually-hidden': {
    position: 'absolute',
    // A size or weight of its own is a font of its own, which nobody sees.
    font: 'inherit',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** The link to which a tour leads. */
const useTourStyles = makeStaticStyles({
  '[data-tour-next]': { outline: `3px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-3px' },
});

/** As text: of rules in objects, Griffel leaves out those that hold others. */
const usePaperStyles = makeStaticStyles(`
  @media print {
    html, body, #root, #root * { height: auto !important; max-height: none !important; overflow: visible !important }
    nav, #hub, header:not(section header) { display: none !important }
  }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
    }
  }
`);

/** What all of the page looks like. */
export function Page({ children }: { children: ReactNode }) {
  useThemeStyles();
  usePageStyles();
  useTourStyles();
  usePaperStyles();
  return <div className="app">{children}</div>;
}
