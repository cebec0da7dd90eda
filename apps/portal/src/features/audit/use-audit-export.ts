import { useEffect, useRef, useState } from 'react';
import type { AuditedCommand, AuditFilter } from '@tresor/contracts';
import { csvText } from '@tresor/scripts/csv';
import { api } from '../../api/api';
import { pagesToEnd } from '../../api/pages-to-end';
import { useLanguage } from '../../language/language';
import { useText } from '../../language/use-text';
import { download } from '../../ui/actions/download';
import { linesOf, tableOf } from './audit-table';
import { messages } from './messages';

type ExportKind = 'csv' | 'jsonl';

/** Where an export is: how much has come, and once it is saved what could not be read and whether there was more than one file takes. */
export type ExportState =
  | { state: 'none' }
  | { state: 'reading'; count: number }
  | { state: 'saved'; count: number; unreadable: number; more: boolean }
  | { state: 'failed'; error: unknown };

/** Saves what is filtered, all of it and no more. Left before it is whole, nothing is saved. */
export function useAuditExport(filter: AuditFilter) {
  const text = useText();
  const language = useLanguage();
  const [known, setKnown] = useState<{ of: AuditFilter; exporting: ExportState }>();
  const leaving = useRef<AbortController>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  const setExporting = (exporting: ExportState) => setKnown({ of: filter, exporting });

  const read = async (kind: ExportKind, signal: AbortSignal) => {
    const commands: AuditedCommand[] = [];
    let unreadable = 0;
    let more = false;
    for await (const page of pagesToEnd(() => api.audit.export(filter, { signal }))) {
      if (page === 'end') continue;
      commands.push(...page.commands);
      unreadable += page.unreadable;
      more = page.more;
      setExporting({ state: 'reading', count: commands.length });
    }
    const name = text(messages.fileName);
    if (kind === 'csv') download(`${name}.csv`, 'text/csv', csvText(tableOf(commands, text), language));
    else download(`${name}.jsonl`, 'application/x-ndjson', linesOf(commands));
    setExporting({ state: 'saved', count: commands.length, unreadable, more });
  };

  const save = (kind: ExportKind) => {
    leaving.current?.abort();
    const { signal } = (leaving.current = new AbortController());
    setExporting({ state: 'reading', count: 0 });
    read(kind, signal).catch((error: unknown) => (signal.aborted ? undefined : setExporting({ state: 'failed', error })));
  };
  // What was saved of another filter says nothing of this one.
  const exporting: ExportState = known?.of === filter ? known.exporting : { state: 'none' };
  return { exporting, save };
}
