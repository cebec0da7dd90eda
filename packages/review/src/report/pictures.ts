import type { ReportData } from './data';

/** Where the article's picture of a scene is, when it does not lie beside it. */
type Elsewhere = { at: 'lacking'; file: string } | { at: 'scene'; scene: string } | { at: 'unbound'; image: string } | { at: 'nowhere' };

/** Why the article's picture does not lie beside a scene; nothing where no article names the scene. */
export function pictureOf(scene: string, articles: Pick<ReportData, 'articles'>['articles']): Elsewhere | undefined {
  const units = articles.flatMap(({ units }) => units).filter(({ scenes }) => scenes.includes(scene));
  if (units.length === 0) return undefined;
  const figures = units.flatMap(({ figures }) => figures);
  const own = figures.find((figure) => figure.scene === scene) ?? figures.find(({ lacking }) => lacking !== undefined);
  if (own?.lacking !== undefined) return { at: 'lacking', file: own.lacking };
  const other = figures.find((figure) => figure.scene !== undefined) ?? figures[0];
  if (!other) return { at: 'nowhere' };
  return other.scene === undefined ? { at: 'unbound', image: other.image } : { at: 'scene', scene: other.scene };
}
