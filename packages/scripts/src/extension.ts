/** The extension of Azure Disk Encryption, and its versions without and with an Entra application. */
export const EXTENSIONS = {
  Windows: { name: 'AzureDiskEncryption', single: '2.2', dual: '1.1' },
  Linux: { name: 'AzureDiskEncryptionForLinux', single: '1.1', dual: '0.1' },
} as const;
