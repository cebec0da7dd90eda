import { useText } from '../../language/use-text';
import { PlainButton, QuietButton } from './buttons';
import { messages } from '../messages';
import { useCopy } from './use-copy';

interface CopyButtonProps {
  value: string;
  label: string;
  /** What it says once the text is copied. */
  done: string;
  subtle?: boolean;
}

/** Copies a text and says so; where the browser refuses, it says what to do in its stead. */
export function CopyButton({ value, label, done, subtle = false }: CopyButtonProps) {
  const text = useText();
  const { copy, copied, refused } = useCopy(value);
  const words = copied ? done : label;
  return (
    <>
      {subtle ? <QuietButton onClick={copy}>{words}</QuietButton> : <PlainButton onClick={copy}>{words}</PlainButton>}
      <output>{refused && text(messages.notCopied)}</output>
    </>
  );
}
