import type { Shot } from '../capture/shot';
import { holds, loosely, partSaying } from '../judge/readable';
import type { Scene } from '../scene/scene';
import type { Language } from '../words';
import type { Hotspot } from './data';

/** Numbers the labels of a scene and finds their places in both pictures. */
export function hotspotsOf(scene: Scene, shot: Shot, labels: readonly string[], language: Language): Hotspot[] {
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
