/** The cmdlets that scripts may use, with their parameters, as the reference of the modules lists them. */
const COMMON: Record<string, readonly string[]> = {
  'Out-Null': [],
  'Join-Path': [],
  'New-Item': ['ItemType', 'Path', 'Force'],
  'Set-Content': ['Path', 'Value'],
  'Test-Path': ['Path'],
  'Remove-Item': ['Path', 'Recurse', 'Force'],
  'Where-Object': [],
  'ForEach-Object': [],
  'Select-Object': ['First'],
  'Get-ChildItem': ['Path', 'File'],
  'Get-Content': ['Path', 'Raw', 'Encoding'],
  'ConvertFrom-Json': [],
  'ConvertTo-Json': ['Compress', 'Depth'],
  'ConvertTo-SecureString': ['String', 'AsPlainText', 'Force'],
  'New-Object': [],
  'Write-Output': [],
  'Get-Date': [],
  'Get-Credential': ['Message'],
  'Start-Sleep': ['Seconds'],
  'Find-HeldSecret': [],
  'Find-EncryptedDisk': [],
  'Find-LockedDisk': [],
  'Read-Host': [],
};

const place = ['ResourceGroupName', 'Name'] as const;
const keyVaultPlace = ['VaultName', 'ResourceGroupName', 'Location'] as const;
const vmDisk = ['VM', 'Name', 'VhdUri', 'CreateOption'] as const;
const inKeyVault = ['VaultName', 'Name', 'Version', 'ErrorAction'] as const;
const restoreTo = ['RecoveryPoint', 'StorageAccountName', 'StorageAccountResourceGroupName'] as const;
const network = [...place, 'Location', 'Force', 'Tag'] as const;

const encryptedVm = ['ResourceGroupName', 'VMName', 'VolumeType', 'Force'] as const;

/** Parameters that are the same in both modules, by the noun without its prefix. */
const arm = {
  'Get-RecoveryServicesVault': [...place],
  'Get-RecoveryServicesBackupContainer': ['ContainerType', 'FriendlyName'],
  'Get-RecoveryServicesBackupItem': ['Container', 'WorkloadType'],
  'Wait-RecoveryServicesBackupJob': ['Job', 'Timeout'],
  'Get-RecoveryServicesBackupProtectionPolicy': ['Name'],
  'Enable-RecoveryServicesBackupProtection': ['Policy', 'Name', 'ResourceGroupName'],
  'Get-VM': [...place, 'Status', 'ErrorAction'],
  'New-VMConfig': ['VMName', 'VMSize'],
  'Add-VMNetworkInterface': ['VM', 'Id'],
  'New-VM': ['ResourceGroupName', 'Location', 'VM'],
  'Get-VMDiskEncryptionStatus': ['ResourceGroupName', 'VMName'],
  'Set-VMDiskEncryptionExtension': encryptedVm,
  'New-NetworkInterface': [...network, 'SubnetId', 'PublicIpAddressId'],
  'Set-KeyVaultAccessPolicy': [
    'VaultName',
    'ServicePrincipalName',
    'ObjectId',
    'PermissionsToKeys',
    'PermissionsToSecrets',
    'EnabledForDiskEncryption',
  ],
};

const prefixed = (prefix: string, more: readonly string[] = []) =>
  Object.fromEntries(
    Object.entries(arm).map(([name, parameters]) => [
      name.replace('-', `-${prefix}`),
      name.includes('RecoveryServicesBackup') ? [...parameters, ...more] : parameters,
    ]),
  );

