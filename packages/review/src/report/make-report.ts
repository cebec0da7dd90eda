import { unitKey } from '../article/article';
import type { BoundFigure, BoundUnit } from '../bind/bind';
import type { Theme } from '../capture/shot';
import { judgeReview, type Case } from '../judge/judge-review';
import type { Journey } from '../scene/scene';
import type { Album } from './album';
import type { FigureStatus, FigureView, ReportData, UnitView } from './data';
import { sceneView } from './scene-views';

/** Judges what was photographed and gathers what the page shows. */
export function makeReport(all: Case, journeys: readonly Journey[], docs: string, themes: readonly Theme[], album: Album): ReportData {
  const verdict = judgeReview(all);
  const scenes = journeys.flatMap((journey) => journey.scenes.map((scene) => sceneView(journey, scene, all, verdict, album)));
  const failed = new Set(verdict.findings.filter(({ code }) => code === 'not-played').map(({ scene }) => scene));

  const figure = ({ figure: { image, alt }, scene }: BoundFigure, aside: boolean): FigureView => {
    const status: FigureStatus = !scene
      ? aside
        ? 'aside'
        : 'missing'
      : failed.has(scene.id)
        ? 'failed'
        : scene.changed
          ? 'changed'
          : 'present';
    return { image, alt, scene: scene?.id, status };
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
