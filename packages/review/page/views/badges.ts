import type { ApprovalState } from '../../src/judge/judge-approval';
import type { FigureStatus } from '../../src/report/data';
import { h } from '../dom';
import { data, say } from '../state';
import { texts } from '../texts';

const MARKS: Record<ApprovalState, string> = { approved: '✓', rejected: '✗', changed: '≠', new: '○' };

export const stateBadge = (state: ApprovalState): HTMLElement =>
  h('span', { className: `badge ${state}` }, h('span', { ariaHidden: 'true' }, MARKS[state]), ` ${say(texts.states[state])}`);

export const statusBadge = (status: FigureStatus): HTMLElement =>
  h('span', { className: `badge ${status}` }, say(status === 'changed' ? texts.changed : texts[status]));

/** How many findings a scene has, the wrong ones first. */
export function counts(scene: string, language?: string): HTMLElement | false {
  const own = data().findings.filter((finding) => finding.scene === scene && (language === undefined || finding.language === language));
  const wrong = own.filter(({ weight }) => weight === 'wrong').length;
  const look = own.length - wrong;
  if (own.length === 0) return false;
  return h(
    'span',
    { className: 'counts' },
    wrong > 0 && h('span', { className: 'badge wrong' }, `${wrong} ${say(texts.wrong)}`),
    look > 0 && h('span', { className: 'badge look' }, `${look} ${say(texts.toLookAt)}`),
  );
}
