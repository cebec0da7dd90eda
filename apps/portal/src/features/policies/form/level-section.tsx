import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useController } from 'react-hook-form';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { palette } from '../../../theme/theme';
import { CheckboxField } from '../../../ui/fields/checkbox-field';
import { SelectField } from '../../../ui/fields/fields';
import { fieldId, useFault } from './fault-context';
import { FormText } from './form-text';
import { levelTitles, levelUnits, messages } from '../messages';
import { keptTime } from '../policy-words';
import { useFormSchedule } from './use-form-schedule';

type Level = 'daily' | 'weekly' | 'monthly' | 'yearly';

export const useSectionStyles = makeStyles({
  heading: { margin: '22px 0 0', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  section: { minWidth: 0, margin: '8px 0 0', padding: '8px 0 12px', border: 0, borderTop: `1px solid ${palette.tresorLine}` },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '8px 12px', marginTop: '6px' },
  time: { width: '120px' },
  unit: { alignSelf: 'flex-start', marginTop: '30px' },
  error: { flexBasis: '100%', color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
});

interface LevelSectionProps {
  level: Level;
  /** Why the level is always kept; undefined where it can be left out. */
  lockedReason?: string | undefined;
  children?: ReactNode;
}

/** One retention level: whether its points are kept, which ones (the children), and how long. */
export function LevelSection({ level, lockedReason, children }: LevelSectionProps) {
  const styles = useSectionStyles();
  const text = useText();
  const { field } = useController<PolicyForm, `${Level}.kept`>({ name: `${level}.kept` });
  const kept = lockedReason !== undefined || field.value;
  return (
    <fieldset className={styles.section}>
      <legend className="visually-hidden">{text(levelTitles[level])}</legend>
      <CheckboxField
        id={fieldId(`${level}.kept`)}
        label={text(levelTitles[level])}
        checked={kept}
        reason={lockedReason}
        onChange={field.onChange}
      />
      {kept && (
        <div className={styles.row}>
          {children}
          <KeepFor level={level} />
        </div>
      )}
    </fieldset>
  );
}

function KeepFor({ level }: { level: Level }) {
  const styles = useSectionStyles();
  const text = useText();
  const format = useFormat();
  const time = keptTime(useFormSchedule());
  const fault = useFault(`${level}.count`);
  return (
    <>
      <div className={styles.time} title={text(messages.atFollows)}>
        <SelectField label={text(messages.at)} options={[{ value: time, label: format.timeOfDay(time) }]} value={time} disabled />
      </div>
      <div>
        <FormText
          name={`${level}.count`}
          style={{ width: '96px' }}
          id={fieldId(`${level}.count`)}
          label={text(messages.keepFor)}
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : `${fieldId(`${level}.count`)}-fault`}
        />
      </div>
      <span className={styles.unit}>{text(levelUnits[level])}</span>
      {fault !== undefined && (
        <div id={`${fieldId(`${level}.count`)}-fault`} className={styles.error}>
          {fault}
        </div>
      )}
    </>
  );
}
