import { renderToString } from 'react-dom/server';
import { createMemoryRouter } from 'react-router';
import { writePageIn, type Language } from './language/language';
import { bladeIds, chainOf, patternOf, rows, type BladeId } from './map/map';
import { routesWith } from './routes';
import { view } from './view';

const never = () => new Promise<never>(() => undefined);
const routes = routesWith(() => never, never());

interface Written {
  /** The address as the router knows it. */
  pattern: string;
  /** The files of the blades it opens. */
  files: readonly string[];
  /** What the tab is called; the name of a part of the address stands between tildes. */
  title: Readonly<Record<Language, string>>;
}

const titleOf = ({ title, named }: (typeof rows)[BladeId]) => (named === undefined ? title : { de: `~${named}~`, en: `~${named}~` });

/** The addresses for which a page is written down. */
export const patterns: readonly Written[] = [
  { pattern: '/', files: [], title: { de: '', en: '' } },
  { pattern: '/browse', files: [], title: { de: '', en: '' } },
  ...bladeIds.map((id) => ({
    pattern: patternOf(id),
    files: chainOf(id).map((open) => rows[open].file),
    title: titleOf(rows[id]),
  })),
];

/** What the page at the address shows before anything runs in the browser. */
export function pageAt(address: string, language: Language): string {
  writePageIn(language);
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  const html = renderToString(view(router));
  router.dispose();
  return html;
}
