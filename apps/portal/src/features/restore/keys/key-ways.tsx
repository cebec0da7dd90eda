import { makeStyles } from '@fluentui/react-components';
import { sameName } from '@tresor/support-matrix';
import { useText } from '../../../language/use-text';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { SelectField, TextField } from '../../../ui/fields/fields';
import { keyMessages as messages } from './key-messages';
import { isKeyVaultName } from './key-offers';
import { KeyVaultTable } from './key-vault-table';
import type { KeyForm } from './use-key-form';
import { regionName } from '../../../words/regions';

const MEANS = { recover: messages.recoverMeans, restore: messages.restoreMeans, create: messages.createMeans };

const useStyles = makeStyles({ fields: { display: 'flex', flexDirection: 'column', gap: '14px' } });

/** The ways to bring key and secret back, those that lead nowhere with the reason, and what the chosen one needs. */
export function KeyWays({ form, original }: { form: KeyForm; original: string }) {
  const styles = useStyles();
  const text = useText();
  const { offers, way, name, group, groups } = form;
  const knownGroup = groups.find((each) => sameName(each.name, group))?.name ?? group;
  return (
    <div className={styles.fields}>
      <ChoiceField
        label={text(messages.ways)}
        value={way}
        onChange={form.setWay}
        options={offers.map((offer) => ({
          value: offer.way,
          label: text(messages[offer.way]),
          explanation: text(MEANS[offer.way]),
          reason: offer.reason && text(offer.reason),
        }))}
      />
      {way === 'restore' && (
        <KeyVaultTable targets={form.targets} original={original} chosen={form.target?.id ?? null} onChoose={form.setTarget} />
      )}
      {way === 'create' && (
        <>
          <TextField
            label={text(messages.newName)}
            required
            hint={text(messages.newNameHint)}
            value={name}
            onChange={(_, { value }) => form.change({ name: value })}
            error={isKeyVaultName(name) ? undefined : text(messages.newNameFault)}
          />
          <SelectField
            label={text(messages.group)}
            required
            value={knownGroup}
            onChange={(_, { value }) => form.change({ group: value })}
            options={groups.map((each) => ({ value: each.name, label: `${each.name} (${text(regionName(each.location))})` }))}
          />
        </>
      )}
    </div>
  );
}
