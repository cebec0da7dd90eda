import { createRoot, type Root } from 'react-dom/client';
import { countOf } from '../src/approvals/approvals';
import { THEMES } from '../src/capture/shot';
import { decide } from './decide';
import './page.css';
import { readReport, type ReportData } from '../src/report/data';
import { NoReport, Page } from './page';
import { data, get, open, set, move, zoomBy } from './state';
import { load, unsaved } from './storage';

const KEYS: Record<string, () => void> = {
  j: () => move(1),
  k: () => move(-1),
  y: () => decide('approved'),
  n: () => decide('rejected'),
  s: () => set({ view: 'side' }),
  o: () => set({ view: 'onion' }),
  w: () => set({ view: 'wipe' }),
  p: () => set({ view: 'parts' }),
  l: () => set({ language: data().languages.find((language) => language !== get().language) ?? get().language }),
  t: () => set({ theme: THEMES[(THEMES.indexOf(get().theme) + 1) % data().themes.length] ?? 'light' }),
  '+': () => zoomBy(1),
  '-': () => zoomBy(-1),
  '0': () => set({ zoom: undefined }),
};

/** Where letters are typed, they are letters. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=range]), textarea, select');

function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const act = KEYS[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** The address leads to a scene or a view: `#goal/de`, `#board`. */
function follow(): void {
  const [name = '', language] = decodeURIComponent(location.hash.slice(1)).split('/');
  if (name === 'summary' || name === 'board' || name === 'findings') set({ tab: name });
  else if (data().scenes.some(({ id }) => id === name)) set({ tab: 'figures', scene: name, language: language === 'en' ? 'en' : 'de' });
}

async function begin(root: Root, report: ReportData): Promise<void> {
  open(report);
  set({ scene: report.scenes[0]?.id ?? '', language: report.languages[0] ?? 'de' });
  await load();
  follow();
  root.render(<Page />);
  listenToKeys();
  window.addEventListener('hashchange', follow);
  window.addEventListener('beforeunload', (event) => {
    if (countOf(unsaved()) > 0) event.preventDefault();
  });
}

const app = document.querySelector('#app');
const report = readReport(document.querySelector('#review')?.textContent ?? 'null');
if (app) {
  const root = createRoot(app);
  if (report) void begin(root, report);
  else root.render(<NoReport />);
}
