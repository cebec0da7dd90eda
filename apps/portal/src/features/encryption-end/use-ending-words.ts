import { DISK_ENCRYPTION_RETIRES, hasDiskEncryptionEnded, type EncryptionEndStepId } from '@tresor/support-matrix';
import { useCallback } from 'react';
import { utcDayOf } from '../../language/day-of';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { useNow } from '../../language/use-now';
import type { EndingRow } from './ending-rows';
import { messages, pointWords, ruleWords, stepWords, stepWordsOver } from './messages';

interface EndingWords {
  reason: (row: EndingRow) => string;
  step: (step: EncryptionEndStepId, row: EndingRow) => string;
  steps: (row: EndingRow) => string;
  week: (row: EndingRow) => string;
  points: (row: EndingRow) => string;
  /** On what the words on the points rest. */
  pointsBasis: string;
}

/** What the list says of a machine, each in a sentence or a part of one. */
export function useEndingWords(): EndingWords {
  const text = useText();
  const format = useFormat();
  const day = useCallback((moment: number) => format.date(`${utcDayOf(moment)}T12:00`), [format]);
  const isOver = hasDiskEncryptionEnded(useNow());
  const said = isOver ? { ...stepWords, ...stepWordsOver } : stepWords;
  const step = (id: EncryptionEndStepId, { points }: EndingRow) =>
    id === 'backups-stopped'
      ? text(said[id], { newest: points?.newest ? format.date(points.newest) : text(messages.unknown) })
      : text(said[id]);
  return {
    step,
    pointsBasis: text(isOver ? pointWords.sourceOver : pointWords.source),
    reason: ({ end }) => text(ruleWords[end.ruleId]),
    steps(row) {
      const { end, planned } = row;
      if (planned === null) return text(messages.notPlanned);
      return end.steps.length === 0 ? text(messages.nothingFirst) : end.steps.map((id) => step(id, row)).join('; ');
    },
    week({ planned }) {
      if (planned === null) return text(messages.notPlanned);
      return planned.inTime ? day(planned.week) : text(messages.tooLate, { date: day(planned.week) });
    },
    points({ planned, points, pointsAtEnd }) {
      if (planned === null) return text(pointWords.untouched);
      if (points === null || pointsAtEnd === null) return text(pointWords.notSeen);
      const end = format.date(`${DISK_ENCRYPTION_RETIRES}T12:00`);
      const { state, keptUntil } = pointsAtEnd;
      if (state === 'none') return text(pointWords.none);
      if (state === 'unseen') return text(pointWords.unseen, { end });
      if (keptUntil === null) return text(pointWords.kept, { end });
      const until = day(keptUntil);
      return state === 'outlast' ? text(pointWords.outlast, { until, end }) : text(pointWords['gone-before'], { until });
    },
  };
}
