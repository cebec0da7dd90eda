import { NO_APPROVALS, type Approvals } from '../src/approvals/approvals';
import type { Theme } from '../src/capture/shot';
import type { ReportData, SceneView, TakeView } from '../src/report/data';
import type { Language, Words } from '../src/words';

export type Tab = 'summary' | 'figures' | 'board' | 'findings';
export type View = 'side' | 'onion' | 'wipe' | 'parts';
export type Pairing = 'article' | 'languages' | 'approved';
export const LOOKS = ['system', 'light', 'dark'] as const;
type Look = (typeof LOOKS)[number];

export interface State {
  tab: Tab;
  /** Language and look of the page itself. */
  ui: Language;
  look: Look;
  scene: string;
  /** Language and theme of the screens. */
  language: Language;
  theme: Theme;
  view: View;
  pair: Pairing;
  /** Undefined: as large as fits. */
  zoom: number | undefined;
  mix: number;
  spots: boolean;
  onlyWrong: boolean;
  who: string;
  why: string;
  comment: string;
  /** Region a new comment is pinned to, in parts of the picture. */
  region: { x: number; y: number; width: number; height: number } | undefined;
  /** Place that is pointed at, by hotspot number or finding. */
  lit: string | undefined;
  approvals: Approvals;
  /** As they were when they were last read or saved. */
  saved: Approvals;
  /** What the page has to tell, in a line. */
  notice: string;
}

const first: State = {
  tab: 'summary',
  ui: navigator.language.startsWith('de') ? 'de' : 'en',
  look: 'system',
  scene: '',
  language: 'de',
  theme: 'light',
  view: 'side',
  pair: 'article',
  zoom: undefined,
  mix: 50,
  spots: true,
  onlyWrong: false,
  who: '',
  why: '',
  comment: '',
  region: undefined,
  lit: undefined,
  approvals: NO_APPROVALS,
  saved: NO_APPROVALS,
  notice: '',
};

let state = first;
let draw: () => void = () => undefined;

export const get = (): State => state;

/** Changes the state and draws again. */
export function set(change: Partial<State>): void {
  state = { ...state, ...change };
  draw();
}

/** Tells the page of every change, until the answered function is called. */
export const onChange = (listener: () => void): (() => void) => {
  draw = listener;
  return () => (draw = () => undefined);
};

/** Words in the language of the page, with values. */
export function say(words: Words, values: Record<string, string | number> = {}): string {
  return words[state.ui].replace(/\{(\w+)\}/g, (all, name: string) => (name in values ? String(values[name]) : all));
}

let report: ReportData | undefined;
export const open = (data: ReportData): void => {
  report = data;
};
export function data(): ReportData {
  if (!report) throw new Error('There is no report.');
  return report;
}

export const sceneNow = (): SceneView | undefined => data().scenes.find(({ id }) => id === state.scene);
export const takeNow = (): TakeView | undefined => sceneNow()?.takes[state.language];
export const picture = (hash: string | undefined): string =>
  hash === undefined ? '' : `data:image/png;base64,${data().pictures[hash] ?? ''}`;

/** Another scene; what belonged to the last one is laid aside. */
export const toScene = (scene: string, more: Partial<State> = {}): void =>
  set({ scene, tab: 'figures', lit: undefined, region: undefined, notice: '', ...more });

const ZOOMS = { least: 0.25, most: 4, step: 1.25 } as const;

/** A step nearer, or away. */
export const zoomBy = (by: 1 | -1): void =>
  set({ zoom: Math.min(ZOOMS.most, Math.max(ZOOMS.least, (state.zoom ?? 1) * ZOOMS.step ** by)) });

export function move(by: 1 | -1): void {
  const { scenes } = data();
  const at = scenes.findIndex(({ id }) => id === state.scene);
  const next = scenes[Math.min(scenes.length - 1, Math.max(0, at + by))];
  if (next) toScene(next.id);
}
