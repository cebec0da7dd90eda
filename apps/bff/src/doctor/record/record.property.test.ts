import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { KNOWN_WORDS } from './known-words';
import { Replacement } from './replacement';
import { recordedLine } from './recorder';

/** Names as people and companies have them, and secrets as programs make them; none is a word that any service has. */
const planted = fc
  .oneof(
    fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{2,23}$/),
    fc.stringMatching(/^[A-ZÄÖÜ][a-zäöüß]{2,9} [A-ZÄÖÜ][a-zäöüß]{2,9}$/),
    fc.stringMatching(/^[A-Za-z0-9+/]{20,60}={0,2}$/),
    fc.stringMatching(/^[a-z]{2,8}\.[a-z]{2,8}@[a-z]{2,8}\.example$/),
    fc.stringMatching(/^[A-Za-z0-9_-]{12}\.[A-Za-z0-9_-]{20}\.[A-Za-z0-9_-]{20}$/),
    fc.stringMatching(/^[0-9]{6,12}$/),
    fc.uuid(),
    fc.string({ minLength: 8, maxLength: 30, unit: 'grapheme' }).filter((text) => /[\p{L}\p{N}]{3}/u.test(text)),
  )
  .filter((text) => ![...text.matchAll(/[\p{L}\p{N}_.-]+/gu)].every(([word]) => KNOWN_WORDS.has(word.toLowerCase())));

const headers = (name: string): [string, string][] => [
  ['content-type', 'application/json'],
  ['date', 'Fri, 27 Nov 2026 04:00:00 GMT'],
  ['www-authenticate', `Bearer authorization_uri="https://login.microsoftonline.com/${name}"`],
  ['x-ms-request-id', name],
  ['set-cookie', `session=${name}`],
];

/** An answer with the text wherever one can be: members, values, ids, sentences, claims, hosts, the URL itself. */
const answerWith = (name: string) => ({
  method: 'GET',
  url: `https://management.azure.com/subscriptions/${encodeURIComponent(name)}/providers/Microsoft.KeyVault?api-version=2021-04-01&$filter=${encodeURIComponent(`appId eq '${name}'`)}`,
  status: 403,
  headers: headers(name),
  text: JSON.stringify({
    value: [
      { id: `/subscriptions/${name}/resourceGroups/${name}`, displayName: name, type: 'Microsoft.KeyVault/vaults', tags: { [name]: name } },
      { [name]: { [name]: [name, { identifierUris: [`api://${name}`, `https://${name}.vault.azure.net/secrets/${name}`] }] } },
    ],
    error: { code: 'AuthorizationFailed', message: `The client '${name}' does not have authorization over '${name}'.` },
    error_description: `AADSTS65001: ${name} has not consented.`,
    access_token: name,
  }),
});

/** What is written of an answer, but for what stands in place of a name. */
const writtenOf = (name: string, replacement = new Replacement()) =>
  recordedLine(answerWith(name), replacement)
    .line.toLowerCase()
    .replaceAll(/name\d+/g, '…');

it('of 1,000 planted names and secrets none survives', () => {
  const replacement = new Replacement();
  // Short names are found within the service’s own words, as “ynam” is within “displayName”.
  const ofService = writtenOf('Contoso');
  const strange = planted.filter((name) => !ofService.includes(name.toLowerCase()));
  fc.assert(
    fc.property(strange, (name) => {
      const written = writtenOf(name, replacement);
      for (const form of [name, encodeURIComponent(name), JSON.stringify(name).slice(1, -1)])
        expect(written).not.toContain(form.toLowerCase());
    }),
    { numRuns: 500 },
  );
});

it('the shape, the types, the codes and the versions stay', () => {
  const { file, line } = recordedLine(answerWith('Contoso'), new Replacement());
  expect(file).toBe('azure');
  expect(JSON.parse(line)).toMatchObject({
    method: 'GET',
    apiVersion: '2021-04-01',
    status: 403,
    recorded: 'Fri, 27 Nov 2026 04:00:00 GMT',
    headers: { 'content-type': 'application/json' },
    body: {
      value: [
        { id: '/subscriptions/name1/resourceGroups/name1', displayName: 'name1', type: expect.stringMatching(/^Microsoft\.KeyVault\//) },
        {},
      ],
      error: { code: 'AuthorizationFailed' },
      error_description: expect.stringMatching(/^AADSTS65001: /),
    },
  });
});

it('what is the same stays the same, so that what belongs together still does', () => {
  const replacement = new Replacement();
  const [one, other] = ['b71bce05-94d8-4a36-b27f-0d5e6c3892a4', 'B71BCE05-94D8-4A36-B27F-0D5E6C3892A4'];
  expect(replacement.text(one)).toBe(replacement.text(other));
  expect(replacement.text(one)).toMatch(/^00000000-0000-4000-8000-/);
});
