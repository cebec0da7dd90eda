export const PARTS: Record<string, { knows: string[]; tests?: string[]; floors?: string[][] }>;
