import { isAzureElsewhere } from '../api/azure-time';
import { defineMessages } from '../language/messages';
import { useFormat } from '../language/use-format';
import { useText } from '../language/use-text';

const messages = defineMessages({
  ownClock: {
    de: '{time} nach Ihrer eigenen Uhr (alle anderen Zeiten hier sind die von Azure)',
    en: '{time} by your own clock (all other times here are Azure’s)',
  },
});

/** When a sign-in ends. It does so by the clock on the wall, which is named where Azure's is another. */
export function useSignInEnd(): (at: Date | string) => string {
  const text = useText();
  const format = useFormat();
  return (at) => (isAzureElsewhere() ? text(messages.ownClock, { time: format.dateTime(at) }) : format.dateTime(at));
}
