import { describe, expect, it } from 'vitest';
import { ocs } from '../../../src/fhir/systems.ts';
import { agent, event, subtype } from '../../fhir/gate/samples.ts';
import {
  base,
  clinician,
  exchange,
  fhir,
  type Handler,
  receipt,
  ref,
  refusal,
  ruled,
  searchset,
  terms,
} from './fake-exchange.ts';

const broken = () => new Response('', { status: 500 });
const policy = [`${terms.url}|${terms.version}`];
const accepted = event({
  ...{ subtype: subtype('terms-accepted'), entity: [], agent: [agent({ policy })] },
});

type Answers = { consents?: Handler; log?: Handler; terms?: Handler; overrides?: Handler };

/** An exchange that answers each of the four questions as told, and "none" to the others. */
function asked(answers: Answers) {
  const made = exchange((request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith('/Consent')) return (answers.consents ?? (() => searchset()))(request);
    if (searchParams.has('policy')) {
      return (answers.terms ?? (() => searchset([accepted])))(request);
    }
    const rest = searchParams.has('subtype') ? answers.overrides : answers.log;
    return (rest ?? (() => searchset()))(request);
  });
  return { ...made, standing: () => made.port.standing(ref, clinician) };
}

const deny = {
  ...{ resourceType: 'Consent', id: 'd1', status: 'active', provision: { type: 'deny' } },
  patient: { reference: `Patient/${ref}` },
};

describe('what holds before the question', () => {
  it('is asked in four searches side by side, each with its own request id and dates', async () => {
    let waiting = 0;
    let allAsked: () => void = () => undefined;
    const asking = new Promise<void>((resolve) => (allAsked = resolve));
    /** Answers nobody before everybody has asked. */
    const slow: Handler = async () => {
      if ((waiting += 1) === 4) allAsked();
      await asking;
      return searchset();
    };
    const { standing, requests } = asked({
      ...{ consents: slow, log: slow, terms: slow, overrides: slow },
    });
    await standing();
    expect(waiting).toBe(4);
    expect(new Set(requests.map(({ headers }) => headers.get('x-request-id'))).size).toBe(4);
    const searches = requests.map(({ url }) => new URL(url).searchParams);
    const events = searches.filter((search) => !search.has('status'));
    expect(events.map((search) => search.getAll('date'))).toEqual(
      Array.from({ length: 3 }, () => ['ge2016-11-22', 'le2026-11-23']),
    );
    expect(searches.map((search) => search.get('policy')).filter(Boolean)).toEqual([terms.url]);
    expect(searches.map((search) => search.get('subtype')).filter(Boolean)).toEqual([
      'http://dicom.nema.org/resources/ontology/DCM|110127',
    ]);
  });

  it('says all of it', async () => {
    expect(await asked({}).standing()).toEqual({
      type: 'ok',
      value: {
        dissent: false,
        earlierOpenings: { type: 'known', rows: [] },
        terms: { type: 'accepted', version: terms.version },
        ownPermits: [],
        openItems: { type: 'known', items: [] },
      },
    });
  });

  it.each([
    ['dissent was not answered', { consents: broken }, 'server'],
    ['dissent can not be read', { consents: () => fhir({}) }, 'bad-answer'],
    ['the terms were not answered', { terms: broken }, 'server'],
    ['the terms can not be read', { terms: () => searchset([{}]) }, 'bad-answer'],
  ])('the gate stays shut where %s', async (_, answers, kind) => {
    expect(await asked(answers).standing()).toMatchObject({ type: 'failed', failure: { kind } });
  });

  it('and not where only openings and open items could not be read', async () => {
    expect(await asked({ log: broken, overrides: () => searchset([{}]) }).standing()).toMatchObject(
      {
        type: 'ok',
        value: { earlierOpenings: { type: 'not-known' }, openItems: { type: 'not-known' } },
      },
    );
  });

  it('finds dissent, and a refusal for dissent', async () => {
    expect(await asked({ consents: () => searchset([deny]) }).standing()).toMatchObject({
      value: { dissent: true },
    });
    const refused = () => refusal('NO_PATIENT_CONSENT');
    expect(await asked({ consents: refused, terms: broken }).standing()).toEqual({
      type: 'refused',
      reason: { type: 'dissent' },
    });
  });

  it('asks for the terms where somebody else accepted them', async () => {
    const theirs = { agent: [agent({ policy, who: { identifier: { system: 'x', value: 'y' } } })] };
    const { standing } = asked({ terms: () => searchset([{ ...accepted, ...theirs }]) });
    expect(await standing()).toMatchObject({
      value: { terms: { type: 'due', accepted: null, mayPutOff: false } },
    });
  });

  it('a page elsewhere is not followed, and the search counts as failed', async () => {
    const link = [{ relation: 'next', url: 'https://evil.test/Consent' }];
    const { port, requests } = exchange(() =>
      fhir({ resourceType: 'Bundle', type: 'searchset', link }),
    );
    expect(await port.standing(ref, clinician)).toMatchObject({ type: 'failed' });
    expect(requests.every(({ url }) => url.startsWith(`${base}/`))).toBe(true);
  });
});

