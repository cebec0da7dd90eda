import { ArrowDownload20Regular, ArrowClockwise20Regular, BracesVariable20Regular, Print20Regular } from '@fluentui/react-icons';
import { csvText } from '@tresor/scripts/csv';
import { Blade } from '../../../blades/blade';
import { useLanguage } from '../../../language/language';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { useVaultPath } from '../../../map/paths';
import { useEdition } from '../../../kept/edition';
import { titles } from '../../../map/map';
import { download } from '../../../ui/actions/download';
import { CheckList } from './check-list';
import { pageMessages as messages } from './check-messages';
import type { Phrase } from '../../../language/messages';
import type { Check, Proof } from './checks';
import { AGENTS_READ, usePrerequisites } from './use-prerequisites';

/** What the list says, for a file. */
function useCheckWords() {
  const text = useText();
  const format = useFormat();
  const say = ({ message, values }: Phrase) => text(message, values);
  const inFull = ({ message, values, names = [] }: Proof) => text(message, { ...values, names: format.list(names) });
  return (checks: readonly Check[]) =>
    checks.map(({ id, state, title, proof, source, remedy }) => ({
      id,
      state,
      title: say(title),
      proof: proof.map(inFull).join(' '),
      source: source && { ...source },
      remedy: remedy && say(remedy.label),
    }));
}

/** Everything that must be true before a backup, checked, explained and led to its remedy. */
export default function Prerequisites() {
  const text = useText();
  const language = useLanguage();
  const edition = useEdition();
  const path = useVaultPath();
  const words = useCheckWords();
  const { checks, ofDraft, machineCount, error, checkAgain } = usePrerequisites(path);
  const unfinished = checks === undefined ? text(error === null ? messages.stillLoading : messages.notChecked) : undefined;
  const fileName = `${text(messages.fileName)}-${path.vaultName}`;

  const saveCsv = () => {
    const heading = [messages.check, messages.state, messages.proof, messages.source, messages.remedy].map((message) => text(message));
    const rows = words(checks ?? []).map(({ title, state, proof, source, remedy }) => [
      title,
      state,
      proof,
      source === null ? '' : `${source.title}, ${source.date}, ${source.url}`,
      remedy ?? '',
    ]);
    download(`${fileName}.csv`, 'text/csv', csvText([heading, ...rows], language));
  };
  const saveJson = () => {
    const content = JSON.stringify({ vault: path, edition, checks: words(checks ?? []) }, null, 2);
    download(`${fileName}.json`, 'application/json', `${content}\n`);
  };

  return (
    <Blade
      title={text(titles.prerequisites)}
      subtitle={path.vaultName}
      busy={checks === undefined && error === null}
      problem={error}
      commands={[
        { id: 'again', label: text(messages.checkAgain), icon: <ArrowClockwise20Regular />, onClick: checkAgain },
        { id: 'csv', label: text(messages.exportCsv), icon: <ArrowDownload20Regular />, onClick: saveCsv, reason: unfinished },
        { id: 'json', label: text(messages.exportJson), icon: <BracesVariable20Regular />, onClick: saveJson, reason: unfinished },
        { id: 'print', label: text(messages.print), icon: <Print20Regular />, onClick: () => window.print(), reason: unfinished },
      ]}
    >
      <p>
        {text(ofDraft ? messages.ofDraft : messages.ofRegion)}
        {machineCount > AGENTS_READ && ` ${text(messages.agentsOf, { count: AGENTS_READ })}`}
      </p>
      {checks !== undefined && <CheckList checks={checks} />}
    </Blade>
  );
}
