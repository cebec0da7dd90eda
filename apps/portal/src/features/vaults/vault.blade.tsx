import { makeStyles } from '@fluentui/react-components';
import { Add20Regular, Delete20Regular } from '@fluentui/react-icons';
import { useQueries } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useOutlet } from 'react-router';
import { useOpenAbout } from '../../map/about';
import { vaultCountsQuery, vaultQuery } from '../../api/queries';
import { Blade } from '../../blades/blade';
import type { BladeCommand } from '../../blades/command-bar';
import { useLeads } from '../../blades/stack-context';
import { useText } from '../../language/use-text';
import { paths, useVaultPath } from '../../map/paths';
import { ProblemHelp } from '../../ui/feedback/problem-help';
import { Dashboard } from './dashboard';
import { messages } from './messages';
import { VaultIcon } from './vault-icon';
import { VaultMenu } from './vault-menu';

const narrow = '@container (max-width: 599px)';

const useStyles = makeStyles({
  frame: { containerType: 'inline-size' },
  columns: {
    display: 'grid',
    gridTemplateColumns: '230px minmax(0, 1fr)',
    gap: '24px',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  menu: { [narrow]: { order: 2 } },
});

/** A vault: menu and dashboard; beside what was opened from the menu, the menu alone. */
export default function Vault() {
  const styles = useStyles();
  const text = useText();
  const path = useVaultPath();
  const leads = useLeads();
  const menuOnly = useOutlet() !== null && !leads;
  const [vault, counts] = useQueries({ queries: [vaultQuery(path), { ...vaultCountsQuery(path), enabled: !menuOnly }] });

  /** Nothing is known of it that a dashboard could show, nor will be. */
  const unknown = vault.data === undefined && vault.error !== null;

  const about = useOpenAbout();
  const help = useCallback((codes: readonly string[]) => paths.helpEntry(path, codes, about), [path, about]);
  const refresh = () => {
    void vault.refetch();
    void counts.refetch();
  };
  const commands: BladeCommand[] = [
    { id: 'backup', label: text(messages.backup), icon: <Add20Regular />, href: paths.backup(path) },
    { id: 'replicate', label: text(messages.replicate), icon: <Add20Regular />, reason: text(messages.notHere) },
    { id: 'delete', label: text(messages.delete), icon: <Delete20Regular />, href: paths.deleteVault(path) },
  ];
  return (
    <ProblemHelp value={help}>
      <Blade
        title={path.vaultName}
        subtitle={text(messages.vault)}
        icon={<VaultIcon />}
        busy={!menuOnly && (vault.isFetching || counts.isFetching)}
        problem={vault.error ?? counts.error}
        {...(!menuOnly && { commands, onRefresh: refresh })}
      >
        <div className={styles.frame}>
          <div className={menuOnly ? undefined : styles.columns}>
            <div className={styles.menu}>
              <VaultMenu />
            </div>
            {!menuOnly && !unknown && (
              <div>
                <Dashboard vault={vault.data} counts={counts.data} isUnread={counts.error !== null} />
              </div>
            )}
          </div>
        </div>
      </Blade>
    </ProblemHelp>
  );
}
