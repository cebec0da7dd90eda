/** The application of the Backup Management Service, the same in every tenant of the public cloud. */
export const BACKUP_MANAGEMENT_SERVICE = '262044b1-e2ce-469f-a196-69ab7ada62d3';

/** What a role is called that gives Azure Backup exactly what it needs, where somebody makes it by hand. */
export const ROLE_NAME = 'Azure Backup Key Vault Access';
