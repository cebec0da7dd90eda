import type { ApprovalState } from '../../src/judge/judge-approval';
import type { FigureStatus } from '../../src/report/data';
import { data, say } from '../state';
import { texts } from '../texts';

const MARKS: Record<ApprovalState, string> = { approved: '✓', rejected: '✗', changed: '≠', new: '○' };

export const StateBadge = ({ state }: { state: ApprovalState }) => (
  <span className={`badge ${state}`}>
    <span aria-hidden="true">{MARKS[state]}</span> {say(texts.states[state])}
  </span>
);

export const StatusBadge = ({ status }: { status: FigureStatus }) => (
  <span className={`badge ${status}`}>{say(status === 'changed' ? texts.changed : texts[status])}</span>
);

/** How many findings a scene has, the wrong ones first. */
export function Counts({ scene, language }: { scene: string; language: string }) {
  const own = data().findings.filter((finding) => finding.scene === scene && finding.language === language);
  const wrong = own.filter(({ weight }) => weight === 'wrong').length;
  const look = own.length - wrong;
  if (own.length === 0) return null;
  return (
    <span className="counts">
      {wrong > 0 && <span className="badge wrong">{`${wrong} ${say(texts.wrong)}`}</span>}
      {look > 0 && <span className="badge look">{`${look} ${say(texts.toLookAt)}`}</span>}
    </span>
  );
}
