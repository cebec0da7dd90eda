import { makeStyles } from '@fluentui/react-components';
import { Blade } from '../../blades/blade';
import { setLanguage, useLanguage } from '../../language/language';
import { useText } from '../../language/use-text';
import { edition, useEdition } from '../../kept/edition';
import { themeChoice } from '../../kept/theme-choice';
import { ChoiceField } from '../../ui/fields/choice-field';
import { paths } from '../../map/paths';
import { titles } from '../../map/map';
import { TextLink } from '../../ui/actions/text-link';
import { EvidenceKey } from './evidence-key';
import { messages } from './messages';

const useStyles = makeStyles({ fields: { display: 'flex', flexDirection: 'column', gap: '18px' } });

export default function Settings() {
  const styles = useStyles();
  const text = useText();
  return (
    <Blade title={text(titles.settings)} subtitle={text(messages.note)}>
      <div className={styles.fields}>
        <ChoiceField
          label={text(messages.edition)}
          value={useEdition()}
          onChange={edition.set}
          options={[
            { value: '2017-01', label: text(messages.edition2017), explanation: text(messages.edition2017Body) },
            { value: 'current', label: text(messages.editionCurrent), explanation: text(messages.editionCurrentBody) },
          ]}
        />
        <TextLink to={paths.supportMatrix()}>{text(messages.matrix)}</TextLink>
        <TextLink to={paths.audit()}>{text(messages.audit)}</TextLink>
        <TextLink to={paths.doctor()}>{text(messages.doctor)}</TextLink>
        <ChoiceField
          label={text(messages.language)}
          value={useLanguage()}
          onChange={setLanguage}
          options={[
            { value: 'de', label: 'Deutsch' },
            { value: 'en', label: 'English' },
          ]}
        />
        <ChoiceField
          label={text(messages.theme)}
          value={themeChoice.use()}
          onChange={themeChoice.set}
          options={[
            { value: 'system', label: text(messages.themeSystem) },
            { value: 'light', label: text(messages.themeLight) },
            { value: 'dark', label: text(messages.themeDark) },
          ]}
        />
        {/* Last, for it is asked for: nothing is pushed away when the answer comes. */}
        <EvidenceKey />
      </div>
    </Blade>
  );
}
