import { useRestoreDraft } from '../../kept/use-item-drafts';
import { useText } from '../../language/use-text';
import { useItemPath } from '../../map/paths';
import { titles } from '../../map/map';
import { messages } from './messages';
import { ScriptBlade } from './script-blade';

/** What “Restore” does with the point and the configuration that are chosen. */
export default function DisksScript() {
  const text = useText();
  const path = useItemPath();
  const { point, configuration } = useRestoreDraft(path).draft;
  const values = point &&
    configuration && {
      ...path,
      pointId: point.id,
      storageAccountId: configuration.storageAccountId,
      targetGroup: configuration.targetGroup,
      ...(configuration.region === 'paired' && { inPair: true as const }),
    };
  return (
    <ScriptBlade
      purpose={text(titles.disks)}
      subtitle={path.vmName}
      fileName={`${path.vmName}-disks`}
      wanted={values === null ? undefined : { of: 'disks', values }}
      nothing={values === null ? text(messages.pointFirst) : undefined}
      notes={[text(messages.thenRestores)]}
    />
  );
}
