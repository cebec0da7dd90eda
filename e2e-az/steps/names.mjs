// What the scenario calls its things.
export const group = 'CommandLineRG';
export const vault = 'CommandLineVault';
export const machine = 'DBVM1Restore';
export const account = 'commandlinestaging';
export const keyVault = 'CommandLineKV';
export const location = 'westeurope';

export const inVault = ['-g', group, '-v', vault];
export const kind = ['--backup-management-type', 'AzureIaasVM', '--workload-type', 'VM'];
export const item = [...inVault, '-c', machine, '-i', machine];

/** A step that the short run leaves out. */
export const long = (step) => [...step, 'long'];
