import './page.css';
import type { ReportData } from '../src/report/data';
import { h, redraw } from './dom';
import { listenToKeys } from './keys';
import { data, get, note, onChange, open, say, set } from './state';
import { load } from './storage';
import { texts } from './texts';
import { board } from './views/board';
import { figure } from './views/figure';
import { findings } from './views/findings';
import { summary } from './views/summary';
import { top } from './views/top';

const VIEWS = { summary, figures: figure, board, findings };
const app = document.querySelector('#app');
const read: ReportData | null = JSON.parse(document.querySelector('#review')?.textContent ?? 'null');

function draw(root: Element): void {
  const { ui, look, tab, notice, scene, language } = get();
  document.documentElement.lang = ui;
  document.documentElement.dataset['look'] = look;
  document.title = `${say(texts.title)} – Tresor`;
  redraw(root, top(), h('p', { className: 'notice', role: 'status' }, notice), VIEWS[tab](), h('footer', {}, say(texts.keys)));
  show(root);
  const place = tab === 'figures' ? `#${scene}/${language}` : `#${tab}`;
  if (location.hash !== place) history.replaceState(null, '', place);
}

let shown = '';

/** What a person has gone to is brought into sight, once: the scene in its list, the place in the picture. */
function show(root: Element): void {
  const { tab, scene, lit } = get();
  const now = `${tab} ${scene} ${lit}`;
  if (now === shown) return;
  shown = now;
  for (const found of root.querySelectorAll('.list [aria-current], .mark.lit'))
    found.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** The address leads to a scene or a view: `#goal/de`, `#board`. */
function follow(): void {
  const [name = '', language] = decodeURIComponent(location.hash.slice(1)).split('/');
  if (name === 'summary' || name === 'board' || name === 'findings') set({ tab: name });
  else if (data().scenes.some(({ id }) => id === name)) set({ tab: 'figures', scene: name, language: language === 'en' ? 'en' : 'de' });
}

async function begin(root: Element, report: ReportData): Promise<void> {
  open(report);
  note({ scene: report.scenes[0]?.id ?? '', language: report.languages[0] ?? 'de' });
  await load();
  onChange(() => draw(root));
  follow();
  draw(root);
  listenToKeys();
  window.addEventListener('hashchange', follow);
  window.addEventListener('beforeunload', (event) => {
    if (get().unsaved > 0) event.preventDefault();
  });
}

if (app && read) void begin(app, read);
else if (app) {
  redraw(app, h('main', {}, h('h1', {}, say(texts.title)), h('p', {}, say(texts.none)), h('pre', {}, 'npm run review -- --docs <folder>')));
}
