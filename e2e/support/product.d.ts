declare module '*/scripts/product.mjs' {
  export interface Person {
    name: string;
    username: string;
    does: { de: string; en: string };
  }

  export interface RunningAzure {
    url: string;
    serverRoom: string;
    tenantId: string;
    portalAppId: string;
    apiAppId: string;
    apiAppSecret: string;
    redirectUris: string[];
    people: Person[];
  }

  export interface Product {
    url: string;
    /** Whom the browser may ask. */
    hosts: string[];
    azure: RunningAzure;
    /** What it serves at /review, when that was asked for. */
    review?: { folder: string; approvals: string; key: string };
    crashBff(): Promise<void>;
    stop(): Promise<void>;
  }

  export function startLocalAzure(options: {
    port: number;
    tlsPort: number;
    redirectUri: string;
    data: string;
    standing?: boolean;
    control?: boolean;
  }): { ready: Promise<RunningAzure & { tls: { url: string }; apiCertificate: string }>; stop(): Promise<void> };
  export function freePort(): Promise<number>;
  export function startProduct(options: {
    port: number;
    azurePort?: number;
    data: string;
    fresh?: boolean;
    seed?: string;
    speed?: number;
    standing?: boolean;
    control?: boolean;
    throttle?: boolean;
    /** `kind`, `longest` or the number of a seed. */
    unkind?: string | undefined;
    onLog?: (text: string) => void;
    review?: { folder: string; approvals: string; key: string };
  }): Promise<Product>;
}
