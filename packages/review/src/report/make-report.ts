import { basename, relative } from 'node:path';
import { unitKey } from '../article/article';
import type { BoundFigure, BoundUnit } from '../bind/bind';
import type { Document } from '../bind/recognize';
import type { Theme } from '../capture/shot';
import { judgeReview, type Case } from '../judge/judge-review';
import type { Journey } from '../scene/scene';
import type { Album } from './album';
import type { FigureStatus, FigureView, ReportData, UnitView } from './data';
import { sceneView } from './scene-views';

interface Making {
  journeys: readonly Journey[];
  docs: string;
  documents: readonly Document[];
  themes: readonly Theme[];
  album: Album;
}

/** A file as it is called from the folder that was named, or alone. */
const called = (docs: string, file: string) => relative(docs, file) || basename(file);

/** Judges what was photographed and gathers what the page shows. */
export function makeReport(all: Case, { journeys, docs, documents, themes, album }: Making): ReportData {
  const verdict = judgeReview(all);
  const scenes = journeys.flatMap((journey) => journey.scenes.map((scene) => sceneView(journey, scene, all, verdict, album)));
  const failed = new Set(verdict.findings.filter(({ code }) => code === 'not-played').map(({ scene }) => scene));

  const figure = ({ figure: { image, alt, link, file }, scene }: BoundFigure, aside: boolean): FigureView => {
    const status: FigureStatus = !scene
      ? aside
        ? 'aside'
        : 'missing'
      : failed.has(scene.id)
        ? 'failed'
        : scene.changed
          ? 'changed'
          : 'present';
    return { image, lacking: file === undefined ? link : undefined, alt, scene: scene?.id, status };
  };
  const unit = (bound: BoundUnit): UnitView => ({
    key: unitKey(bound.unit),
    kind: bound.unit.kind,
    number: bound.unit.number,
    heading: bound.unit.heading,
    paragraphs: bound.unit.paragraphs,
    labels: verdict.labels.get(bound) ?? [],
    figures: bound.figures.map((one) => figure(one, bound.aside !== undefined)),
    scenes: bound.scenes.map(({ id }) => id),
    aside: bound.aside,
  });

  return {
    made: new Date().toISOString(),
    environment: all.environment,
    docs,
    languages: all.languages,
    themes,
    documents: documents.map(({ file, recognized, instead }) => ({
      file: called(docs, file),
      name: recognized?.article.name,
      by: recognized?.by,
      instead: instead === undefined ? undefined : called(docs, instead),
    })),
    articles: all.bound.map(({ article: { name, title, language }, units, idle }) => ({
      name,
      title,
      language,
      units: units.map(unit),
      idle: idle.map(({ id }) => id),
    })),
    scenes,
    findings: verdict.findings,
    approvals: all.approvals,
    pictures: album.pictures,
  };
}
