import { makeStyles } from '@fluentui/react-components';
import { ArrowDownload20Regular, Copy20Regular } from '@fluentui/react-icons';
import { writeScript, type Refusal, type Wanted } from '@tresor/scripts';
import { useState, type ReactNode } from 'react';
import { azureNow } from '../../api/azure-time';
import { Blade } from '../../blades/blade';
import { useLanguage } from '../../language/language';
import { useText } from '../../language/use-text';
import { useEdition } from '../../kept/edition';
import { titles } from '../../map/map';
import { ChoiceField } from '../../ui/fields/choice-field';
import { download } from '../../ui/actions/download';
import { InfoBox } from '../../ui/feedback/info-box';
import { useCopy } from '../../ui/actions/use-copy';
import { dialect as chosenDialect, DIALECTS } from './dialect';
import { headingRights } from './heading-rights';
import { dialectNames, messages, refusals } from './messages';
import { scriptFile } from './script-file';
import { ScriptText } from './script-text';

const useStyles = makeStyles({ fields: { display: 'flex', flexDirection: 'column', gap: '14px' } });

/** To the minute, in the one zone that everybody who reads the script can turn into his own. */
const minuteOf = (moment: number) => `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

interface ScriptBladeProps {
  /** What the script does, as it is called elsewhere in the portal. */
  purpose: string;
  subtitle: string | undefined;
  busy?: boolean;
  problem?: unknown;
  /** What the file is called, without its ending. */
  fileName: string;
  /** Undefined: still being read; a code or a text: why there is none. */
  wanted: Wanted | Refusal | undefined;
  /** Instead of a script, where there is nothing to do. */
  nothing?: string | undefined;
  notes: readonly string[];
  /** What else there is to choose. */
  children?: ReactNode;
}

/** A command of the portal as a script: its language, what it does, its text, to be copied or saved. */
export function ScriptBlade({ purpose, subtitle, busy = false, problem, fileName, wanted, nothing, notes, children }: ScriptBladeProps) {
  const styles = useStyles();
  const text = useText();
  const language = useLanguage();
  const edition = useEdition();
  const stored = chosenDialect.use();
  const [writtenAt] = useState(() => minuteOf(azureNow()));
  const isReady = wanted !== undefined && nothing === undefined;

  const scriptIn = (dialect: (typeof DIALECTS)[number]) =>
    typeof wanted === 'object'
      ? writeScript(wanted, dialect, language, {
          title: purpose,
          subject: subtitle ?? '',
          writtenAt,
          rights: headingRights(text, wanted),
        })
      : wanted;
  const whyNot = (dialect: (typeof DIALECTS)[number]) => {
    if (dialect !== 'AzureRM') return undefined;
    if (edition !== '2017-01') return text(messages.only2017);
    return scriptIn(dialect) === 'not-in-2017' ? text(refusals['not-in-2017']) : undefined;
  };
  const dialect = whyNot(stored) === undefined ? stored : 'az';
  const script = isReady ? scriptIn(dialect) : undefined;
  const found = typeof script === 'object' ? script : undefined;
  const { copy, copied, refused } = useCopy(found?.text ?? '');
  const reason = found === undefined ? text(messages.noScript) : undefined;

  const save = (content: string) => {
    const file = scriptFile(fileName, dialect, content);
    download(file.name, file.type, file.content);
  };

  return (
    <Blade
      title={text(titles.disksScript)}
      subtitle={subtitle}
      size="large"
      busy={busy}
      problem={problem}
      commands={[
        { id: 'copy', label: text(messages.copy), icon: <Copy20Regular />, reason, onClick: copy },
        {
          id: 'download',
          label: text(messages.download),
          icon: <ArrowDownload20Regular />,
          reason,
          onClick: () => found && save(found.text),
        },
      ]}
    >
      <div className={styles.fields}>
        {children}
        <ChoiceField
          label={text(messages.dialect)}
          value={dialect}
          onChange={chosenDialect.set}
          options={DIALECTS.map((value) => ({ value, label: text(dialectNames[value]), reason: whyNot(value) }))}
        />
      </div>
      <output>{(copied || refused) && text(copied ? messages.copied : messages.notCopied)}</output>
      {nothing !== undefined && <InfoBox>{nothing}</InfoBox>}
      {typeof script === 'string' && <InfoBox>{text(refusals[script])}</InfoBox>}
      {found !== undefined && <ScriptText script={found} dialect={dialect} notes={notes} />}
    </Blade>
  );
}
