export const BFF_HEAP: string[];
export const LOCAL_AZURE_HEAP: string[];
