export const BFF_HEAP: string[];
export const BFF_ALLOCATION: Record<string, string>;
export const LOCAL_AZURE_HEAP: string[];
