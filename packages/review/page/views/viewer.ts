import type { SceneView } from '../../src/report/data';
import type { Language } from '../../src/words';
import { h } from '../dom';
import { get, picture, say, set } from '../state';
import { texts } from '../texts';
import { mark } from './mark';
import { overlay } from './overlay';

/** Width of the lists beside the pictures, and below which width they stand elsewhere. */
const LISTS = 600;
const NARROW = 1000;

interface Sheet {
  caption: string;
  source: string;
  width: number;
  height: number;
  marks: readonly HTMLElement[];
  ours: boolean;
}

/** The pictures of a scene, compared as the person likes. */
export function viewer(scene: SceneView): HTMLElement {
  const { view, pair, language } = get();
  const ours = ourSheet(scene, language, view === 'parts');
  if (!ours) return h('p', { className: 'viewer' }, mishap(scene, language));
  if (pair === 'approved') return approved(scene, ours);
  const other =
    pair === 'languages' ? ourSheet(scene, language === 'de' ? 'en' : 'de', view === 'parts') : articleSheet(scene, view === 'parts');
  if (!other)
    return h(
      'div',
      { className: 'viewer', key: 'viewer' },
      h('p', { className: 'quiet' }, say(pair === 'languages' ? texts.notTaken : texts.noPicture)),
      frame(ours, scaleFor(ours)),
    );
  if (view === 'side' || view === 'parts')
    return h('div', { className: 'viewer side', key: 'viewer' }, frame(other, scaleFor(other, ours)), frame(ours, scaleFor(other, ours)));
  return h('div', { className: 'viewer', key: 'viewer' }, stacked(other, ours));
}

function mishap(scene: SceneView, language: Language): string {
  const trouble = scene.takes[language]?.mishap;
  return trouble ? `${trouble.action}: ${trouble.reason}` : say(texts.notTaken);
}

function ourSheet(scene: SceneView, language: Language, outlines: boolean): Sheet | undefined {
  const { theme } = get();
  const take = scene.takes[language];
  const hash = take?.pictures[theme] ?? take?.pictures.light;
  if (!take || hash === undefined) return undefined;
  const { width, height } = take;
  return {
    caption: `${say(texts.ours)} · ${say(texts.languages[language])}`,
    source: picture(hash),
    width,
    height,
    marks: overlay(scene, take, language, outlines),
    ours: true,
  };
}

function articleSheet({ articlePicture, takes }: SceneView, outlines: boolean): Sheet | undefined {
  if (!articlePicture) return undefined;
  const { hash, edges, width, height } = articlePicture;
  const { language, spots, lit } = get();
  const marks = (spots ? (takes[language]?.hotspots ?? []) : []).flatMap(({ number, label, theirs }) =>
    theirs ? [mark(theirs, width, height, `${number}`, label, lit === `spot-${number}`)] : [],
  );
  return { caption: say(texts.article), source: picture(outlines ? edges : hash), width, height, marks, ours: false };
}

/** As large as was asked for; else so that everything fits beside each other, and nothing larger than it is. */
function scaleFor(...sheets: readonly Sheet[]): number {
  const { zoom } = get();
  const room = document.documentElement.clientWidth - (document.documentElement.clientWidth > NARROW ? LISTS : 40) - 16 * sheets.length;
  return zoom ?? Math.min(1, room / sheets.reduce((sum, { width }) => sum + width, 0));
}

const LEAST = 0.01;

/** Lets the person draw a frame on a picture with the mouse or a pen. */
function drawable(sheet: HTMLElement): void {
  sheet.addEventListener('pointerdown', (down) => {
    if (down.button !== 0) return;
    const around = sheet.getBoundingClientRect();
    const at = ({ clientX, clientY }: PointerEvent) => ({
      x: Math.min(1, Math.max(0, (clientX - around.left) / around.width)),
      y: Math.min(1, Math.max(0, (clientY - around.top) / around.height)),
    });
    const from = at(down);
    const frame = document.createElement('div');
    frame.className = 'mark remark lit';
    const regionTo = (to: { x: number; y: number }) => ({
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x),
      height: Math.abs(from.y - to.y),
    });
    const onMove = (event: PointerEvent) => {
      const { x, y, width, height } = regionTo(at(event));
      for (const [name, value] of Object.entries({ left: x, top: y, width, height })) frame.style.setProperty(name, `${value * 100}%`);
      if (!frame.isConnected) sheet.append(frame);
    };
    const onUp = (event: PointerEvent) => {
      window.removeEventListener('pointermove', onMove);
      const region = regionTo(at(event));
      if (region.width > LEAST && region.height > LEAST) set({ region });
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp, { once: true });
  });
}

function frame(sheet: Sheet, zoom: number): HTMLElement {
  const { caption, source, width, height, marks } = sheet;
  const sheetElement = h(
    'div',
    { className: 'sheet', style: { width: `${width * zoom}px`, 'aspect-ratio': `${width} / ${height}` } },
    h('img', { src: source, alt: caption, draggable: false }),
    marks,
  );
  if (sheet.ours) drawable(sheetElement);
  return h('figure', {}, h('figcaption', {}, caption), sheetElement);
}

/** Lets the person drag the line, or the paleness, across the pictures themselves. */
function mixable(sheet: HTMLElement): void {
  sheet.addEventListener('pointerdown', (down) => {
    if (down.button !== 0) return;
    const { left, width } = sheet.getBoundingClientRect();
    const onMove = ({ clientX }: PointerEvent) => set({ mix: Math.round(Math.min(1, Math.max(0, (clientX - left) / width)) * 100) });
    onMove(down);
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', () => window.removeEventListener('pointermove', onMove), { once: true });
  });
}

/** One over the other, both as wide as ours and neither distorted: paled, or cut at a line. */
function stacked(below: Sheet, above: Sheet): HTMLElement {
  const { mix, view } = get();
  const zoom = scaleFor(above);
  const height = Math.max(above.height, (below.height * above.width) / below.width);
  const upper = h('img', { src: below.source, alt: below.caption, className: 'upper', draggable: false });
  if (view === 'onion') upper.style.setProperty('opacity', `${mix / 100}`);
  else upper.style.setProperty('clip-path', `inset(0 ${100 - mix}% 0 0)`);
  const line = view === 'wipe' && h('div', { className: 'line', style: { left: `${mix}%` } });
  const sheet = h(
    'div',
    { className: 'sheet stacked', style: { width: `${above.width * zoom}px`, 'aspect-ratio': `${above.width} / ${height}` } },
    h('img', { src: above.source, alt: above.caption, draggable: false }),
    upper,
    line,
  );
  mixable(sheet);
  return h('figure', {}, h('figcaption', {}, `${below.caption} / ${above.caption}`), sheet);
}

function approved({ takes }: SceneView, ours: Sheet): HTMLElement {
  const difference = takes[get().language]?.difference;
  if (!difference)
    return h(
      'div',
      { className: 'viewer', key: 'viewer' },
      h('p', { className: 'quiet' }, say(texts.noDifference)),
      frame(ours, scaleFor(ours)),
    );
  const words = say(texts.differs, { percent: (difference.ratio * 100).toFixed(2) });
  return h(
    'div',
    { className: 'viewer side', key: 'viewer' },
    frame({ ...ours, caption: words, source: picture(difference.picture), ours: false }, scaleFor(ours, ours)),
    frame(ours, scaleFor(ours)),
  );
}
