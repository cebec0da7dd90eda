import { useText } from '../../language/use-text';
import { TextLink } from '../../ui/actions/text-link';
import { Blade } from '../../blades/blade';
import { titles } from '../../map/map';
import { paths } from '../../map/paths';
import { messages } from './messages';

export default function NotFound() {
  const text = useText();
  return (
    <Blade title={text(titles.notFound)}>
      <p>{text(messages.nothingHere)}</p>
      <TextLink to={paths.home()}>{text(messages.toHome)}</TextLink>
    </Blade>
  );
}
