import { rm } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest } from './testing/raw-request';
import { codeOf, startServedPortal, type ServedPortal } from './testing/served-portal';

let portal: ServedPortal;
let server: ServedPortal['server'];

beforeAll(async () => {
  portal = await startServedPortal();
  ({ server } = portal);
});

afterAll(() => portal[Symbol.asyncDispose]());

const nonceOf = (response: Response) => /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];

describe('the page', () => {
  it('is served for every address of the portal, with a nonce of its own', async () => {
    const [one, other] = await Promise.all([fetch(`${server.url}/vaults/a.b/c`), fetch(server.url)]);
    expect(one.status).toBe(200);
    expect(await one.text()).toContain(`nonce="${nonceOf(one)}"`);
    expect(nonceOf(one)).not.toBe(nonceOf(other));
  });

  it('may load nothing by default and talk to itself and the authority only', async () => {
    const policy = (await fetch(server.url)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain(`connect-src 'self' ${portal.upstream.authority.server.url};`);
    expect(policy).not.toContain('unsafe');
  });

  it('may make no markup out of text, and says where it is told what a browser refused', async () => {
    const { headers } = await fetch(server.url);
    expect(headers.get('content-security-policy')).toMatch(/trusted-types 'none';report-to csp;report-uri \/api\/csp-reports/);
    expect(headers.get('reporting-endpoints')).toBe('csp="/api/csp-reports"');
  });

  it.each([
    [
      'application/csp-report',
      { 'csp-report': { 'effective-directive': 'script-src', 'blocked-uri': 'https://evil.example/x.js?token=SECRET' } },
    ],
    [
      'application/reports+json',
      [{ type: 'csp-violation', body: { effectiveDirective: 'script-src', blockedURL: 'https://evil.example/x.js?token=SECRET' } }],
    ],
  ])('is told as %s, and the log knows without what stands in queries', async (type, body) => {
    const before = server.log().length;
    const response = await fetch(`${server.url}/api/csp-reports`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(204);
    const logged = server.log().slice(before);
    expect(logged).toContain('"directive":"script-src","blocked":"https://evil.example/x.js"');
    expect(logged).not.toContain('SECRET');
  });

  it.each([
    ['from another site', { origin: 'https://evil.example' }, '{}', 403],
    ['that is no JSON', {}, '{', 400],
    ['in letters that nobody knows', { 'content-type': 'application/csp-report; charset=utf-99' }, '{}', 400],
    ['packed in a way that nobody knows', { 'content-encoding': 'unknown' }, '{}', 400],
    ['that is not packed as it says', { 'content-encoding': 'gzip' }, '{}', 400],
    ['that is too long', {}, JSON.stringify(['x'.repeat(100_000)]), 413],
    ['that says nothing', {}, '[1,{"csp-report":{"blocked-uri":7}}]', 204],
  ])('takes no report %s', async (_what, headers, body, status) => {
    const before = server.log().length;
    const response = await rawRequest(
      server.url,
      'POST',
      '/api/csp-reports',
      { host: new URL(server.url).host, 'content-type': 'application/csp-report', ...headers },
      body,
    );
    expect(response.status).toBe(status);
    expect(server.log().slice(before)).not.toMatch(/a browser refused|"msg":"failed"/);
  });

  it('keeps its opener in the sign-in answer, and only there', async () => {
    expect((await fetch(`${server.url}/auth/redirect.html`)).headers.has('cross-origin-opener-policy')).toBe(false);
    expect((await fetch(server.url)).headers.get('cross-origin-opener-policy')).toBe('same-origin-allow-popups');
  });

  it('has assets that are kept for ever, packed where the browser can unpack', async () => {
    const response = await fetch(`${server.url}/assets/app-1234.js`, { headers: { 'accept-encoding': 'identity' } });
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-type')).toContain('javascript');
    const packed = await new Promise<string | undefined>((resolve) => {
      request(`${server.url}/assets/app-1234.js`, { headers: { 'accept-encoding': 'br' } }, (res) => {
        resolve(res.headers['content-encoding']);
        res.destroy();
      }).end();
    });
    expect(packed).toBe('br');
  });

  it.each([{ range: 'bytes=99999-' }, { 'if-match': '"another"' }])('has no part of an asset that there is not: %j', async (headers) => {
    const response = await fetch(`${server.url}/assets/app-1234.js`, { headers: { 'accept-encoding': 'identity', ...headers } });
    expect([response.status, await codeOf(response)]).toEqual([400, 'invalid-request']);
  });

  it('has no asset that was not built', async () => {
    expect((await fetch(`${server.url}/assets/other.js`)).status).toBe(404);
    expect((await fetch(`${server.url}/assets/..%2f..%2fpackage.json`)).status).toBe(400);
  });

  it('has no asset any more that a newer build took away', async () => {
    await rm(join(portal.portalDir, 'assets/gone-1234.js.br'));
    const response = await fetch(`${server.url}/assets/gone-1234.js`, { headers: { 'accept-encoding': 'br' } });
    expect(response.status).toBe(404);
    expect(await codeOf(response)).toBe('route-not-found');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
