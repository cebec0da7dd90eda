import { ArrowDownload20Regular, BracesVariable20Regular } from '@fluentui/react-icons';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AuditFilter } from '@tresor/contracts';
import { Blade } from '../../blades/blade';
import { useText } from '../../language/use-text';
import { titles } from '../../map/map';
import { useChoices } from '../../map/use-choices';
import { Filling } from '../../ui/layout/filling';
import { InfoBox } from '../../ui/feedback/info-box';
import { entriesIn, filterOf, searchOf } from './audit-filter';
import { auditAccessQuery, auditQuery } from './audit-queries';
import { AuditedCommands } from './audited-commands';
import { ChainState } from './chain-state';
import { FilterForm } from './filter-form';
import { messages } from './messages';
import { useAuditExport, type ExportState } from './use-audit-export';

/** Where the address says what cannot be meant. */
const NOTHING: AuditFilter = {};

/** Why nothing is shown, and from whom the right to see it is had. */
function NoAccess({ role }: { role: string | null }) {
  const text = useText();
  return (
    <InfoBox>
      {role === null ? <p>{text(messages.noSetting)}</p> : <p>{text(messages.noRole, { role })}</p>}
      {role !== null && <p>{text(messages.fromWhom)}</p>}
      <p>{text(messages.ownVaults)}</p>
    </InfoBox>
  );
}

function Exported({ exporting }: { exporting: ExportState }) {
  const text = useText();
  if (exporting.state === 'reading') return text(messages.exporting, { count: exporting.count });
  if (exporting.state !== 'saved') return null;
  const { count, unreadable, more } = exporting;
  return (
    <>
      {text(more ? messages.exportedPart : messages.exported, { count })}
      {unreadable > 0 && ` ${text(messages.exportedWithout, { count: unreadable })}`}
    </>
  );
}

/** Everything that was asked for here, by anybody: for who has the role to read it. */
export default function Audit() {
  const text = useText();
  const client = useQueryClient();
  const [chosen, choose] = useChoices();
  const entries = entriesIn(chosen);
  const said = searchOf(entries).toString();
  const meant = useMemo(() => filterOf(entriesIn(new URLSearchParams(said))), [said]);
  const filter = 'filter' in meant ? meant.filter : NOTHING;
  const access = useQuery(auditAccessQuery);
  const held = access.data?.held === true;
  const list = useInfiniteQuery({ ...auditQuery(filter), enabled: held && filter !== NOTHING });
  const apply = (entries: URLSearchParams) => choose(entries, { replace: false });
  const { exporting, save } = useAuditExport(filter);
  const found = list.data?.pages.some(({ commands, next }) => commands.length > 0 || next !== null) === true;
  const whyNot = () => {
    if (exporting.state === 'reading') return text(messages.exporting, { count: exporting.count });
    return found && filter !== NOTHING ? undefined : text(messages.nothingToExport);
  };
  const commands = [
    { id: 'csv', label: text(messages.exportCsv), icon: <ArrowDownload20Regular />, onClick: () => save('csv'), reason: whyNot() },
    { id: 'jsonl', label: text(messages.exportLines), icon: <BracesVariable20Regular />, onClick: () => save('jsonl'), reason: whyNot() },
  ];
  const readAgain = () => void client.resetQueries({ queryKey: ['audit'] });
  return (
    <Blade
      title={text(titles.audit)}
      busy={access.isFetching || list.isFetching}
      problem={access.error ?? list.error ?? (exporting.state === 'failed' ? exporting.error : null)}
      onRefresh={readAgain}
      {...(held && { commands })}
    >
      {access.data !== undefined && !held && <NoAccess role={access.data.role} />}
      {held && (
        <Filling>
          <p>{text(messages.intro)}</p>
          <ChainState keptDays={access.data?.keptDays ?? 0} />
          <FilterForm
            applied={entries}
            isWhole={said === ''}
            onApply={(next) => apply(searchOf(next))}
            onReset={() => apply(new URLSearchParams())}
          />
          <output>
            <Exported exporting={exporting} />
          </output>
          {'wrong' in meant ? (
            <InfoBox>{text(messages.wrong, { what: meant.wrong.join(', ') })}</InfoBox>
          ) : (
            <AuditedCommands
              pages={list.data?.pages}
              isWhole={said === ''}
              failed={list.error !== null}
              reading={list.isFetching}
              onMore={() => void list.fetchNextPage()}
            />
          )}
        </Filling>
      )}
    </Blade>
  );
}
