import { createDOMRenderer, FluentProvider, RendererProvider, makeStaticStyles } from '@fluentui/react-components';
import { useSyncExternalStore, type ReactNode } from 'react';
import { themeChoice } from '../kept/theme-choice';
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

/** Rules for the page itself. */
const usePageStyles = makeStaticStyles({
  'html, body, #root, .app': { height: '100%', margin: 0 },
  body: { overflow: 'hidden', fontFamily: "'Segoe UI', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', sans-serif" },
  '.visually-hidden': {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
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

function PageStyles() {
  usePageStyles();
  usePaperStyles();
  return null;
}
