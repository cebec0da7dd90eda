import type { RecoveryPoint } from '@tresor/contracts';
import { useText } from '../../i18n/use-text';
import { reasonWords } from './verdict-words';

/** Why a point needs something first, or cannot be used, and what to do; once each, however many reasons ask for the same. */
export function PointExplanation({ point: { verdict } }: { point: RecoveryPoint }) {
  const text = useText();
  const words = verdict.reasons.map(reasonWords);
  const lines = new Set([...words.map(({ reason }) => text(reason)), ...words.map(({ todo }) => text(todo))]);
  return <>{[...lines].join(' ')}</>;
}
