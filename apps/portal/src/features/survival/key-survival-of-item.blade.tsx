import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { KeySurvival } from '@tresor/contracts';
import { SURVIVAL_RULES, subscriptionOf } from '@tresor/support-matrix';
import { useState } from 'react';
import { keySurvivalOfItemQuery } from '../../api/key-survival-query';
import { recoveryPointsQuery } from '../../api/restore-queries';
import { keyRows } from '../../azure/key-chain/chain-rows';
import { KeyChainView } from '../../azure/key-chain/key-chain-view';
import { SourceLine } from '../../ui/feedback/source-line';
import { Blade } from '../../blades/blade';
import { useFormat } from '../../language/use-format';
import { useNow } from '../../language/use-now';
import { useText } from '../../language/use-text';
import { titles } from '../../map/map';
import { paths, useItemPath } from '../../map/paths';
import { CodeBox } from '../../ui/actions/code-box';
import { TextLink } from '../../ui/actions/text-link';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { SelectField } from '../../ui/fields/fields';
import { fixOf } from './fix-of';
import { KeyVaultTable } from './key-vault-table';
import { fixWords, messages, STATE_STATUS, stateWords } from './messages';
import { useSurvivalWords } from './use-survival-words';

const NEWEST = '';
/** How far back points can be chosen. */
const DAYS = 30;

const useStyles = makeStyles({
  heading: { margin: '18px 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: 400 },
  findings: { margin: '4px 0', paddingLeft: '20px' },
});

const sourceOf = (id: string) => SURVIVAL_RULES.find((rule) => rule.id === id)?.source;

/** Everything that was found, each with its source and what helps. */
function Findings({ row }: { row: KeySurvival }) {
  const styles = useStyles();
  const text = useText();
  const { ofFinding, ofRow } = useSurvivalWords();
  if (row.findings.length === 0) return <p>{ofRow(row)}</p>;
  return (
    <ul className={styles.findings} aria-label={text(messages.findings)}>
      {row.findings.map((finding) => {
        const fix = fixOf(row, finding);
        const source = sourceOf(finding);
        return (
          <li key={finding}>
            {ofFinding(row, finding)}
            {fix !== undefined && fix.fix !== 'protect' && (
              <div>
                <TextLink to={fix.to}>{text(fixWords[fix.fix])}</TextLink>
              </div>
            )}
            {source !== undefined && <SourceLine source={source} />}
          </li>
        );
      })}
    </ul>
  );
}

/** No blade turns it on; the command does, given by an administrator of the key vault. */
function PurgeProtection({ keyVaults }: Pick<KeySurvival, 'keyVaults'>) {
  const text = useText();
  const format = useFormat();
  const open = keyVaults.filter(({ state, purgeProtected }) => state === 'there' && purgeProtected === false);
  if (open.length === 0) return null;
  const code = open.map(
    ({ id, name }) => `az keyvault update --subscription ${subscriptionOf(id)} --name ${name} --enable-purge-protection true`,
  );
  return (
    <>
      <p>{text(messages.protectText, { keyVaults: format.list(open.map(({ name }) => name)) })}</p>
      <CodeBox label={text(messages.protectLabel)} code={code.join('\n')} />
    </>
  );
}

/** Whether the keys of one machine's recovery point are there: of its newest, or of another that is chosen. */
export default function KeySurvivalOfItem() {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const path = useItemPath();
  const [chosen, setChosen] = useState(NEWEST);
  const points = useQuery(recoveryPointsQuery(path, DAYS));
  // The newest before the next second is the point itself.
  const before = chosen === NEWEST ? null : new Date(Date.parse(chosen) + 1).toISOString();
  const { data: row, error, isPending, isFetching, refetch } = useQuery(keySurvivalOfItemQuery(path, before));
  const [newest, ...older] = points.data ?? [];
  return (
    <Blade
      title={text(titles.keySurvivalOfItem)}
      subtitle={path.vmName}
      busy={isFetching}
      problem={error ?? points.error}
      onRefresh={() => void refetch()}
    >
      <p>{row == null ? isPending && '…' : <StatusBadge status={STATE_STATUS[row.state]}>{text(stateWords[row.state])}</StatusBadge>}</p>
      {/* Stays while another point is read, or could not be: it has the focus. */}
      {newest !== undefined && (
        <SelectField
          label={text(messages.point)}
          value={chosen}
          onChange={(_, { value }) => setChosen(value)}
          options={[
            { value: NEWEST, label: text(messages.newest, { time: format.dateTime(newest.time) }) },
            ...older.map(({ time }) => ({ value: time, label: format.dateTime(time) })),
          ]}
        />
      )}
      {row != null && (
        <>
          <h3 className={styles.heading}>{text(messages.findings)}</h3>
          <Findings row={row} />
          {row.keyChain !== null && <KeyChainView rows={keyRows(row.keyChain, now)} />}
          {row.keyVaults.length > 0 && (
            <>
              <h3 className={styles.heading}>{text(messages.keyVaults)}</h3>
              <KeyVaultTable keyVaults={row.keyVaults} />
              <PurgeProtection keyVaults={row.keyVaults} />
            </>
          )}
          <p>
            <TextLink to={paths.item(path)}>{text(messages.toItem)}</TextLink>
          </p>
        </>
      )}
    </Blade>
  );
}
