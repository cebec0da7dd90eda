import type { VaultPlaces } from '@tresor/contracts';
import { regionName } from '../../../words/regions';
import { useText } from '../../../language/use-text';
import { SelectField } from '../../../ui/fields/fields';
import { messages } from '../setup/messages';

interface LocationFieldProps {
  location: string;
  places: VaultPlaces | undefined;
  onChange: (location: string) => void;
}

/** The region of the vault, those with machines to protect first. */
export function LocationField({ location, places, onChange }: LocationFieldProps) {
  const text = useText();
  const regions = (places?.regions ?? [])
    .map(({ name, unprotectedMachines }) => ({ name, region: text(regionName(name)), count: unprotectedMachines }))
    .toSorted((a, b) => b.count - a.count || a.region.localeCompare(b.region));
  const chosen = regions.find(({ name }) => name === location);
  return (
    <div>
      <SelectField
        label={text(messages.location)}
        required
        hint={text(messages.locationHint)}
        value={location}
        onChange={(_, { value }) => onChange(value)}
        options={[
          ...(location === '' ? [{ value: '', label: text(messages.choose) }] : []),
          ...regions.map(({ name, region, count }) => ({ value: name, label: text(messages.locationOption, { region, count }) })),
        ]}
      />
      {chosen !== undefined && <p>{text(messages.couldProtect, { count: chosen.count })}</p>}
    </div>
  );
}
