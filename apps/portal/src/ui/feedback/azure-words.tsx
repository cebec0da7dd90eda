import { useText } from '../../language/use-text';
import { messages } from '../messages';

interface AzureWordsProps {
  /** A sentence of Azure, which speaks English with everybody. */
  message: string;
  /** What it says to do, not what happened. */
  advice?: boolean;
}

/** Azure's own words, told apart from ours. */
export function AzureWords({ message, advice = false }: AzureWordsProps) {
  const text = useText();
  return (
    <>
      {text(advice ? messages.azureAdvises : messages.azureSays)} <q lang="en">{message}</q>
    </>
  );
}
