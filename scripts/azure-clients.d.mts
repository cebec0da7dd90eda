interface Azure {
  url: string;
  tls?: { url: string; caFile?: string };
}

export function azureEnvironment(azure: Azure): [string, string][];
export function registerCloud(azure: Azure): string[][];
