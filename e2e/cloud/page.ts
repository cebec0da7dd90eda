import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';
import { connect } from '../../packages/local-azure/src/testing/connect';
import { PORTAL, trustedFile } from './places';
import type { Tenant } from './tenant';

const PATIENCE_MS = 20_000;

/** What a page of Adele's asks of whichever server it comes to, at an address that ends TLS. */
export class Page {
  readonly #agent: Agent;
  readonly #headers: Record<string, string>;
  /** How often no answer came, or one that says nothing. */
  unanswered = 0;

  private constructor(agent: Agent, token: string) {
    this.#agent = agent;
    this.#headers = { host: PORTAL, authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  }

  static async open(tenant: Tenant, address: string): Promise<Page> {
    const { apiToken } = await connect(tenant.azure, 'adele');
    const page = new Page(new Agent({ host: address, servername: PORTAL, ca: readFileSync(trustedFile()) }), apiToken);
    page.#headers['x-tresor-build'] = /"build":"(\w+)"/.exec((await page.#ask('GET', '/')) ?? '')?.[1] ?? '';
    return page;
  }

  /** The text of the answer; undefined where nothing is known afterwards. */
  async tryRequest(method: string, path: string, body?: unknown): Promise<string | undefined> {
    const answer = await this.#ask(method, `/api${path}`, body).catch(() => undefined);
    if (answer === undefined) this.unanswered += 1;
    return answer;
  }

  #ask(method: string, path: string, body?: unknown): Promise<string | undefined> {
    return new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      request({ agent: this.#agent, method, path, headers: this.#headers, signal }, (answer) => {
        const isAnswer = (answer.statusCode ?? 0) < 300;
        text(answer).then((content) => resolve(isAnswer ? content : undefined), reject);
      })
        .on('error', reject)
        .end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}
