import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import { useSyncExternalStore, type ReactNode } from 'react';
import { themeChoice } from '../kept/theme-choice';
import { usePageStyles, usePaperStyles } from './page-styles';
import { darkTheme, lightTheme } from './theme';

const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
const watchSystem = (changed: () => void) => {
  systemDark.addEventListener('change', changed);
  return () => systemDark.removeEventListener('change', changed);
};

/** Fluent with our theme; its styles carry the nonce of the page's security policy. */
export function Themed({ children }: { children: ReactNode }) {
  const choice = themeChoice.use();
  const systemIsDark = useSyncExternalStore(watchSystem, () => systemDark.matches);
  const isDark = choice === 'dark' || (choice === 'system' && systemIsDark);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={isDark ? darkTheme : lightTheme} className="app">
        <PageStyles />
        {children}
      </FluentProvider>
    </RendererProvider>
  );
}

function PageStyles() {
  usePageStyles();
  usePaperStyles();
  return null;
}
