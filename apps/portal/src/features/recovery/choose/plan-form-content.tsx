import { makeStyles } from '@fluentui/react-components';
import type { ItemInVault } from '@tresor/contracts';
import { useMemo, type ReactNode } from 'react';
import { namedFew } from '../../../language/named-few';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { AllNames } from '../../../ui/layout/all-names';
import { wasBackedUp } from '../item-key';
import { ItemTable } from './item-table';
import { messages } from './messages';
import { PlanFields } from './plan-fields';
import type { PlanForm } from './use-plan-draft';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '12px', minHeight: '100%' },
  table: { flexGrow: 1, minHeight: '360px' },
});

const NONE: readonly ItemInVault[] = [];

interface PlanFormContentProps {
  form: PlanForm;
  /** Undefined while they are read; null where they could not be. */
  items: readonly ItemInVault[] | null | undefined;
  /** Above the fields. */
  children?: ReactNode;
}

/** All that a plan says, and the machines to choose from. */
export function PlanFormContent({ form, items, children }: PlanFormContentProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const keys = useMemo(() => new Set(form.selected.map(({ id }) => id)), [form.selected]);
  const never = form.selected.filter((item) => !wasBackedUp(item)).length;
  const elsewhere = form.elsewhere.map(({ name }) => name);
  return (
    <div className={styles.content}>
      {children}
      <PlanFields form={form} />
      <output>
        {elsewhere.length > 0 && <p>{text(messages.elsewhere, { names: namedFew(elsewhere, format, text) })}</p>}
        {never > 0 && <p>{text(messages.neverAmong, { count: never })}</p>}
      </output>
      <AllNames names={elsewhere} />
      {items !== null && (
        <div className={styles.table}>
          <ItemTable items={items ?? NONE} loading={items === undefined} selected={keys} onSelect={form.select} />
        </div>
      )}
    </div>
  );
}
