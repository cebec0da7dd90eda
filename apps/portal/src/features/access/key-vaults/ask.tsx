import { makeStyles, tokens } from '@fluentui/react-components';
import type { KeyVaultView } from '@tresor/contracts';
import type { KeyVaultPermission } from '@tresor/support-matrix';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { useKeyVaultPath } from '../../../map/paths';
import { useActivation } from '../../../azure/rights/use-activation';
import { RequestText } from '../../../azure/rights/request-text';
import { useAccount } from '../../../session/use-account';
import { grantMessages as messages } from './messages';
import { requestFor } from './request';

const useStyles = makeStyles({
  heading: { margin: '18px 0 6px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

interface AskProps {
  view: KeyVaultView;
  permissions: readonly KeyVaultPermission[];
  /** What the person lacks for doing it; empty where that is not known. */
  missing: readonly string[];
}

/** For whoever may not give access: what to send to somebody who may. */
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
