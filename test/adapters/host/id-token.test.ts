import './browser-globals.ts';
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { type ALaunch, aLaunch } from './a-launch.ts';
import { deferred } from './deferred.ts';
import { base, settings, sign, signing } from './smart-host.ts';

let launch: ALaunch;
beforeEach(async () => {
  launch = await aLaunch();
});

const signedIn = async (): Promise<string> => {
  const outcome = await launch.open().complete();
  return outcome.type === 'refused' ? outcome.reason.type : outcome.type;
};
const now = (): number => Math.floor(Date.now() / 1000);

describe('a good id_token', () => {
  it('is believed when signed ES256 as well as RS256', async () => {
    const pair = await generateKeyPair('ES256');
    launch.smart.keys.keys.push({ ...(await exportJWK(pair.publicKey)), kid: 'e1', alg: 'ES256' });
    launch.smart.idToken = (right) => sign(right, pair.privateKey, { alg: 'ES256', kid: 'e1' });
    expect(await signedIn()).toBe('ok');
    launch.smart.keys.keys.pop();
  });

  it('may hold - and _ in its claims', async () => {
    launch.smart.claims['name'] = 'ÿÿÿ>>>???';
    let middle = '';
    launch.smart.idToken = async (right) => {
      const token = await sign(right);
      middle = token.split('.')[1] ?? '';
      return token;
    };
    expect(await signedIn()).toBe('ok');
    expect(middle).toMatch(/[-_]/);
  });

  it('may name several audiences where we are the authorised party', async () => {
    Object.assign(launch.smart.claims, {
      aud: ['other', settings.clientId],
      azp: settings.clientId,
    });
    expect(await signedIn()).toBe('ok');
  });
});

type Wrong = readonly [what: string, token: (right: JWTPayload) => Promise<string | null>];
const stranger = await generateKeyPair('RS256');
const publicPem = await exportSPKI(signing.publicKey);

const wrong: readonly Wrong[] = [
  ['missing', () => Promise.resolve(null)],
  ['no token at all', () => Promise.resolve('nonsense')],
  ['signed by a stranger', (right) => sign(right, stranger.privateKey)],
  [
    'signed with a key the host does not publish',
    (right) => sign(right, signing.privateKey, { alg: 'RS256', kid: 'k9' }),
  ],
  ['not signed (alg none)', (right) => Promise.resolve(new UnsecuredJWT(right).encode())],
  [
    'signed with the public key as a secret (HS256)',
    (right) =>
      new SignJWT(right)
        .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
        .sign(new TextEncoder().encode(publicPem)),
  ],
  [
    'altered after signing',
    async (right) => {
      const [header, , signature] = (await sign(right)).split('.');
      const altered = { ...right, fhirUser: `${base}/Practitioner/dr-2` };
      const payload = Buffer.from(JSON.stringify(altered)).toString('base64url');
      return [header, payload, signature].join('.');
    },
  ],
  ['from another issuer', (right) => sign({ ...right, iss: 'https://login.evil.example' })],
  [
    'from the FHIR base instead of its authorisation server',
    (right) => sign({ ...right, iss: base }),
  ],
  ['for another app', (right) => sign({ ...right, aud: 'another-app' })],
  [
    'for several apps without saying which',
    (right) => sign({ ...right, aud: ['x', settings.clientId] }),
  ],
  ['for another authorised party', (right) => sign({ ...right, azp: 'another-app' })],
  ['expired', (right) => sign({ ...right, exp: now() - 120 })],
  ['without an expiry', ({ exp: _, ...rest }) => sign(rest)],
  ['not valid yet', (right) => sign({ ...right, nbf: now() + 600 })],
  ['of another launch (nonce)', (right) => sign({ ...right, nonce: 'another' })],
  ['without a nonce', ({ nonce: _, ...rest }) => sign(rest)],
];

describe('an id_token that is', () => {
  it.each(wrong)('%s signs nobody in, and every token is given back', async (_, token) => {
    launch.smart.idToken = token;
    const host = launch.open();
    const outcome = await host.complete();
    expect(outcome).toEqual({ type: 'refused', reason: { type: 'sign-in-unverified' } });
    expect(host.accessToken()).toBeNull();
    expect(await host.readUser()).toEqual(outcome);
    await host.end();
    expect(launch.smart.revoked).toEqual(['refresh-1', 'access-1']);
  });
});

it.each(['PS256', 'ES384'])(
  'signed %s, which SMART does not name, it signs nobody in',
  async (alg) => {
    const pair = await generateKeyPair(alg);
    launch.smart.keys.keys.push({ ...(await exportJWK(pair.publicKey)), kid: 'other', alg });
    launch.smart.idToken = (right) => sign(right, pair.privateKey, { alg, kid: 'other' });
    expect(await signedIn()).toBe('sign-in-unverified');
  },
);

it('without the host’s keys nobody is signed in', async () => {
  launch.smart.instead.set(
    'https://login.ehr.example/jwks',
    () => new Response('', { status: 500 }),
  );
  const host = launch.open();
  expect(await host.complete()).toMatchObject({ type: 'failed', failure: { kind: 'server' } });
  expect(host.accessToken()).toBeNull();
});

it('the token is nobody’s while the id_token is not verified yet', async () => {
  const asked = deferred<undefined>();
  const answer = deferred<Response>();
  launch.smart.instead.set('https://login.ehr.example/jwks', () => answer.promise);
  launch.smart.instead.set(`${base}/Patient/p-1`, () => {
    asked.resolve(undefined);
    return Response.json(launch.smart.resources['Patient/p-1']);
  });
  const host = launch.open();
  const completing = host.complete();
  // The patient is already asked for, so there is a token.
  await asked.promise;
  expect(host.accessToken()).toBeNull();
  answer.resolve(Response.json(launch.smart.keys));
  await completing;
  expect(host.accessToken()).toBe('access-1');
});

describe('fhirUser', () => {
  it.each([
    ['absolute, under the FHIR base', `${base}/Practitioner/dr-1`, 'ok'],
    ['relative', 'Practitioner/dr-1', 'ok'],
    ['a role', 'PractitionerRole/role-1', 'ok'],
    ['on another server', 'https://evil.example/fhir/Practitioner/dr-1', 'sign-in-unverified'],
    [
      'on a server whose name begins alike',
      `${base}.evil.example/Practitioner/dr-1`,
      'sign-in-unverified',
    ],
    ['outside the base by way of dots', `${base}/../Practitioner/dr-1`, 'sign-in-unverified'],
    ['a search', 'Practitioner?name=x', 'sign-in-unverified'],
    ['missing', undefined, 'sign-in-unverified'],
    ['not text', 7, 'sign-in-unverified'],
    ['a patient', `${base}/Patient/p-1`, 'user-not-practitioner'],
    ['a relative of the patient', 'RelatedPerson/r-1', 'user-not-practitioner'],
    ['a person', 'Person/x', 'user-not-practitioner'],
  ])('%s', async (_, fhirUser, outcome) => {
    launch.smart.claims['fhirUser'] = fhirUser;
    expect(await signedIn()).toBe(outcome);
  });

  it('in the token response beside an unsigned claim is not believed', async () => {
    launch.smart.tokenResponse['fhirUser'] = `${base}/Practitioner/dr-1`;
    launch.smart.claims['fhirUser'] = undefined;
    expect(await signedIn()).toBe('sign-in-unverified');
  });
});
