import { Outlet } from 'react-router';
import { paths } from '../paths';
import { useText } from '../i18n/use-text';
import { useAccount } from '../session/use-account';
import { TextLink } from '../ui/text-link';
import { messages } from './messages';

export function Home() {
  const text = useText();
  const { name } = useAccount();
  return (
    <>
      <div>
        <h1>{text(messages.welcome, { name })}</h1>
        <TextLink to={paths.vaults()}>{text(messages.openVaults)}</TextLink>
      </div>
      <Outlet />
    </>
  );
}
