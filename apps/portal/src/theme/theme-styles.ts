import { makeStaticStyles, type Theme } from '@fluentui/react-components';
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
export const useThemeStyles = makeStaticStyles(`
  :root { color-scheme: light; ${light()} }
  :root[data-theme='dark'] { color-scheme: dark; ${dark()} }
  @media (prefers-color-scheme: dark) {
    :root[data-theme='system'] { color-scheme: dark; ${dark()} }
  }
`);
