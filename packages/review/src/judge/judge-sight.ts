import { THEMES, type Shot, type TextTrouble } from '../capture/shot';
import type { Language } from '../words';
import type { Finding, FindingCode, Weight } from './finding';

const TEXTS: Record<TextTrouble['kind'], [FindingCode, Weight]> = {
  clipped: ['text-clipped', 'wrong'],
  shortened: ['text-shortened', 'look'],
  broken: ['word-broken', 'look'],
  overlapping: ['text-overlaps', 'wrong'],
};

/** What can be seen without knowing the article: text that is cut or printed over, colours too close. */
export function judgeSight(scene: string, shot: Shot, language: Language): Finding[] {
  const texts = shot.texts.map(({ kind, text, other = '', box }): Finding => {
    const [code, weight] = TEXTS[kind];
    return { code, weight, scene, language, details: { text, other }, box };
  });
  const contrast = THEMES.flatMap((theme) =>
    (shot.contrast[theme] ?? []).map(({ text, ratio, wanted, foreground, background, box }): Finding => {
      const details = { text, ratio: ratio.toFixed(2), wanted: `${wanted}`, foreground, background };
      return { code: 'contrast-low', weight: 'wrong', scene, language, theme, details, box };
    }),
  );
  return [...texts, ...contrast];
}
