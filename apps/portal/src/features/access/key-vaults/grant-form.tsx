import { makeStyles, tokens } from '@fluentui/react-components';
import type { GrantWay, KeyVaultPath, KeyVaultDetails, ServiceAccess, VirtualMachine } from '@tresor/contracts';
import { useState } from 'react';
import { dataActionsOf, neededKeyVaultPermissions } from '@tresor/support-matrix';
import type { Edition, KeyVaultPermission } from '@tresor/support-matrix';
import { useFormat } from '../../../language/use-format';
import { namedFew } from '../../../language/named-few';
import { useText } from '../../../language/use-text';
import { useEdition } from '../../../kept/edition';
import { CheckboxField } from '../../../ui/fields/checkbox-field';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { ProblemBar } from '../../../ui/feedback/problem-bar';
import { CommandButton } from '../../../azure/commands/command-button';
import { PoliciesNotice } from '../../../azure/commands/policies-notice';
import { grantPoliciesQuery } from '../../../api/queries';
import { useQuery } from '@tanstack/react-query';
import { BeforeAfter } from './before-after';
import { grantMessages as messages } from './messages';
import { useGrant } from './use-grant';
import { ROLE_NAME } from './service';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '10px' },
  heading: { margin: '10px 0 2px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: '2px 0 8px', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

interface GrantFormProps {
  path: KeyVaultPath;
  details: KeyVaultDetails;
  access: ServiceAccess;
  /** Machines whose KEK is here: without the keys they cannot be backed up. */
  withKek: readonly VirtualMachine[];
}

interface GrantChoice {
  edition: Edition;
  withKeys: boolean;
  /** Also what only today's service asks for. */
  forToday: boolean;
}

/** What is to be there in the end. Key vaults with Azure RBAC are younger than the rules of 2017: there today's hold. */
function wantedPermissions(model: KeyVaultDetails['model'], { edition, withKeys, forToday }: GrantChoice): KeyVaultPermission[] {
  return neededKeyVaultPermissions(model === 'rbac' || forToday ? 'current' : edition, withKeys);
}

const lackingOf = ({ held }: KeyVaultDetails, wanted: readonly KeyVaultPermission[]) =>
  wanted.filter((permission) => !held.includes(permission));

/** How the service's access will be, before anything is done. */
function accessAfter(details: KeyVaultDetails, access: ServiceAccess, wanted: readonly KeyVaultPermission[], way: GrantWay): ServiceAccess {
  if (way !== 'access-policy') {
    const name = way === 'built-in-role' ? 'Key Vault Administrator' : ROLE_NAME;
    return { ...access, roles: [...access.roles, { assignment: '', name, scope: '', custom: way === 'custom-role' }] };
  }
  const lacking = lackingOf(details, wanted);
  const add = (kind: 'keys' | 'secrets') => [
    ...(access.policy?.[kind] ?? []),
    ...lacking.flatMap((one) => (one.startsWith(`${kind}/`) ? [one.slice(kind.length + 1)] : [])),
  ];
  return { ...access, policy: { keys: add('keys').toSorted(), secrets: add('secrets').toSorted(), others: access.policy?.others ?? [] } };
}

/** Gives the service what it lacks: what, how, and how it will be afterwards. */
export function GrantForm({ path, details, access, withKek }: GrantFormProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const edition = useEdition();
  const [wantsKeys, setWantsKeys] = useState(true);
  const [forToday, setForToday] = useState(true);
  const [role, setRole] = useState<'custom-role' | 'built-in-role'>('custom-role');
  const grant = useGrant(path);

  const { model, missingToDefineRole: undefinable, stamp } = details;
  const mayDefine = undefinable.length === 0;
  const byRole = mayDefine ? role : 'built-in-role';
  const way: GrantWay = model === 'rbac' ? byRole : 'access-policy';
  const keysNeeded = withKek.length > 0;
  const wanted = wantedPermissions(model, { edition, withKeys: keysNeeded || wantsKeys, forToday });
  const lacking = lackingOf(details, wanted);
  const { data: policies } = useQuery(grantPoliciesQuery(lacking.length === 0 ? null : { ...path, way, permissions: wanted }));
  const reason = lacking.length === 0 ? text(messages.nothingMissing) : grant.isPending ? text(messages.granting) : undefined;

  return (
    <div className={styles.fields}>
      {grant.error !== null && <ProblemBar problem={grant.error} />}
      <CheckboxField
        label={text(messages.withKeys)}
        checked={keysNeeded || wantsKeys}
        onChange={setWantsKeys}
        reason={
          keysNeeded
            ? text(messages.keysNeeded, {
                machines: namedFew(
                  withKek.map(({ name }) => name),
                  format,
                  text,
                ),
              })
            : undefined
        }
      />
      {model === 'access-policy' && edition === '2017-01' && (
        <CheckboxField label={text(messages.forToday)} checked={forToday} onChange={setForToday} />
      )}
      {model === 'rbac' && (
        <ChoiceField
          label={text(messages.way)}
          value={byRole}
          onChange={setRole}
          options={[
            {
              value: 'custom-role',
              label: text(messages['custom-role']),
              explanation: text(messages.customCan),
              reason: mayDefine ? undefined : text(messages.mayNotDefine, { actions: format.list(undefinable) }),
            },
            { value: 'built-in-role', label: text(messages['built-in-role']), explanation: text(messages.builtInCan) },
          ]}
        />
      )}
      <div>
        <h4 className={styles.heading}>{text(messages.change)}</h4>
        <BeforeAfter before={access} after={lacking.length === 0 ? access : accessAfter(details, access, wanted, way)} />
        {way === 'access-policy' && <p className={styles.line}>{text(messages.untouched, { count: details.otherPolicies })}</p>}
        {way !== 'access-policy' && <p className={styles.line}>{text(messages.atScope)}</p>}
        {way === 'custom-role' && (
          <p className={styles.line}>
            {text(messages.actions)}: {dataActionsOf(wanted).join(', ')}
          </p>
        )}
      </div>
      <PoliciesNotice found={policies} />
      <div>
        <CommandButton
          onClick={() => grant.mutate({ way, permissions: wanted, stamp })}
          reason={reason}
          failed={grant.error}
          entries={[way, wanted]}
        >
          {text(messages.grant)}
        </CommandButton>
      </div>
    </div>
  );
}
