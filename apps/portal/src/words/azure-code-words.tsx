import type { ReactNode } from 'react';
import { azureCodeWords } from './azure-codes';
import { useText } from '../language/use-text';

/** What a code of Azure means and what to do about it; of one that we do not know what is said otherwise. */
export default function AzureCodeWords({ code, otherwise = null }: { code: string; otherwise?: ReactNode }) {
  const text = useText();
  const words = azureCodeWords(code);
  return words ? <div>{`${text(words.reason)} ${text(words.remedy)}`}</div> : otherwise;
}
