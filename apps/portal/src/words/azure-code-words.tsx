import { azureCodeWords } from './azure-codes';
import { useText } from '../language/use-text';

/** What a code of Azure means and what to do about it; nothing where we do not know it. */
export default function AzureCodeWords({ code }: { code: string }) {
  const text = useText();
  const words = azureCodeWords(code);
  return words && <div>{`${text(words.reason)} ${text(words.remedy)}`}</div>;
}
