import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { VAULT_TYPE } from '../names';
import { saveSettings, settingsOf, vaultOfCall } from '../state/vault-store';
import { properties } from '../wire';

/** GET {V}/extendedInformation/vaultExtendedInfo: 404 until it was written. */
export function getExtendedInfo(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const info = settingsOf(call.world, vault.id).extendedInfo;
  // In a form of its own.
  if (!info) return { status: 404, body: { ErrorCode: 'ResourceExtendedInfoNotFound', Message: { Language: 'en-US', Value: '' } } };
  return { status: 200, body: extendedInfoView(vault.id, info) };
}

/** Changes what is named; the rest stays. @throws ArmError 404 without the vault */
export function putExtendedInfo(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  const extendedInfo = { ...settingsOf(call.world, vault.id).extendedInfo, ...properties(call) };
  saveSettings(call.world, vault.id, { extendedInfo });
  return { status: 200, body: extendedInfoView(vault.id, extendedInfo) };
}

function extendedInfoView(vaultId: string, info: Record<string, unknown>): unknown {
  const id = `${vaultId}/extendedInformation/vaultExtendedInfo`;
  return { id, name: 'vaultExtendedInfo', type: `${VAULT_TYPE}/extendedInformation`, properties: info };
}

/** GET {V}/backupEncryptionConfigs/backupResourceEncryptionConfig: the vault's own storage uses Microsoft's keys. */
export function getEncryptionConfig(call: ArmCall): ArmAnswer {
  const vault = vaultOfCall(call);
  return {
    status: 200,
    body: {
      id: `${vault.id}/backupEncryptionConfigs/backupResourceEncryptionConfig`,
      name: 'backupResourceEncryptionConfig',
      type: `${VAULT_TYPE}/backupEncryptionConfigs`,
      properties: {
        useSystemAssignedIdentity: true,
        encryptionAtRestType: 'MicrosoftManaged',
        lastUpdateStatus: 'NotEnabled',
        infrastructureEncryptionState: 'Disabled',
      },
    },
  };
}
