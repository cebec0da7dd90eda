import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ItemInVault, VaultAlerts } from '@tresor/contracts';
import { vaultAlertsQuery } from '../api/queries';
import { messages as estateMessages } from '../azure/estate/messages';
import { isSilent, isUncertain } from '../azure/estate/silent-vaults';
import { useSightWords } from '../azure/estate/use-sight-words';
import { isBackedUp } from '@tresor/support-matrix';
import { messages as provenMessages } from '../azure/recovery/messages';
import { isUnproven } from '../azure/recovery/unproven';
import { UNPROVEN } from '../azure/recovery/use-unproven-filter';
import { useProvenByMachine } from '../azure/recovery/use-proven';
import { PROOF_DAYS, proofDays } from '../kept/proof-days';
import { useNow } from '../language/use-now';
import { useText } from '../language/use-text';
import { paths } from '../map/paths';
import { LinkButton } from '../ui/actions/link-button';
import { StatusBadge } from '../ui/feedback/status-badge';
import { SelectField } from '../ui/fields/fields';
import { useAttentionStyles } from './attention.styles';
import { messages } from './messages';

const useStyles = makeStyles({
  note: { margin: '0 0 8px', maxWidth: '860px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** What is said here; undefined until all of it is known, and what could not be read is known as that. */
export function useUnreported() {
  const { proven, isHidden } = useProvenByMachine();
  const hidden = useSightWords();
  const alerts = useQuery(vaultAlertsQuery());
  const isKnown = (proven !== undefined || isHidden) && hidden !== undefined && !alerts.isPending;
  return isKnown ? { proven, hidden, alerts: alerts.data } : undefined;
}

interface UnreportedProps extends NonNullable<ReturnType<typeof useUnreported>> {
  items: readonly ItemInVault[];
}

/** What no alert and no failed job tells of. It asks for nothing itself: what failed would be read again, and this taken away for that long. */
export function Unreported({ items, proven, hidden, alerts }: UnreportedProps) {
  const styles = useStyles();
  const shared = useAttentionStyles();
  const text = useText();
  const backedUp = items.filter(isBackedUp);
  const hasVaults = alerts === undefined || alerts.length > 0;
  if (backedUp.length === 0 && !hasVaults && hidden === null) return null;
  return (
    <section aria-labelledby="unreported">
      <h2 id="unreported" className={shared.title}>
        {text(messages.unreported)}
      </h2>
      {(backedUp.length > 0 || hasVaults) && (
        <ul className={shared.list}>
          {backedUp.length > 0 && <Unproven items={backedUp} proven={proven} />}
          {hasVaults && <Silent vaults={alerts} />}
        </ul>
      )}
      {hidden !== null && <p className={styles.note}>{hidden}</p>}
    </section>
  );
}

/** How many machines were not brought up from their backup for as long as the person says. */
function Unproven({ items, proven }: Pick<UnreportedProps, 'items' | 'proven'>) {
  const shared = useAttentionStyles();
  const text = useText();
  const now = useNow();
  const chosen = proofDays.use();
  const days = Number(chosen);
  const count = items.filter(({ vmId }) => isUnproven(proven?.get(vmId.toLowerCase()), days, now)).length;
  const said = { count, total: items.length, days };
  return (
    <li className={shared.entry}>
      <div className={shared.words}>
        {proven === undefined ? (
          <StatusBadge status="unknown">{text(provenMessages.notRead)}</StatusBadge>
        ) : (
          <StatusBadge status={count > 0 ? 'warning' : 'success'}>
            {text(count > 0 ? messages.unproven : messages.allProven, said)}
          </StatusBadge>
        )}
      </div>
      <SelectField
        orientation="horizontal"
        label={text(messages.proofDays)}
        value={chosen}
        onChange={(_, { value }) => proofDays.set(PROOF_DAYS.find((one) => one === value) ?? chosen)}
        options={PROOF_DAYS.map((value) => ({ value, label: text(messages.days, { days: Number(value) }) }))}
      />
      {proven !== undefined && count > 0 && (
        <LinkButton
          plain
          to={`${paths.allItems()}?${UNPROVEN}=${chosen}`}
          aria-label={`${text(messages.seeWhy)}: ${text(messages.unprovenName)}`}
        >
          {text(messages.seeWhy)}
        </LinkButton>
      )}
    </li>
  );
}

/** Whether the alerts of vaults reach somebody; undefined: that could not be read. */
function Silent({ vaults }: { vaults: readonly VaultAlerts[] | undefined }) {
  const shared = useAttentionStyles();
  const text = useText();
  const silent = vaults?.filter(isSilent).length ?? 0;
  const uncertain = vaults?.filter(isUncertain).length ?? 0;
  const said = { count: silent, total: vaults?.length ?? 0 };
  const first = text(silent > 0 || uncertain > 0 ? messages.silent : messages.allReach, said);
  return (
    <li className={shared.entry}>
      <div className={shared.words}>
        {vaults === undefined ? (
          <StatusBadge status="unknown">{text(messages.alertsUnknown)}</StatusBadge>
        ) : (
          <StatusBadge status={silent > 0 ? 'warning' : uncertain > 0 ? 'unknown' : 'success'}>
            {silent > 0 || uncertain === 0 ? first : null} {uncertain > 0 && text(estateMessages.silentUncertain, { uncertain })}
          </StatusBadge>
        )}
      </div>
      {silent + uncertain > 0 && (
        <LinkButton
          plain
          to={silent > 0 ? `${paths.vaultAlerts()}?show=silent` : paths.vaultAlerts()}
          aria-label={`${text(messages.seeWhy)}: ${text(messages.silentName)}`}
        >
          {text(messages.seeWhy)}
        </LinkButton>
      )}
    </li>
  );
}
