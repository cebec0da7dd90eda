declare module '*/scripts/product.mjs' {
  export interface Person {
    name: string;
    username: string;
    does: { de: string; en: string };
  }

  export interface Product {
    url: string;
    azure: {
      url: string;
      serverRoom: string;
      tenantId: string;
      portalAppId: string;
      apiAppId: string;
      apiAppSecret: string;
      redirectUris: string[];
      people: Person[];
    };
    /** What it serves at /review, when that was asked for. */
    review?: { folder: string; approvals: string; key: string };
    crashBff(): Promise<void>;
    stop(): Promise<void>;
  }

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
    onLog?: (text: string) => void;
    review?: { folder: string; approvals: string; key: string };
  }): Promise<Product>;
}
