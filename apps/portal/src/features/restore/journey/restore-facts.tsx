import type { Restore } from '@tresor/contracts';
import { nameOf } from '@tresor/support-matrix';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { paths, useVaultPath } from '../../../map/paths';
import { regionName } from '../../../words/regions';
import { Essentials } from '../../../ui/layout/essentials';
import { TextLink } from '../../../ui/actions/text-link';
import { journeyMessages as messages } from '../progress/journey-messages';
import { messages as common } from '../messages';

const PASS = { single: messages.singlePass, dual: messages.dualPass };

export function RestoreFacts({ restore }: { restore: Restore }) {
  const text = useText();
  const format = useFormat();
  const path = useVaultPath();
  const none = text(common.none);
  const moment = (at: string | null) => (at === null ? none : format.dateTime(at));
  const { encrypted, pass, machineId } = restore;
  const newMachine = () => {
    if (machineId.state === 'hidden') return text(messages.outOfSight);
    return machineId.value === null ? none : nameOf(machineId.value);
  };
  const encryption = () => {
    if (encrypted === null) return text(messages.notKnown);
    if (!encrypted) return text(messages.plain);
    return text(pass === null ? messages.encrypted : PASS[pass]);
  };
  return (
    <Essentials
      title={text(messages.facts)}
      entries={[
        { name: text(messages.machine), value: `${restore.vmName} (${restore.vmGroup})` },
        { name: text(messages.point), value: moment(restore.recoveryPointTime) },
        { name: text(messages.system), value: restore.osType === 'unknown' ? none : restore.osType },
        { name: text(messages.encryption), value: encryption() },
        { name: text(messages.account), value: restore.storageAccountName ?? none },
        { name: text(messages.targetGroup), value: restore.targetGroup ?? none },
        ...(restore.pairedRegion === null ? [] : [{ name: text(messages.pairedRegion), value: text(regionName(restore.pairedRegion)) }]),
        { name: text(messages.started), value: moment(restore.startTime) },
        {
          name: text(messages.newMachine),
          value: newMachine(),
        },
        {
          name: text(messages.backupJob),
          value: <TextLink to={paths.job({ ...path, jobId: restore.jobId })}>{text(messages.job)}</TextLink>,
        },
      ]}
    />
  );
}
