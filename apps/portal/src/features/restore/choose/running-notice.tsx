import { useQuery } from '@tanstack/react-query';
import type { ItemPath } from '@tresor/contracts';
import { vaultOf } from '../../../api/queries';
import { restoresQuery } from '../../../api/restore-queries';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { InfoBox } from '../../../ui/feedback/info-box';
import { TextLink } from '../../../ui/actions/text-link';
import { isRunning } from '../../../words/job-words';
import { messages } from '../messages';

/** Tells of a restore of the same machine that is under way, whoever started it. */
export function RunningNotice({ path }: { path: ItemPath }) {
  const text = useText();
  const format = useFormat();
  const { data: restores } = useQuery(restoresQuery(vaultOf(path)));
  const name = path.vmName.toLowerCase();
  const running = restores?.find((restore) => isRunning(restore) && restore.vmName.toLowerCase() === name);
  if (running === undefined) return null;
  const moment = running.startTime === null ? text(messages.none) : format.dateTime(running.startTime);
  return (
    <InfoBox>
      <p>{text(messages.running, { name: path.vmName, moment })}</p>
      <TextLink to={paths.restore(path, running.jobId)}>{text(messages.takeOver)}</TextLink>
    </InfoBox>
  );
}
