/** Only sizes of the M-series have Write Accelerator. */
export const accelerates = (size: string): boolean => /^Standard_M\d/i.test(size);
