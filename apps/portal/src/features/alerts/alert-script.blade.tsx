import { makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { VaultAlerts } from '@tresor/contracts';
import { alertScript } from '@tresor/scripts/alerts';
import type { Shell } from '@tresor/scripts/encryption';
import { useState } from 'react';
import { vaultAlertsQuery } from '../../api/queries';
import { isSilent } from '../../azure/estate/silent-vaults';
import { ShellField } from '../../azure/commands/shell-field';
import { saidOf, useEstateScope } from '../../azure/estate/use-estate-scope';
import { Blade } from '../../blades/blade';
import { namedFew } from '../../language/named-few';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { useAccount } from '../../session/use-account';
import { CodeBox } from '../../ui/actions/code-box';
import { InfoBox } from '../../ui/feedback/info-box';
import { TextField } from '../../ui/fields/fields';
import { messages, scriptMessages as words } from './messages';

const useStyles = makeStyles({ fields: { display: 'flex', flexDirection: 'column', gap: '14px', maxWidth: '420px', margin: '12px 0' } });

const ADDRESS = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

function scriptOr(shell: Shell, vaults: readonly VaultAlerts[], address: string): string | null {
  try {
    return alertScript(
      shell,
      vaults.map(({ vault, state }) => ({ ...vault, isOff: state === 'off' })),
      address,
    );
  } catch {
    return null;
  }
}

/** The script that tells somebody of the alerts of all vaults whose alerts reach nobody. */
export default function AlertScript() {
  const styles = useStyles();
  const text = useText();
  const { username } = useAccount();
  const scope = useEstateScope();
  const list = useQuery(vaultAlertsQuery(scope.managementGroup));
  const [address, setAddress] = useState(ADDRESS.test(username) ? username : '');
  const [shell, setShell] = useState<Shell>('az');
  const silent = list.data?.filter(isSilent);
  return (
    <Blade title={text(words.title)} busy={list.isFetching} problem={list.error} onRefresh={() => void list.refetch()}>
      {silent?.length === 0 && <InfoBox>{text(saidOf(scope, messages.noSilent, messages.noSilentHere))}</InfoBox>}
      {silent !== undefined && silent.length > 0 && (
        <>
          <Facts silent={silent} />
          <div className={styles.fields}>
            <TextField
              label={text(words.address)}
              type="email"
              value={address}
              error={ADDRESS.test(address) ? undefined : text(words.noAddress)}
              onChange={(_, { value }) => setAddress(value.trim())}
            />
            <ShellField value={shell} onChange={setShell} />
          </div>
          {ADDRESS.test(address) && <Script code={scriptOr(shell, silent, address)} />}
        </>
      )}
    </Blade>
  );
}

function Script({ code }: { code: string | null }) {
  const text = useText();
  return code === null ? <p>{text(words.unwritable)}</p> : <CodeBox label={text(words.title)} code={code} />;
}

const namesOf = (rows: readonly VaultAlerts[]) => rows.map(({ vault }) => vault.vaultName);

function Facts({ silent }: { silent: readonly VaultAlerts[] }) {
  const text = useText();
  const format = useFormat();
  const suppressed = silent.filter(({ state }) => state === 'suppressed');
  const rules = namedFew([...new Set(suppressed.flatMap((row) => row.rules))], format, text);
  return (
    <>
      <p>{text(words.does, { count: silent.length, names: namedFew(namesOf(silent), format, text) })}</p>
      {suppressed.length > 0 && (
        <InfoBox>{text(words.suppressed, { names: namedFew(namesOf(suppressed), format, text, 'dative'), rules })}</InfoBox>
      )}
      <p>{text(words.needs)}</p>
    </>
  );
}
