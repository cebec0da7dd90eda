import type { ItemPath } from '@tresor/contracts';
import { useText } from '../../i18n/use-text';
import { paths } from '../../paths';
import { InfoBox } from '../../ui/info-box';
import { TextLink } from '../../ui/text-link';
import { messages } from './messages';

/** Azure gave no answer: what is certain, and where to look before doing anything again. */
export function UnknownOutcome({ path }: { path: ItemPath }) {
  const text = useText();
  return (
    <div role="alert">
      <InfoBox>
        <p>{text(messages.unknownOutcome)}</p>
        <TextLink to={paths.jobs(path)}>{text(messages.toJobs)}</TextLink>
      </InfoBox>
    </div>
  );
}
