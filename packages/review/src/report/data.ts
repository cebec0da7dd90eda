import type { LabelResult } from '../judge/judge-labels';
import type { ApprovalState } from '../judge/judge-approval';
import type { Approvals } from '../approvals/approvals';
import type { Run, Unit } from '../article/article';
import type { Sign } from '../bind/recognize';
import type { Box, Part, Theme } from '../capture/shot';
import type { Finding } from '../judge/finding';
import type { Action } from '../scene/scene';
import type { Language, Words } from '../words';

/** The report as the review wrote it into its page; nothing else is read so. */
export const readReport: (text: string) => ReportData | null = JSON.parse;

/** Everything the report's page shows; pictures by the SHA-256 of their bytes. */
export interface ReportData {
  made: string;
  environment: string;
  docs: string;
  languages: readonly Language[];
  themes: readonly Theme[];
  documents: readonly DocumentView[];
  articles: readonly ArticleView[];
  scenes: readonly SceneView[];
  findings: readonly Finding[];
  approvals: Approvals;
  /** PNG in base64. */
  pictures: Readonly<Record<string, string>>;
}

/** A document that was read. */
export interface DocumentView {
  file: string;
  /** The article it was taken for, and by what; neither where the scenes know no such article. */
  name: string | undefined;
  by: Sign | undefined;
  /** The document that is the same article and is shown instead. */
  instead: string | undefined;
}

export interface ArticleView {
  name: string;
  title: string;
  language: Language;
  units: readonly UnitView[];
  /** Scenes that name something the article does not have. */
  idle: readonly string[];
}

export interface UnitView extends Pick<Unit, 'kind' | 'number' | 'heading'> {
  key: string;
  paragraphs: readonly (readonly Run[])[];
  labels: readonly LabelResult[];
  figures: readonly FigureView[];
  scenes: readonly string[];
  /** Why no scene shows it, where that is meant. */
  aside: Words | undefined;
}

export type FigureStatus = 'present' | 'changed' | 'failed' | 'missing' | 'aside';

export interface FigureView {
  image: string;
  /** The article's picture as it is linked, where the file is not at hand. */
  lacking: string | undefined;
  alt: string;
  scene: string | undefined;
  status: FigureStatus;
}

export interface ArticlePicture {
  hash: string;
  /** The same picture, its lines alone. */
  edges: string;
  width: number;
  height: number;
}

export interface SceneView {
  id: string;
  journey: string;
  journeyTitle: Words;
  title: Words;
  person: string;
  actions: readonly Action[];
  changed: Words | undefined;
  articlePicture: ArticlePicture | undefined;
  takes: Partial<Record<Language, TakeView>>;
}

/** A label and where it is: in our picture, and in the article's. */
export interface Hotspot {
  number: number;
  label: string;
  ours: Box | undefined;
  theirs: Box | undefined;
}

export interface TakeView {
  width: number;
  height: number;
  pictures: Partial<Record<Theme, string>>;
  parts: readonly Part[];
  outline: readonly string[];
  structure: string;
  state: ApprovalState;
  hotspots: readonly Hotspot[];
  /** The picture that was approved against this one, where it is still at hand. */
  difference: { picture: string; ratio: number } | undefined;
  failure: { action: string; reason: string; picture: string | undefined } | undefined;
}
