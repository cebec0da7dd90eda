import './page.css';
import { createRoot, type Root } from 'react-dom/client';
import { readReport, type ReportData } from '../src/report/data';
import { listenToKeys } from './keys';
import { NoReport, Page } from './page';
import { data, get, open, set } from './state';
import { load } from './storage';

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
    if (get().unsaved > 0) event.preventDefault();
  });
}

const app = document.querySelector('#app');
const report = readReport(document.querySelector('#review')?.textContent ?? 'null');
if (app) {
  const root = createRoot(app);
  if (report) void begin(root, report);
  else root.render(<NoReport />);
}
