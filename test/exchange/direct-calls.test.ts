/** A reviewer with curl and a valid token, who skips the app: 403, and not one clinical byte. */
import { describe, expect, it } from 'vitest';
import { end, record, recordedConsent } from './decisions.ts';
import { allRecords, ada, numbers, record as held, scenario, staff } from './fixtures.ts';
import { everyReason, labelled, withPolicy } from './policies.ts';
import { createSetting, tracedId } from './setting.ts';
import type { Setting } from './setting.ts';

const breakGlass = {
  category: 'http://terminology.hl7.org/CodeSystem/v3-ActReason#BTG',
};
const clinical = /asthma|heart failure|depression|Letter|Condition|DocumentReference|Composition/;

type Attempt = {
  readonly options?: object;
  /** Makes the world as it is before the call, and names the token and patient id it is made with. */
  readonly prepare: (setting: Setting) => Promise<{ readonly token: string; readonly id: string }>;
  readonly headers?: Record<string, string>;
  readonly reason: string;
};

const traced = (setting: Setting, token = 'gp-ada') => tracedId(setting, token, numbers.ada);
const asked = async (setting: Setting) => ({ token: 'gp-ada', id: await traced(setting) });

/** The doctor's permission is recorded, then something changes. */
async function permitted(setting: Setting): Promise<{ token: string; id: string }> {
  const id = await traced(setting);
  await recordedConsent(record(setting, 'gp-ada', id));
  return { token: 'gp-ada', id };
}

function become(setting: Setting, resources: ReturnType<typeof staff>): void {
  for (const one of resources) {
    setting.host.resources.set(`${one.resourceType}/${one.id ?? ''}`, one);
  }
  setting.pass(30_000);
}

const variant = (key: string, change: object) => ({
  scenarios: [
    scenario({ key: 'ada', demographics: ada }, allRecords('ada'), {
      variants: [{ key, label: key, ...change }],
    }),
  ],
});
const chosen = async (setting: Setting, key: string) => {
  const call = await permitted(setting);
  await setting.sandbox('variant', { scenario: 'ada', variant: key });
  return call;
};

