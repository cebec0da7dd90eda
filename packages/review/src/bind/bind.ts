import type { Article, Figure, Unit } from '../article/article';
import type { Aside, Binding, Journey, Scene } from '../scene/scene';
import type { Words } from '../words';

/** A unit of the article with the scenes that show it. */
export interface BoundUnit {
  unit: Unit;
  /** Scenes that name the unit itself, and those that name one of its figures. */
  scenes: readonly Scene[];
  figures: readonly BoundFigure[];
  /** Why no scene shows it, where that is meant. */
  aside: Words | undefined;
}

export interface BoundFigure {
  figure: Figure;
  scene: Scene | undefined;
}

export interface BoundArticle {
  article: Article;
  /** The same article in the other language, where the documents have it. */
  other: Article | undefined;
  journeys: readonly Journey[];
  units: readonly BoundUnit[];
  /** Scenes that name a figure or step the article does not have. */
  idle: readonly Scene[];
}

const names = (binding: Binding, unit: Unit) =>
  binding.to === 'unit' &&
  binding.kind === unit.kind &&
  binding.number === unit.number &&
  (binding.sections.length === 0 || binding.sections.includes(unit.section));

/** Joins an article with the scenes of its journeys. What nothing shows stays in sight, with no scene. */
export function bindArticle(
  article: Article,
  other: Article | undefined,
  all: readonly Journey[],
  asides: readonly Aside[] = [],
): BoundArticle {
  const journeys = all.filter(({ articles }) => articles.includes(article.name));
  const scenes = journeys.flatMap(({ scenes }) => scenes);
  const own = asides.filter((aside) => aside.article === article.name);
  const units = article.units.map((unit) => bindUnit(unit, scenes, own));
  const used = new Set(units.flatMap(({ scenes }) => scenes));
  const primary = journeys.filter(({ articles }) => articles[0] === article.name).flatMap(({ scenes }) => scenes);
  return { article, other, journeys, units, idle: primary.filter((scene) => scene.binds.length > 0 && !used.has(scene)) };
}

function bindUnit(unit: Unit, scenes: readonly Scene[], asides: readonly Aside[]): BoundUnit {
  const figures = unit.figures.map((figure) => ({
    figure,
    scene: scenes.find(({ binds }) => binds.some((binding) => binding.to === 'figure' && binding.image === figure.image)),
  }));
  const own = scenes.filter(({ binds }) => binds.some((binding) => names(binding, unit)));
  const shown = new Set([...figures.flatMap(({ scene }) => scene ?? []), ...own]);
  const aside = asides.find(({ sections }) => sections === undefined || sections.includes(unit.section))?.because;
  return { unit, figures, scenes: scenes.filter((scene) => shown.has(scene)), aside: shown.size === 0 ? aside : undefined };
}

export interface Missing {
  unit: Unit;
  figure: Figure | undefined;
}

/** A numbered step or row without any scene, or a figure without one: what the review cannot show. */
export function missingOf({ units }: Pick<BoundArticle, 'units'>): Missing[] {
  return units.flatMap(({ unit, scenes, figures, aside }): Missing[] => {
    if (aside) return [];
    const without = figures.filter(({ scene }) => !scene).map(({ figure }) => ({ unit, figure }));
    if (without.length > 0) return without;
    return scenes.length === 0 ? [{ unit, figure: undefined }] : [];
  });
}
