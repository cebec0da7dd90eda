import { makeStyles, tokens } from '@fluentui/react-components';
import type { AuditPage } from '@tresor/contracts';
import { useMemo } from 'react';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { titles } from '../../map/map';
import { PlainButton } from '../../ui/actions/buttons';
import { InfoBox } from '../../ui/feedback/info-box';
import { Rest } from '../../ui/layout/filling';
import { ResourceTable } from '../../ui/table/resource-table';
import { commandWords } from '../../words/command-words';
import { useAuditColumns } from './audit-columns';
import { messages } from './messages';

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '10px', padding: '8px 0' },
  searched: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const NONE: readonly AuditPage[] = [];

interface AuditedCommandsProps {
  /** Undefined before the first has come. */
  pages: readonly AuditPage[] | undefined;
  /** Nothing narrows. */
  isWhole: boolean;
  failed: boolean;
  /** Being read now. */
  reading: boolean;
  onMore: () => void;
}

/** What was found, newest first, and how far back that reaches. */
export function AuditedCommands({ pages = NONE, isWhole, failed, reading, onMore }: AuditedCommandsProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const columns = useAuditColumns();
  const rows = useMemo(() => pages.flatMap(({ commands }) => commands), [pages]);
  const last = pages.at(-1);
  const hasMore = last !== undefined && last.next !== null;
  const unreadable = pages.reduce((sum, page) => sum + page.unreadable, 0);
  const searchedTo = pages.findLast((page) => page.searchedTo !== null)?.searchedTo;
  const empty = () => {
    if (last === undefined || failed) return null;
    if (hasMore) return text(messages.noMatchYet);
    return text(isWhole ? messages.nothing : messages.noMatch);
  };
  return (
    <>
      {unreadable > 0 && <InfoBox>{text(messages.unreadable, { count: unreadable })}</InfoBox>}
      <Rest>
        <ResourceTable
          label={text(titles.audit)}
          rows={rows}
          columns={columns}
          rowKey={({ by, commandId }) => `${by.oid} ${commandId}`}
          rowName={({ command }) => text(commandWords[command])}
          empty={empty()}
          loading={last === undefined && !failed}
        />
      </Rest>
      {last !== undefined && (
        <div className={styles.foot}>
          {hasMore && (
            <PlainButton onClick={onMore} reason={reading ? text(messages.loading) : undefined}>
              {text(messages.more)}
            </PlainButton>
          )}
          <output className={styles.searched}>
            {hasMore && searchedTo != null ? text(messages.searchedTo, { time: format.dateTime(searchedTo) }) : text(messages.searchedAll)}
          </output>
        </div>
      )}
    </>
  );
}
