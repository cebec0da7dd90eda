import { createDOMRenderer, renderToStyleElements } from '@fluentui/react-components';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { createMemoryRouter } from 'react-router';
import { App, routes } from './app';

/** The page with its list, and the rules it needs. */
export function written(): { html: string; styles: string } {
  const renderer = createDOMRenderer(undefined, { styleElementAttributes: { nonce: '__NONCE__' } });
  const html = renderToString(<App router={createMemoryRouter(routes, { initialEntries: ['/vaults'] })} renderer={renderer} />);
  return { html, styles: renderToStaticMarkup(<>{renderToStyleElements(renderer)}</>) };
}