export const CMDLETS: Record<'Az' | 'AzureRM', Record<string, readonly string[]>> = {
  Az: {
    ...COMMON,
    ...prefixed('Az', ['VaultId']),
    'Get-AzADServicePrincipal': ['DisplayName'],
    'Get-AzContext': [],
    'Connect-AzAccount': [],
    'Set-AzContext': ['Subscription'],
    'Get-AzRecoveryServicesBackupRecoveryPoint': ['Item', 'RecoveryPointId', 'VaultId'],
    'Restore-AzRecoveryServicesBackupItem': [
      ...restoreTo,
      'TargetResourceGroupName',
      'RestoreAsUnmanagedDisks',
      'VaultId',
      'VaultLocation',
    ],
    'Get-AzRecoveryServicesBackupStatus': ['Name', 'ResourceGroupName', 'Type'],
    'Get-AzRecoveryServicesBackupJobDetail': ['Job', 'JobId', 'VaultId'],
    'Backup-AzRecoveryServicesBackupItem': ['Item', 'ExpiryDateTimeUTC', 'VaultId'],
    'Get-AzKeyVault': [...keyVaultPlace, 'InRemovedState'],
    'Undo-AzKeyVaultRemoval': keyVaultPlace,
    'New-AzKeyVault': [...keyVaultPlace, 'DisableRbacAuthorization'],
    'Get-AzKeyVaultKey': [...inKeyVault, 'InRemovedState'],
    'Undo-AzKeyVaultKeyRemoval': ['VaultName', 'Name'],
    'Restore-AzKeyVaultKey': ['VaultName', 'InputFile'],
    'Update-AzKeyVaultKey': ['VaultName', 'Name', 'Version', 'Enable', 'Expires'],
    'Get-AzKeyVaultSecret': [...inKeyVault, 'IncludeVersions', 'InRemovedState'],
    'Undo-AzKeyVaultSecretRemoval': ['VaultName', 'Name'],
    'Set-AzKeyVaultSecret': ['VaultName', 'Name', 'SecretValue', 'ContentType', 'Tag'],
    'Update-AzKeyVaultSecret': ['VaultName', 'Name', 'Version', 'Enable', 'Expires'],
    'New-AzStorageContext': ['StorageAccountName', 'UseConnectedAccount'],
    'Get-AzStorageBlob': ['Blob', 'ErrorAction'],
    'Get-AzStorageBlobContent': ['Blob', 'Destination', 'Force', 'ErrorAction'],
    'Set-AzVMSecurityProfile': ['VM', 'SecurityType'],
    'Set-AzVMUefi': ['VM', 'EnableVtpm', 'EnableSecureBoot'],
    'Remove-AzStorageBlob': ['Blob', 'Force', 'ErrorAction'],
    'Get-AzDisk': ['ResourceGroupName', 'DiskName'],
    'Set-AzVMDiskEncryptionExtension': [...encryptedVm, 'SkipVmBackup'],
    'New-AzDiskUpdateConfig': ['EncryptionSettingsEnabled'],
    'Set-AzDiskUpdateDiskEncryptionKey': ['DiskUpdate', 'SecretUrl', 'SourceVaultId'],
    'Set-AzDiskUpdateKeyEncryptionKey': ['DiskUpdate', 'KeyUrl', 'SourceVaultId'],
    'Update-AzDisk': ['ResourceGroupName', 'DiskName', 'DiskUpdate'],
    'New-AzPublicIpAddress': [...network, 'AllocationMethod', 'Sku'],
    'Set-AzVMOSDisk': [...vmDisk, 'ManagedDiskId', 'Windows', 'Linux'],
    'Add-AzVMDataDisk': [...vmDisk, 'ManagedDiskId', 'Lun'],
  },
  AzureRM: {
    ...COMMON,
    ...prefixed('AzureRm'),
    'Login-AzureRmAccount': [],
    'Set-AzureRmContext': ['SubscriptionId'],
    'Set-AzureRmRecoveryServicesVaultContext': ['Vault'],
    'Get-AzureRmRecoveryServicesBackupContainer': ['ContainerType', 'Status', 'FriendlyName'],
    'Get-AzureRmRecoveryServicesBackupRecoveryPoint': ['Item', 'RecoveryPointId', 'KeyFileDownloadLocation'],
    'Restore-AzureRmRecoveryServicesBackupItem': restoreTo,
    'Get-AzureRmRecoveryServicesBackupJobDetails': ['Job', 'JobId'],
    'Backup-AzureRmRecoveryServicesBackupItem': ['Item'],
    'Get-AzureRmADServicePrincipal': ['SearchString'],
    'Get-AzureRmKeyVault': ['VaultName', 'ResourceGroupName'],
    'New-AzureRmKeyVault': keyVaultPlace,
    'Get-AzureKeyVaultKey': inKeyVault,
    'Restore-AzureKeyVaultKey': ['VaultName', 'InputFile'],
    'Set-AzureKeyVaultKeyAttribute': ['VaultName', 'Name', 'Version', 'Enable', 'Expires'],
    'Get-AzureKeyVaultSecret': [...inKeyVault, 'IncludeVersions'],
    'Set-AzureKeyVaultSecret': ['VaultName', 'Name', 'SecretValue', 'ContentType', 'Tags'],
    'Set-AzureKeyVaultSecretAttribute': ['VaultName', 'Name', 'Version', 'Enable', 'Expires'],
    'Set-AzureRmCurrentStorageAccount': [...place],
    'Get-AzureStorageBlob': ['Blob', 'ErrorAction'],
    'Get-AzureStorageBlobContent': ['Blob', 'Destination', 'Force'],
    'Remove-AzureStorageBlob': ['Blob', 'Force', 'ErrorAction'],
    'New-AzureRmPublicIpAddress': [...network, 'AllocationMethod'],
    'Set-AzureRmVMOSDisk': [...vmDisk, 'Windows', 'Linux'],
    'Add-AzureRmVMDataDisk': [...vmDisk, 'Lun'],
  },
};
