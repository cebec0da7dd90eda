import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { messages } from './messages';

/** Says of access that was given lately by when it counts, and nothing of access that does. */
export function TakesEffect({ by, className }: { by: string | null; className?: string | undefined }) {
  const text = useText();
  const format = useFormat();
  return by === null ? null : <p className={className}>{text(messages.takesEffect, { moment: format.dateTime(by) })}</p>;
}
