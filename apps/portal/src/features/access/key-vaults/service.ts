/** What a role is called that gives Azure Backup exactly what it needs, where somebody makes it by hand. */
export const ROLE_NAME = 'Azure Backup Key Vault Access';
