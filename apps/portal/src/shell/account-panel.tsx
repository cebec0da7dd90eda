import { makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../language/use-text';
import { otherAccounts, signInWithAnotherAccount, signOut, switchAccount } from '../session/msal';
import { useAccount } from '../session/use-account';
import { PlainButton } from '../ui/actions/buttons';
import { messages } from './messages';

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold },
  username: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexDirection: 'column', gap: '6px', marginTop: '12px' },
});

export default function AccountPanel() {
  const styles = useStyles();
  const text = useText();
  const { name, username } = useAccount();
  return (
    <>
      <div className={styles.name}>{name}</div>
      <div className={styles.username}>{username}</div>
      <div className={styles.actions}>
        {otherAccounts().map((account) => (
          <PlainButton key={account.id} onClick={() => switchAccount(account.id)}>
            {text(messages.switchTo, { name: account.name })}
          </PlainButton>
        ))}
        <PlainButton onClick={() => void signInWithAnotherAccount()}>{text(messages.anotherAccount)}</PlainButton>
        <PlainButton onClick={() => void signOut()}>{text(messages.signOut)}</PlainButton>
      </div>
    </>
  );
}
