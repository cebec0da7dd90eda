// The least an application of this kind can be: React, React Router and Fluent's shell with one table; no sign-in, no API. Taken up from HTML.
import { createDOMRenderer } from '@fluentui/react-components';
import { hydrateRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { App, routes } from './app';

const root = document.getElementById('root');
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce: document.querySelector('style')?.nonce ?? '' } });
if (root !== null) hydrateRoot(root, <App router={createBrowserRouter(routes)} renderer={renderer} />);
