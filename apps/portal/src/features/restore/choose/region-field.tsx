import { useQuery } from '@tanstack/react-query';
import type { ItemPath, PairedRegion, TargetRegion } from '@tresor/contracts';
import { azureNow } from '../../../api/azure-time';
import { pairedRegionQuery } from '../../../api/restore-queries';
import { FieldLesson } from '../../../blades/field-lesson';
import { useEdition } from '../../../kept/edition';
import type { ChosenPoint } from '../../../kept/item-drafts';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { InfoBox } from '../../../ui/feedback/info-box';
import { SelectField } from '../../../ui/fields/fields';
import { TextLink } from '../../../ui/actions/text-link';
import { paths } from '../../../map/paths';
import { regionName } from '../../../words/regions';
import { closedPair, pairedMessages as messages } from './paired-messages';

/** Points are as old as they may be: the one that is chosen must be looked for among all. */
const EVERYTHING = 3650;

export const usePairedRegion = (path: ItemPath) => useQuery(pairedRegionQuery(path, EVERYTHING));

export const hasPoint = ({ points }: PairedRegion, point: ChosenPoint | null): boolean => points.some(({ id }) => id === point?.id);

/** Whether the vault's own region did not answer when the point was chosen. */
export const isOwnSilent = (point: ChosenPoint | null): boolean => point?.pairedRegion != null;

interface RegionFieldProps {
  path: ItemPath;
  point: ChosenPoint | null;
  chosen: TargetRegion;
  onChoose: (region: TargetRegion) => void;
}

/** In which region the disks come back, and why it is not the other one. */
export function RegionField({ path, point, chosen, onChoose }: RegionFieldProps) {
  const text = useText();
  const format = useFormat();
  const edition = useEdition();
  const { data, error } = usePairedRegion(path);
  const named = (region: string) => text(regionName(region));

  const whyNot = (): string | undefined => {
    if (data === undefined) return text(error === null ? messages.reading : messages.notRead);
    if (data.state !== 'open') return text(closedPair[data.state]);
    if (edition !== 'current') return text(messages.notIn2017);
    if (point?.managedDisks === false) return text(messages.vhdsOnly);
    const [newest] = data.points;
    if (newest === undefined || hasPoint(data, point)) return undefined;
    const age = format.relative(newest.time, new Date(azureNow()));
    return text(messages.pointNotThere, { region: named(data.paired ?? ''), moment: format.dateTime(newest.time), age });
  };
  // The screens of January 2017 have no regions to choose; what a vault of today can do is told all the same.
  if (edition !== 'current' && data?.state !== 'open') return null;
  const reason = whyNot();
  const isSilent = isOwnSilent(point);
  const own = data === undefined ? path.vaultName : named(data.own);
  const paired = data?.paired == null ? text(messages.pairedUnknown) : text(messages.paired, { region: named(data.paired) });
  return (
    <>
      <SelectField
        label={text(messages.region)}
        value={chosen}
        onChange={(_, { value }) => onChoose(value === 'paired' ? 'paired' : 'own')}
        options={[
          {
            value: 'own',
            label: data === undefined ? own : text(messages.own, { region: own }),
            reason: isSilent ? text(messages.silent) : undefined,
          },
          { value: 'paired', label: paired, reason: reason === undefined ? undefined : text(messages.notHere) },
        ]}
      />
      <FieldLesson of="targetRegion" field={text(messages.region)} />
      {isSilent && <InfoBox>{text(messages.ownSilent, { own })}</InfoBox>}
      {data !== undefined && reason !== undefined && (
        <InfoBox>
          <p>{reason}</p>
          {data.state === 'open' && edition !== 'current' && <TextLink to={paths.settings()}>{text(messages.toSettings)}</TextLink>}
        </InfoBox>
      )}
      {data === undefined && error !== null && <InfoBox>{text(messages.notRead)}</InfoBox>}
      {chosen === 'paired' && reason === undefined && data?.paired != null && (
        <InfoBox>{text(point?.encrypted === false ? messages.chosenPlain : messages.chosen, { region: named(data.paired) })}</InfoBox>
      )}
    </>
  );
}
