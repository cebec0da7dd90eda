import type { SceneView, TakeView } from '../../src/report/data';
import { sentence } from '../../src/report/finding-words';
import type { Language } from '../../src/words';
import { data, get } from '../state';
import { findingKey } from './findings';
import { mark } from './mark';

/** What is marked in a picture of ours: numbers, findings, comments, the frame being drawn; or every part. */
export function overlay({ id }: SceneView, take: TakeView, language: Language, outlines: boolean): HTMLElement[] {
  const { spots, lit, theme, approvals, region, ui } = get();
  const { width, height } = take;
  if (outlines) return take.parts.map(({ role, name, box }) => mark(box, width, height, '', `${role} ${name}`, false, `part ${role}`));
  const numbers = spots
    ? take.hotspots.flatMap(({ number, label, ours }) =>
        ours ? [mark(ours, width, height, `${number}`, label, lit === `spot-${number}`)] : [],
      )
    : [];
  const troubles = data().findings.flatMap((finding) => {
    const key = findingKey(finding);
    if (finding.scene !== id || finding.language !== language || !finding.box || (finding.theme ?? theme) !== theme) return [];
    return lit === key || finding.weight === 'wrong'
      ? [mark(finding.box, width, height, '', sentence(finding, ui), lit === key, 'trouble')]
      : [];
  });
  const remarks = approvals.comments
    .filter((comment) => comment.scene === id && comment.language === language)
    .map(({ region, text, who }) => mark([region.x, region.y, region.width, region.height], 1, 1, '', `${who}: ${text}`, false, 'remark'));
  const drawn = region ? [mark([region.x, region.y, region.width, region.height], 1, 1, '', '', true, 'remark')] : [];
  return [...numbers, ...troubles, ...remarks, ...drawn];
}
