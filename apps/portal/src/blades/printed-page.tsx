import { makeStaticStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** On paper a page stands alone, without what is pressed on a screen. In a build the rules stand in the style sheet of every page. */
const usePrintStyles = makeStaticStyles(`
  .of-print { display: none }
  @media print {
    :root:has([data-printed]) :is([data-blade]:not(:has([data-printed])), [data-blade] ul[aria-label], [data-blade] button), .of-screen { display: none !important }
    .of-print { display: block }
    [data-printed] li, [data-printed] tr { break-inside: avoid }
    [data-printed] h3 { break-after: avoid }
  }
`);

/** What of a blade is meant for paper, too; what has the class `of-print` is for paper alone, `of-screen` for the screen. */
export function PrintedPage({ children }: { children: ReactNode }) {
  usePrintStyles();
  return <div data-printed="">{children}</div>;
}