describe('while the record is open', () => {
  const held = { ...deny, id: 'c1', provision: { type: 'permit' } };
  const verdict = (handler: Handler, until: string | null = null) =>
    exchange(handler).port.recheck(ref, receipt('permission', until));

  it.each([
    ['it holds', [held], 'holds'],
    ['the patient dissented', [held, deny], 'dissent'],
    ['the permission was ended', [], 'ended'],
    ['only another permission stands', [{ ...held, id: 'c2' }], 'ended'],
  ])('%s', async (_, consents, value) => {
    expect(await verdict(() => searchset(consents))).toEqual({ type: 'ok', value });
  });

  it('time that has run out ends it, whatever the exchange would say', async () => {
    const made = exchange(() => searchset([held]));
    const over = receipt('break-glass', '2026-11-22T10:00:00Z');
    expect(await made.port.recheck(ref, over)).toEqual({ type: 'ok', value: 'ended' });
    expect(made.requests).toEqual([]);
    const later = '2026-11-22T10:00:01Z';
    expect(await verdict(() => searchset([held]), later)).toMatchObject({ value: 'holds' });
  });

  it.each([
    ['not answered', broken, { type: 'failed', failure: { kind: 'server' } }],
    ['not readable', () => searchset([{}]), { type: 'failed', failure: { kind: 'bad-answer' } }],
    [
      'the token gone',
      () => new Response('', { status: 401 }),
      { failure: { kind: 'unauthorised' } },
    ],
    ['dissent', () => refusal('NO_PATIENT_CONSENT'), { reason: { type: 'dissent' } }],
    ['own record', () => ruled('own-record'), { reason: { type: 'own-record' } }],
  ])('%s is told as what it is', async (_, handler, outcome) => {
    expect(await verdict(handler)).toMatchObject(outcome);
  });
});

describe('permission that stood and stands no more', () => {
  it('is ended as it came, and nothing else is', async () => {
    const answers = {
      ...{ resourceType: 'QuestionnaireResponse', id: 'answers' },
      item: [
        {
          linkId: 'answer',
          answer: [{ valueCoding: { system: ocs.accessReason, code: 'patient-agreed' } }],
        },
      ],
    };
    const kept = {
      ...{ ...deny, id: 'c9', contained: [answers], kept: ['as', 'it', 'came'] },
      meta: { lastUpdated: '2026-11-22T09:00:00Z' },
      policy: [{ uri: ocs.permissionPolicy }],
      provision: {
        type: 'permit',
        purpose: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'TREAT' }],
        actor: [{ reference: { identifier: clinician.user.identifier } }],
      },
    };
    const { port, requests, standing } = asked({ consents: () => searchset([kept]) });
    expect(await standing()).toMatchObject({ value: { ownPermits: [{ consentId: 'c9' }] } });
    requests.length = 0;
    await port.revoke('c9');
    await port.revoke('c9');
    await port.revoke('unknown');
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `PUT ${base}/Consent/c9`,
    ]);
    expect(await requests[0]?.json()).toEqual({ ...kept, status: 'inactive' });
  });
});
