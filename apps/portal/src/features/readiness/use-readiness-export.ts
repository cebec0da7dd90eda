import { csvText } from '@tresor/scripts/csv';
import { useMemo } from 'react';
import { useLanguage } from '../../language/language';
import { useText } from '../../language/use-text';
import { useEdition } from '../../kept/edition';
import { download } from '../../ui/actions/download';
import type { TableColumn } from '../../ui/table/table-types';
import { messages } from './messages';
import type { ReadyMachine } from './ready-machine';

/** Saves the list: as people see it, or as programs want it. */
export function useReadinessExport(columns: readonly TableColumn<ReadyMachine>[]) {
  const text = useText();
  const language = useLanguage();
  const edition = useEdition();
  return useMemo(() => {
    const name = `${text(messages.fileName)}-${edition}`;
    return {
      csv(rows: readonly ReadyMachine[]) {
        // The marks that let a narrow heading break are for the screen.
        const headings = columns.map(({ header }) => header.replaceAll('\u00AD', ''));
        const table = [headings, ...rows.map((row) => columns.map((column) => column.text(row).replaceAll('\u00AD', '')))];
        download(`${name}.csv`, 'text/csv', csvText(table, language));
      },
      json(rows: readonly ReadyMachine[]) {
        const machines = rows.map(({ machine, agent = null, readiness }) => ({ ...machine, agent, readiness }));
        download(`${name}.json`, 'application/json', `${JSON.stringify({ edition, machines }, null, 2)}\n`);
      },
    };
  }, [text, language, edition, columns]);
}
