import { makeStyles, tokens } from '@fluentui/react-components';
import type { KeyVaultView, SubscriptionId } from '@tresor/contracts';
import type { KeyVaultPermission } from '@tresor/support-matrix';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { useKeyVaultPath } from '../../../map/paths';
import { RequestText } from '../../../azure/rights/request-text';
import { useAccount } from '../../../session/use-account';
import { grantMessages as messages } from './messages';
import { requestFor } from './request';
import { isKeyVaultId } from '../../../api/known-ids';
import { rightsQuery } from '../../../api/rights-query';
import { messages as activationMessages } from '../../../azure/rights/messages';
import { scopeName } from '../../../words/scope-name';

const useStyles = makeStyles({
  heading: { margin: '18px 0 6px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

interface AskProps {
  view: KeyVaultView;
  permissions: readonly KeyVaultPermission[];
  /** What the person lacks for doing it; empty where that is not known. */
  missing: readonly string[];
}

/** How the signed-in person comes to the right to give access to a key vault by activating a role; undefined where none does. */
function useActivation(subscriptionId: SubscriptionId, keyVaultId: string): string | undefined {
  const text = useText();
  const question = isKeyVaultId(keyVaultId) ? { subscriptionId, vault: null, keyVaultIds: [keyVaultId] } : undefined;
  const { data: rights } = useQuery(rightsQuery(question));
  const missing = rights?.find(({ step }) => step === 'grant-access')?.missing ?? [];
  const [first] = missing.flatMap(({ eligible }) => eligible);
  return first && text(activationMessages.eligible, { role: first.role, scope: scopeName(first.scope, text) });
}

/** For anyone who may not give access: what to send to somebody who may. */
export function Ask({ view, permissions, missing }: AskProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const person = useAccount();
  const path = useKeyVaultPath();
  const activation = useActivation(path.subscriptionId, view.id);
  return (
    <section aria-labelledby="request">
      <h3 id="request" className={styles.heading}>
        {text(messages.request)}
      </h3>
      {person.isGuest && <p>{text(messages.guest)}</p>}
      {missing.length > 0 && <p>{text(messages.lacking, { actions: format.list(missing) })}</p>}
      {activation !== undefined && <p>{activation}</p>}
      <RequestText request={requestFor({ path, view, permissions, person })} />
    </section>
  );
}
