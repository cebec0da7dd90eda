export function refusalOf(file: string, specifier: string, named?: { isType?: boolean; names?: string[] }): string | null;
export function homelessness(file: string): string | null;
