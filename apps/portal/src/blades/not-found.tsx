import { useText } from '../i18n/use-text';
import { TextLink } from '../ui/text-link';
import { Blade } from './blade';
import { messages } from './messages';

export default function NotFound() {
  const text = useText();
  return (
    <Blade title={text(messages.notFound)} size="medium">
      <p>{text(messages.notFoundBody)}</p>
      <TextLink to="/">{text(messages.toHome)}</TextLink>
    </Blade>
  );
}
