import { makeStyles } from '@fluentui/react-components';
import { lazy } from 'react';
import { loadCode } from '../api/load-code';
import { useText } from '../language/use-text';
import { useAccount } from '../session/use-account';
import { PanelButton } from '../ui/layout/panel-button';
import { useBarStyles } from './bar.styles';
import { messages } from './messages';

const AccountPanel = lazy(() => loadCode(() => import('./account-panel')));

const useStyles = makeStyles({
  name: { maxWidth: '180px', padding: '0 6px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

export function AccountMenu() {
  const styles = useStyles();
  const bar = useBarStyles();
  const text = useText();
  const { name } = useAccount();
  return (
    <PanelButton label={text(messages.account, { name })} className={bar.button} face={<span className={styles.name}>{name}</span>}>
      {() => <AccountPanel />}
    </PanelButton>
  );
}
