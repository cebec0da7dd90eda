import { ArrowDownload20Regular, Print20Regular } from '@fluentui/react-icons';
import type { UseQueryResult } from '@tanstack/react-query';
import type { SealedEvidence } from '@tresor/contracts';
import { sealedText } from '@tresor/contracts/seal';
import type { ReactNode } from 'react';
import { Blade } from '../../blades/blade';
import { PrintedPage } from '../../blades/printed-page';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { download } from '../../ui/actions/download';
import { commandWords, outcomeOf } from '../../words/command-words';
import { Authenticity } from './authenticity';
import { EvidenceTable } from './evidence-table';
import { messages } from './messages';
import { commandsOf } from './records';
import { useConcern } from './use-concern';
import { makeStyles, tokens } from '@fluentui/react-components';
import { paths } from '../../map/paths';
import { titles } from '../../map/map';
import { TextLink } from '../../ui/actions/text-link';
import { InfoBox } from '../../ui/feedback/info-box';

const useStyles = makeStyles({ command: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' } });

/** What somebody does who does not want to believe this page. */
function HowToVerify({ file, publicKey }: { file: string; publicKey: string }) {
  const styles = useStyles();
  const text = useText();
  return (
    <InfoBox>
      <p>
        <strong>{text(messages.how)}</strong>
      </p>
      <p>{text(messages.howText)}</p>
      <p>
        <code className={styles.command}>
          npm run evidence -- verify {file} --key {publicKey}
        </code>
      </p>
      <p>{text(messages.howCompare)}</p>
      <p>{text(messages.limit)}</p>
      <p className="of-screen">
        <TextLink to={paths.settings()}>{text(titles.settings)}</TextLink>
      </p>
    </InfoBox>
  );
}

/** Who asked for what, when, and what came of it. */
function CommandsTable({ sealed }: { sealed: SealedEvidence }) {
  const text = useText();
  const format = useFormat();
  const heads = [messages.time, messages.who, messages.what, messages.on, messages.result, messages.correlationId].map((head) =>
    text(head),
  );
  const concern = useConcern(sealed);
  const rows = commandsOf(sealed).map(({ key, asked, result, end }) => {
    const { at, by, command, correlationId } = asked;
    const { word } = outcomeOf({ result, end: { state: 'known', value: end === null ? null : { end, at } } });
    return {
      key: `${key} ${at}`,
      cells: [format.dateTime(at), by.name, text(commandWords[command]), concern(asked), text(word), correlationId],
    };
  });
  return <EvidenceTable title={text(messages.commands)} heads={heads} rows={rows} none={text(messages.none)} />;
}

interface EvidenceBladeProps {
  title: string;
  subtitle: string;
  /** Name of the file, without its ending. */
  file: string;
  query: Pick<UseQueryResult<SealedEvidence>, 'data' | 'error' | 'isFetching' | 'refetch'>;
  /** What the evidence says, for somebody who knows neither Tresor nor Azure. */
  children: (sealed: SealedEvidence) => ReactNode;
}

/** Evidence on a page that can be printed, checked in this browser and saved. */
export function EvidenceBlade({ title, subtitle, file, query, children }: EvidenceBladeProps) {
  const text = useText();
  const format = useFormat();
  const { data: sealed, error, isFetching, refetch } = query;
  const name = `${file}.json`;
  const reason = sealed === undefined ? text(error === null || isFetching ? messages.loading : messages.notDrawn) : undefined;
  const save = () => {
    if (sealed) download(name, 'application/json', sealedText(sealed));
  };
  const subject = sealed?.records[0]?.record;
  return (
    <Blade
      title={title}
      subtitle={subtitle}
      busy={isFetching}
      problem={error}
      commands={[
        { id: 'print', label: text(messages.print), icon: <Print20Regular />, onClick: () => window.print(), reason },
        { id: 'save', label: text(messages.save), icon: <ArrowDownload20Regular />, onClick: save, reason },
      ]}
      onRefresh={() => void refetch()}
    >
      <output>{sealed === undefined && isFetching && <p>{text(messages.drawing)}</p>}</output>
      {sealed !== undefined && (
        <PrintedPage>
          {children(sealed)}
          <CommandsTable sealed={sealed} />
          <Authenticity sealed={sealed} />
          <HowToVerify file={name} publicKey={sealed.seal.publicKey} />
          {subject !== undefined && 'drawnBy' in subject && (
            <p>{text(messages.drawn, { ...subject.drawnBy, at: format.dateTime(subject.drawnAt) })}</p>
          )}
          <p className="of-print">{text(messages.address, { url: window.location.href })}</p>
        </PrintedPage>
      )}
    </Blade>
  );
}
