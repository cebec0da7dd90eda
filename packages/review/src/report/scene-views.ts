import { readFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { portraitOf } from '../approvals/portrait';
import type { BoundArticle } from '../bind/bind';
import { THEMES, type Shot, type Take } from '../capture/shot';
import { stateOf } from '../judge/judge-approval';
import { decisionOn, type Case, type Verdict } from '../judge/judge-review';
import type { Journey, Scene } from '../scene/scene';
import { LANGUAGES, type Language } from '../words';
import type { Album } from './album';
import type { ArticlePicture, SceneView, TakeView, Hotspot } from './data';
import { readPng, writePng } from '../pictures/png';
import { holds, loosely, partSaying } from '../judge/readable';

export function sceneView(journey: Journey, scene: Scene, all: Case, { labels }: Verdict, album: Album): SceneView {
  const takes: SceneView['takes'] = {};
  for (const language of LANGUAGES) {
    const take = all.takes.get(scene, language);
    const results = [...labels].filter(([unit]) => unit.scenes.includes(scene)).flatMap(([, results]) => results);
    const texts = results.filter((result) => result.language === language).map(({ text }) => text);
    if (take) takes[language] = takeView(scene, language, take, texts, all, album);
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

const STEP = 24;

/** The lines of a picture alone: boxes, separators, rows of text. Letter shapes play no part in it. */
function edgesOf(picture: Buffer): { picture: Buffer; width: number; height: number } {
  const { data, width, height } = readPng(picture);
  const brightness = (x: number, y: number) => {
    const at = (Math.min(y, height - 1) * width + Math.min(x, width - 1)) * 4;
    return 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0);
  };
  const lines = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const here = brightness(x, y);
      const step = Math.max(Math.abs(here - brightness(x + 1, y)), Math.abs(here - brightness(x, y + 1)));
      if (step < STEP) continue;
      lines.data.set([200, 30, 110, Math.min(255, 90 + step * 2)], (y * width + x) * 4);
    }
  }
  return { picture: writePng(lines), width, height };
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

/** Numbers the labels of a scene and finds their places in both pictures. */
function hotspotsOf(scene: Scene, shot: Shot, labels: readonly string[], language: Language): Hotspot[] {
  const places = scene.places ?? [];
  const unique = [...new Map([...labels, ...places.map(({ label }) => label[language])].map((label) => [loosely(label), label])).values()];
  return unique.flatMap((label, index): Hotspot[] => {
    const part = partSaying({ parts: shot.parts.filter(({ shown }) => shown) }, label) ?? partSaying(shot, label);
    const place =
      places.find((place) => loosely(place.label[language]) === loosely(label)) ??
      places.find((place) => holds(place.label[language], label));
    if (!part && !place) return [];
    return [{ number: index + 1, label, ours: part?.box, theirs: place?.at }];
  });
}

function takeView(scene: Scene, language: Language, take: Take, labels: readonly string[], all: Case, album: Album): TakeView {
  if (!take.ok) {
    const { action, reason, picture } = take.failure;
    return { ...NOTHING, state: 'new', failure: { action, reason, picture: picture && album.add(picture) } };
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
    failure: undefined,
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

interface Difference {
  /** Pixels that differ, as a part of all. */
  ratio: number;
  /** Both pictures as one: what is the same pale, what differs red. */
  picture: Buffer;
}

/** Compares two pictures of ours; where they differ in size, what only one of them has counts as different. */
function compare(before: Buffer, after: Buffer): Difference {
  const [old, now] = [readPng(before), readPng(after)];
  const width = Math.max(old.width, now.width);
  const height = Math.max(old.height, now.height);
  const result = new PNG({ width, height });
  const differing = pixelmatch(onto(old, width, height), onto(now, width, height), result.data, width, height, { threshold: 0.05 });
  return { ratio: differing / (width * height), picture: writePng(result) };
}

function onto(png: PNG, width: number, height: number): Buffer {
  if (png.width === width && png.height === height) return png.data;
  const canvas = new PNG({ width, height });
  PNG.bitblt(png, canvas, 0, 0, png.width, png.height, 0, 0);
  return canvas.data;
}

/** The approved picture against this one, when both are at hand and not the same. */
function difference({ pictures: { light } }: Shot, approved: string | undefined, album: Album): TakeView['difference'] {
  const before = approved === undefined ? undefined : album.earlier(approved);
  if (!light || !before || before.equals(light)) return undefined;
  const { picture, ratio } = compare(before, light);
  return { picture: album.add(picture), ratio };
}
