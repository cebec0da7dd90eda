import { makeStyles, tokens } from '@fluentui/react-components';
import type { MachineOptions } from '@tresor/contracts';
import { useText, type Text } from '../../../language/use-text';
import { CheckboxField } from '../../../ui/fields/checkbox-field';
import { SelectField, TextField } from '../../../ui/fields/fields';
import { AddedTags } from '../../../azure/tags/added-tags';
import { machineMessages as messages } from './machine-messages';
import { machineNameFault } from './machine-name';
import { tagWords } from '../../../azure/tags/tag-words';
import type { useMachineForm } from './use-machine-form';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '14px' },
  hint: {
    margin: 0,
    paddingLeft: '34px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

interface MachineFieldsProps {
  options: MachineOptions;
  machine: Pick<ReturnType<typeof useMachineForm>, 'form' | 'change'>;
}

const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** Why it is not the old size, and which one is proposed. */
function sizeHint({ oldSize, suggested: { size } }: MachineOptions, text: Text): string | undefined {
  if (oldSize === null) return undefined;
  const instead = size === null ? text(messages.noSimilarSize) : text(messages.similarSize, { size });
  return `${text(messages[oldSize.barred], { old: oldSize.name })} ${instead}`;
}

export function MachineFields({ options, machine: { form, change } }: MachineFieldsProps) {
  const styles = useStyles();
  const text = useText();
  const nameFault = machineNameFault(form.name);
  const tags = Object.entries(options.tags).map(([name, value]) => ({ name, value }));
  return (
    <div className={styles.fields}>
      <TextField
        label={text(messages.name)}
        required
        hint={text(messages.nameHint)}
        value={form.name}
        onChange={(_, { value }) => change({ name: value })}
        error={nameFault && text(nameFault)}
      />
      <SelectField
        label={text(messages.group)}
        required
        value={form.group}
        onChange={(_, { value }) => change({ group: value })}
        options={options.groups.map(({ name, allowed }) => ({
          value: name,
          label: name,
          ...(!allowed && { reason: text(messages.notAllowed) }),
        }))}
      />
      <SelectField
        label={text(messages.size)}
        required
        value={form.size}
        onChange={(_, { value }) => change({ size: value })}
        hint={sizeHint(options, text)}
        options={[...(form.size === '' ? [{ value: '', label: text(messages.chooseSize) }] : []), ...same(options.sizes)]}
      />
      <SelectField
        label={text(messages.subnet)}
        required
        value={form.subnetId}
        onChange={(_, { value }) => change({ subnetId: value })}
        error={options.subnets.length === 0 ? text(messages.noSubnet) : undefined}
        options={options.subnets.map(({ id, network, subnet, group }) => ({
          value: id,
          label: text(messages.subnetOption, { network, subnet, group }),
        }))}
      />
      <CheckboxField label={text(messages.publicIp)} checked={form.publicIp} onChange={(publicIp) => change({ publicIp })} />
      {tags.length > 0 && (
        <div>
          <CheckboxField
            label={text(messages.withTags)}
            checked={form.withoutTags !== true}
            onChange={(checked) => change({ withoutTags: !checked })}
          />
          <p className={styles.hint}>{text(messages.tagsMean, { tags: tagWords(tags) })}</p>
        </div>
      )}
      <AddedTags rows={form.addedTags ?? []} onChange={(addedTags) => change({ addedTags })} />
      {options.proximityGroup !== null && (
        <div>
          <CheckboxField
            label={text(messages.withoutProximityGroup, { group: options.proximityGroup })}
            checked={form.withoutProximityGroup === true}
            onChange={(withoutProximityGroup) => change({ withoutProximityGroup })}
          />
          <p className={styles.hint}>{text(messages.proximityGroupMeans)}</p>
        </div>
      )}
    </div>
  );
}
