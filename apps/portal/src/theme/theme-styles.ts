import { makeStaticStyles } from '@fluentui/react-components';
import { darkTheme, lightTheme } from './theme';

const written = (values: readonly (readonly [string, string | number])[]) =>
  values.map(([name, value]) => `--${name}: ${value};`).join(' ');

const light = written(Object.entries<string | number>(lightTheme));
const known = new Map(Object.entries<string | number>(lightTheme));
const dark = written(Object.entries<string | number>(darkTheme).filter(([name, value]) => known.get(name) !== value));

/** The themes as variables of the page: which of them holds is one attribute, which the server knows to write. */
export const useThemeStyles = makeStaticStyles(`
  :root { color-scheme: light; ${light} }
  :root[data-theme='dark'] { color-scheme: dark; ${dark} }
  @media (prefers-color-scheme: dark) {
    :root[data-theme='system'] { color-scheme: dark; ${dark} }
  }
`);
