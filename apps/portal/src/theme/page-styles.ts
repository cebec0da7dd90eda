import { makeStaticStyles } from '@fluentui/react-components';

/** Rules for the page itself. */
export const usePageStyles = makeStaticStyles({
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
export const usePaperStyles = makeStaticStyles(`
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
