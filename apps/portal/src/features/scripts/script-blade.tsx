import { makeStyles } from '@fluentui/react-components';
import { ArrowDownload20Regular, Copy20Regular } from '@fluentui/react-icons';
import { writeScript, type Heading, type Refusal, type Wanted, type Dialect } from '@tresor/scripts';
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
import { scriptLanguage } from '../../words/shells';
import { dialectNames, messages, refusals } from './messages';
import { scriptFile } from './script-file';
import { ScriptText } from './script-text';
import { useWhoRuns } from './use-who-runs';
import { storedChoice } from '../../kept/stored-choice';

const DIALECTS = ['az', 'Az', 'AzureRM'] as const satisfies readonly Dialect[];

/** In which language the person runs scripts. */
const chosenDialect = storedChoice<Dialect>('tresor.dialect', DIALECTS, () => 'az');

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
  /** What its first lines say beside that, a line each under its title. */
  lists?: NonNullable<Heading['lists']>;
  /** What else there is to choose. */
  children?: ReactNode;
}

/** A command of the portal as a script: its language, what it does, its text, to be copied or saved. */
export function ScriptBlade({
  purpose,
  subtitle,
  busy = false,
  problem,
  fileName,
  wanted,
  nothing,
  notes,
  lists = [],
  children,
}: ScriptBladeProps) {
  const styles = useStyles();
  const text = useText();
  const language = useLanguage();
  const edition = useEdition();
  const stored = chosenDialect.use();
  const [writtenAt] = useState(() => minuteOf(azureNow()));
  const whoRuns = useWhoRuns();
  const isReady = wanted !== undefined && nothing === undefined;

  const scriptIn = (dialect: (typeof DIALECTS)[number]) => {
    if (typeof wanted !== 'object') return wanted;
    const { rights, byCustomer } = whoRuns(wanted, dialect);
    const runners = { title: text(messages.whoRuns), lines: byCustomer };
    return writeScript(wanted, dialect, language, {
      title: purpose,
      subject: subtitle ?? '',
      writtenAt,
      rights,
      lists: [runners, ...lists],
    });
  };
  const whyNot = (dialect: (typeof DIALECTS)[number]) => {
    if (dialect !== 'AzureRM') return undefined;
    if (edition !== '2017-01') return text(messages.only2017);
    if (scriptIn(dialect) !== 'not-in-2017') return undefined;
    return typeof wanted === 'object' && wanted.of === 'recovery' ? text(messages.planToday) : text(refusals['not-in-2017']);
  };
  const dialect = whyNot(stored) === undefined ? stored : 'az';
  const script = isReady ? scriptIn(dialect) : undefined;
  const found = typeof script === 'object' ? script : undefined;
  const byCustomer = typeof wanted === 'object' ? whoRuns(wanted, dialect).byCustomer : [];
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
          label={text(scriptLanguage)}
          value={dialect}
          onChange={chosenDialect.set}
          options={DIALECTS.map((value) => ({ value, label: text(dialectNames[value]), reason: whyNot(value) }))}
        />
      </div>
      <output>{(copied || refused) && text(copied ? messages.copied : messages.notCopied)}</output>
      {nothing !== undefined && <InfoBox>{nothing}</InfoBox>}
      {typeof script === 'string' && <InfoBox>{text(refusals[script])}</InfoBox>}
      {found !== undefined && <ScriptText script={found} dialect={dialect} notes={[...byCustomer, ...notes]} />}
    </Blade>
  );
}