const attempts: Readonly<Record<string, Attempt>> = {
  'no record': { prepare: asked, reason: 'no-current-consent' },
  'another’s record': {
    prepare: async (setting) => {
      // In one encounter, so that only whose record it is can tell them apart.
      for (const user of ['gp-ada', 'nurse-ada']) {
        setting.launch(user, user, { encounter: 'visit-1' });
      }
      await permitted(setting);
      return { token: 'nurse-ada', id: await traced(setting, 'nurse-ada') };
    },
    reason: 'no-current-consent',
  },
  'another’s opaque id': {
    prepare: async (setting) => ({ ...(await permitted(setting)), token: 'nurse-ada' }),
    reason: 'other-patient',
  },
  'another patient’s launch': {
    prepare: async (setting) => ({ ...(await permitted(setting)), token: 'gp-ben' }),
    reason: 'other-patient',
  },
  'an ended record': {
    prepare: async (setting) => {
      const id = await traced(setting);
      const consent = await recordedConsent(record(setting, 'gp-ada', id));
      expect((await end(setting, 'gp-ada', consent)).status).toBe(200);
      return { token: 'gp-ada', id };
    },
    reason: 'no-current-consent',
  },
  'a record that has run out': {
    prepare: async (setting) => {
      setting.launch('gp-ada', 'gp-ada', { exp: 2e9 });
      const call = await permitted(setting);
      setting.pass(12 * 3_600_000);
      return call;
    },
    reason: 'no-current-consent',
  },
  'a record of another encounter': {
    prepare: async (setting) => {
      setting.launch('gp-ada', 'gp-ada', { encounter: 'visit-1' });
      const { id } = await permitted(setting);
      return { token: setting.launch('other', 'gp-ada', { encounter: 'visit-2' }), id };
    },
    reason: 'no-current-consent',
  },
  'a permission of another launch, where neither has an encounter': {
    prepare: async (setting) => {
      const { id } = await permitted(setting);
      return { token: setting.launch('other', 'gp-ada'), id };
    },
    reason: 'no-current-consent',
  },
  'a break glass of another launch': {
    prepare: async (setting) => {
      const id = await traced(setting);
      await recordedConsent(record(setting, 'gp-ada', id, { breakGlass: true }));
      return { token: setting.launch('other', 'gp-ada'), id };
    },
    reason: 'no-current-consent',
  },
  'the break glass category over a permission': {
    prepare: permitted,
    headers: breakGlass,
    reason: 'no-break-glass',
  },
  'the break glass category over nothing': {
    prepare: asked,
    headers: breakGlass,
    reason: 'no-break-glass',
  },
  'a record from before dissent': {
    options: variant('dissent', {
      records: { 'hollow-way': held('ada-gp', 'asthma', { sharing: 'dissent' }) },
    }),
    prepare: (setting) => chosen(setting, 'dissent'),
    reason: 'dissent',
  },
  'a record from before protection': {
    options: variant('restricted', {
      demographics: labelled('R').scenarios[0]?.demographics,
    }),
    prepare: (setting) => chosen(setting, 'restricted'),
    reason: 'restricted',
  },
  'a very restricted record, whatever the policy': {
    options: { ...labelled('V'), ...withPolicy({ restricted: 'open-without-location' }) },
    prepare: asked,
    reason: 'restricted',
  },
  'a record from before a death': {
    options: variant('died', {
      demographics: { ...ada, deceasedDateTime: '2026-11-19' },
    }),
    prepare: (setting) => chosen(setting, 'died'),
    reason: 'deceased',
  },
  'a permission from before a death, where deaths are certified': {
    options: {
      ...variant('died', { demographics: { ...ada, deceasedDateTime: '2026-11-19' } }),
      ...withPolicy({ deceased: 'certify', breakGlassReasons: everyReason }),
    },
    prepare: (setting) => chosen(setting, 'died'),
    reason: 'deceased',
  },
  'a role that is not clinical': {
    prepare: async (setting) => {
      const call = await permitted(setting);
      become(setting, staff('gp-one', { family: 'Patel', given: 'Sam' }, 'S8000:G8001:R8006'));
      return call;
    },
    reason: 'wrong-role',
  },
  'the caller’s own record': {
    prepare: async (setting) => {
      const call = await permitted(setting);
      const identifier = [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: numbers.ada }];
      const me = { family: 'Patel', given: 'Sam' };
      become(setting, staff('gp-one', me, 'S8000:G8000:R8000', { identifier }));
      return call;
    },
    reason: 'own-record',
  },
  'terms that were not accepted': {
    options: { terms: { url: 'https://ocs.example.org/terms', version: '2', putOffDays: 14 } },
    prepare: async (setting) => {
      const id = await traced(setting);
      expect((await record(setting, 'gp-ada', id)).status).toBe(403);
      expect((await record(setting, 'gp-ada', id, { breakGlass: true })).status).toBe(403);
      return { token: 'gp-ada', id };
    },
    reason: 'no-current-consent',
  },
};

describe('curl with a valid token cannot get a clinical byte', () => {
  for (const [name, { options, prepare, headers = {}, reason }] of Object.entries(attempts)) {
    it(`with ${name}`, async () => {
      const setting = await createSetting(options);
      const { token, id } = await prepare(setting);
      const before = (await setting.events()).length;
      const paths = [`/Patient/${id}/$summary`, '/DocumentReference/z99901-d1', '/Binary/zzh-b1'];
      for (const path of paths) {
        for (const accept of ['application/fhir+json', 'application/fhir+ndjson', '*/*']) {
          const answer = await setting.call(token, path, { headers: { ...headers, accept } });
          const body = await answer.text();
          expect(answer.status).toBe(403);
          expect(body).not.toMatch(clinical);
          if (path.startsWith('/Patient')) expect(body).toContain(`"code":"${reason}"`);
        }
      }
      const events = await setting.events();
      expect(events.some(({ type }) => type === 'release' || type === 'document')).toBe(false);
      // Each of them is a refusal on record.
      expect(events.slice(before).filter(({ type }) => type === 'refused')).toHaveLength(9);
    });
  }
});
