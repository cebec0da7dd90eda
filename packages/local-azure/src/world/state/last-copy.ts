/** Where an orderly end leaves a copy of the state. */
export const lastCopyOf = (file: string): string => `${file}.last`;
