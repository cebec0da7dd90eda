import { isAzureElsewhere } from '../../../api/azure-time';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { planMessages as messages } from './plan-messages';

/** When a sign-in ends. It does so by the clock on the wall, which is named where Azure's is another. */
export function useSignInEnd(): (at: Date | string) => string {
  const text = useText();
  const format = useFormat();
  return (at) => (isAzureElsewhere() ? text(messages.ownClock, { time: format.dateTime(at) }) : format.dateTime(at));
}
