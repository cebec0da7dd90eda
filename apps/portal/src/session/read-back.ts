/**
 * What this page, or the server that served it, has written as JSON, as it was written. Answers of the API are never read so: the client
 * knows their types by the contract.
 */
export const readBack: <T>(text: string) => T = JSON.parse;
