import { readFileSync } from 'node:fs';
import { portraitOf } from '../approvals/portrait';
import type { BoundArticle } from '../bind/bind';
import { THEMES, type Shot, type Take } from '../capture/shot';
import { stateOf } from '../judge/judge-approval';
import { decisionOn, type Case, type Verdict } from '../judge/judge-review';
import { compare } from '../pictures/compare';
import { edgesOf } from '../pictures/edges';
import type { Journey, Scene } from '../scene/scene';
import { LANGUAGES, type Language } from '../words';
import type { Album } from './album';
import type { ArticlePicture, SceneView, TakeView } from './data';
import { hotspotsOf } from './hotspots';

export function sceneView(journey: Journey, scene: Scene, all: Case, { labels }: Verdict, album: Album): SceneView {
  const takes: SceneView['takes'] = {};
  for (const language of LANGUAGES) {
    const take = all.takes.get(scene, language);
    const results = [...labels].filter(([unit]) => unit.scenes.includes(scene)).flatMap(([, results]) => results);
    const told = results.filter((result) => result.language === language).map(({ text }) => text);
    if (take) takes[language] = takeView(scene, language, take, told, all, album);
  }
  return {
    id: scene.id,
    journey: journey.id,
    journeyTitle: journey.title,
    title: scene.title,
    person: journey.person,
    actions: scene.actions,
    changed: scene.changed,
    articlePicture: articlePicture(scene, all.bound, album),
    takes,
  };
}

function articlePicture(scene: Scene, bound: readonly BoundArticle[], album: Album): ArticlePicture | undefined {
  const figures = bound.flatMap(({ units }) => units.flatMap(({ figures }) => figures));
  const file = figures.find((figure) => figure.scene === scene && figure.figure.file !== undefined)?.figure.file;
  if (file === undefined) return undefined;
  const picture = readFileSync(file);
  const { picture: edges, width, height } = edgesOf(picture);
  return { hash: album.add(picture), edges: album.add(edges), width, height };
}

const NOTHING = { width: 0, height: 0, pictures: {}, parts: [], outline: [], structure: '', hotspots: [], difference: undefined } as const;

function takeView(scene: Scene, language: Language, take: Take, labels: readonly string[], all: Case, album: Album): TakeView {
  if (!take.ok) {
    const { action, reason, picture } = take.mishap;
    return { ...NOTHING, state: 'new', mishap: { action, reason, picture: picture && album.add(picture) } };
  }
  const { shot } = take;
  const portrait = portraitOf(scene, language, shot, all.environment);
  const { outline, structure } = portrait;
  const decision = decisionOn(all.approvals, scene.id, language);
  return {
    width: shot.width,
    height: shot.height,
    pictures: keep(shot, album),
    parts: shot.parts.filter(({ shown }) => shown),
    outline,
    structure,
    state: stateOf(portrait, decision),
    hotspots: hotspotsOf(scene, shot, labels, language),
    difference: difference(shot, decision?.images.light, album),
    mishap: undefined,
  };
}

function keep({ pictures }: Shot, album: Album): TakeView['pictures'] {
  const kept: TakeView['pictures'] = {};
  for (const theme of THEMES) {
    const picture = pictures[theme];
    if (picture) kept[theme] = album.keep(picture);
  }
  return kept;
}

/** The approved picture against this one, when both are at hand and not the same. */
function difference({ pictures: { light } }: Shot, approved: string | undefined, album: Album): TakeView['difference'] {
  const before = approved === undefined ? undefined : album.earlier(approved);
  if (!light || !before || before.equals(light)) return undefined;
  const { picture, ratio } = compare(before, light);
  return { picture: album.add(picture), ratio };
}
