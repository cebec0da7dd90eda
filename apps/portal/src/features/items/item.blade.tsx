import { LockClosedKey20Regular } from '@fluentui/react-icons';
import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { itemQuery, vaultOf } from '../../api/queries';
import { recoveryPointsQuery } from '../../api/restore-queries';
import { AzureFindings } from '../../azure/failures/azure-findings';
import { isElsewhere, machineOfItem } from '../../azure/items/machine-of-item';
import { useUndoEnd } from '../../azure/items/use-undo-end';
import { PointsKept } from '../../azure/pictures/points-kept';
import { RestoreUnderWay } from '../../azure/restores/restore-under-way';
import { Blade } from '../../blades/blade';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { paths, useItemPath } from '../../map/paths';
import { titles } from '../../map/map';
import { InfoBox } from '../../ui/feedback/info-box';
import { LinkButton } from '../../ui/actions/link-button';
import { TextLink } from '../../ui/actions/text-link';
import { regionName } from '../../words/regions';
import { whyNot } from './item-commands';
import { ItemEssentials } from './item-essentials';
import { commandWords, dashboardMessages, messages } from './messages';
import { POINTS_DAYS, PointsTile } from './points-tile';
import { useItemCommands } from './use-item-commands';

export default function ItemDashboard() {
  const text = useText();
  const format = useFormat();
  const path = useItemPath();
  const { data: item, error, isFetching, refetch } = useQuery(itemQuery(path));
  // Its tile stands below what is still read.
  usePrefetchQuery(recoveryPointsQuery(path, POINTS_DAYS));
  const undoEnd = useUndoEnd(vaultOf(path), item?.deletedAt ?? null);

  const commands = useItemCommands(vaultOf(path))(path, { data: item, error });
  const restorable = item !== undefined && whyNot('restore', item) === undefined;
  // What is read of a machine is read at its own place.
  const encryption =
    item !== undefined && isElsewhere(item) ? paths.encryptionInReadiness(machineOfItem(item)) : paths.encryptionOfItem(path);
  const deletion = (moment: string) =>
    undoEnd === null
      ? text(dashboardMessages.deletedForNow, { moment })
      : text(dashboardMessages.deleted, { moment, until: format.date(undoEnd) });

  return (
    <Blade
      title={path.vmName}
      subtitle={text(titles.items)}
      busy={isFetching}
      problem={error}
      onRefresh={() => void refetch()}
      commands={[...commands, { id: 'encryption', label: text(messages.encryption), icon: <LockClosedKey20Regular />, href: encryption }]}
    >
      {item?.pairedRegion != null && (
        <InfoBox>{text(dashboardMessages.readInPair, { region: text(regionName(item.pairedRegion)) })}</InfoBox>
      )}
      {item?.deletedAt != null && (
        <InfoBox>
          <p>{deletion(format.dateTime(item.deletedAt))}</p>
          <TextLink to={paths.undelete(path)}>{text(commandWords.undelete)}</TextLink>
        </InfoBox>
      )}
      {item?.machine === 'gone' && item.deletedAt === null && (
        <InfoBox>
          <p>{text(restorable ? dashboardMessages.gone : dashboardMessages.goneWithoutPoints, { name: path.vmName })}</p>
          {restorable && <LinkButton to={paths.restorePoint(path)}>{text(commandWords.restore)}</LinkButton>}
        </InfoBox>
      )}
      {item?.machine === 'gone' && item.deletedAt === null && <RestoreUnderWay path={path} />}
      {item !== undefined && <ItemEssentials path={path} item={item} />}
      {item !== undefined && item.machine !== 'gone' && item.findings.length > 0 && (
        <InfoBox>
          <p>{text(item.healthStatus === 'ActionSuggested' ? dashboardMessages.actionSuggested : dashboardMessages.actionRequired)}</p>
          <AzureFindings findings={item.findings} machine={path} />
        </InfoBox>
      )}
      {item?.threat === 'suspicious' && (
        <InfoBox>
          <p>{text(dashboardMessages.suspicious)}</p>
          {restorable && <TextLink to={paths.restorePoint(path)}>{text(dashboardMessages.toPoints)}</TextLink>}
        </InfoBox>
      )}
      {(item !== undefined || error !== null) && <PointsTile path={path} to={restorable ? paths.restorePoint(path) : undefined} />}
      {item !== undefined && restorable && <PointsKept path={path} item={item} />}
    </Blade>
  );
}
