interface Named {
  name: string;
  does: { en: string };
}

export interface ReadyAzure {
  url: string;
  tls: { url: string; caFile: string };
  tenantId: string;
  subscriptions: { id: string; name: string; virtualMachines: number }[];
  programs: (Named & { appId: string; secret: string })[];
  people: (Named & { username: string })[];
  password: string;
  clientCertificate: string;
}

export function readyLines(azure: ReadyAzure, file: string): string;
