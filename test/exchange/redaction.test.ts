import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { leila } from '../../mocks/scenarios/patients/leila.ts';
import { leilaSecrets } from '../../mocks/scenarios/patients/leila/planted.ts';
import { sourceProfiles } from '../../mocks/scenarios/sources.ts';
import { parseNhsNumber } from '../../src/domain/nhs-number.ts';
import type { PatientRef } from '../../src/domain/person.ts';
import type { SummaryPart } from '../../src/domain/summary/summary.ts';
import { documentEvents } from '../../src/fhir/summary/bundle.ts';
import { summaryReader } from '../../src/fhir/summary/reader.ts';
import type { ReaderEvent } from '../../src/fhir/summary/reader.ts';
import { parse } from './lines.ts';
import {
  documentOf,
  recordAt,
  restrictedSetting,
  streamOf,
  traceAt,
  traceBytes,
} from './restricted.ts';
import { refusalOf } from './setting.ts';

const practiceWords = ['Hollow Way', sourceProfiles['hollow-way'].odsCode, 'hw-33218'];
const secrets = [...leilaSecrets, ...practiceWords, 'Banbury', 'OX40 1KM'];

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A text as it is, and whatever in it is base64, made readable. */
const readings = (text: string): string[] => [
  text,
  ...[...text.matchAll(/[A-Za-z0-9+/]{12,}={0,2}/g)].map(([run]) =>
    Buffer.from(run, 'base64').toString('latin1'),
  ),
];
const leaksIn = (text: string): string[] =>
  secrets.filter((secret) =>
    readings(text).some((reading) => plain(reading).includes(plain(secret))),
  );

const all: Record<string, string> = {};
let id = '';

/** Everything a clinician of the hospital can ask for about her, in the order the app asks. */
beforeAll(async () => {
  const { practice, nurseOpens, hospital } = await restrictedSetting();
  const shut = await traceAt(practice, leila.nhsNumber);
  expect(await refusalOf(await recordAt(practice, shut, 'nurse-two'))).toMatchObject({
    status: 403,
    reason: 'restricted',
  });
  expect((await nurseOpens()).status).toBe(200);
  const call = hospital();
  const read = async (name: string, path: string) => {
    const answer = await call(path);
    all[name] = `${answer.status} ${[...answer.headers].flat().join(' ')} ${await answer.text()}`;
  };
  all['trace'] = await (await traceBytes(call, leila.nhsNumber)).text();
  id = await traceAt(call, leila.nhsNumber);
  await read('standing', `/Consent?patient=Patient/${id}&status=active`);
  await read('log before', `/AuditEvent?patient=Patient/${id}`);
  all['record'] = await (await recordAt(call, id)).text();
  all['stream'] = await streamOf(call, id);
  all['document'] = await documentOf(call, id);
  await read('standing after', `/Consent?patient=Patient/${id}&status=active`);
  await read('letter', '/DocumentReference/zzh-ouh-9052274-doc-1');
  await read('letter bytes', '/Binary/zzh-ouh-9052274-bin-1');
  await read('log', `/AuditEvent?patient=Patient/${id}`);
});

describe('a restricted record that policy opens', () => {
  it.each([
    ...['trace', 'standing', 'log before', 'record', 'stream', 'document'],
    ...['standing after', 'letter', 'letter bytes', 'log'],
  ])('gives no place and no former name away in its %s', (part) => {
    expect(all[part]?.length).toBeGreaterThan(50);
    expect(leaksIn(all[part] ?? '')).toEqual([]);
  });

  it('is what the same search finds leaking in the source data', () => {
    expect(leaksIn(JSON.stringify([leila.records, leila.host]))).toEqual(secrets);
  });

  it('still says what a clinician needs', () => {
    for (const part of ['stream', 'document']) {
      expect(all[part]).toMatch(/Asthma/);
      expect(all[part]).toMatch(/Ibuprofen/);
      expect(all[part]).toMatch(/[Bb]ronchospasm/);
      expect(all[part]).toContain('Two puffs twice daily (100/6)');
      expect(all[part]).toContain('125 micrograms daily');
    }
  });

  it('calls the practice "GP practice", by no code of a register', () => {
    const organisation = parse(all['stream'] ?? '').find(
      ({ resourceType, id: own }) => resourceType === 'Organization' && own === 'gp-practice',
    );
    expect(organisation).toMatchObject({ name: 'GP practice', alias: ['GP'] });
    expect(organisation).not.toHaveProperty('identifier');
  });

  it('has no letter, appointment, attendance, contact or plan, and says they are withheld', () => {
    const kinds = parse(all['stream'] ?? '').map(({ resourceType }) => resourceType);
    const shown = ['Patient', 'Organization', 'Composition', 'OperationOutcome'];
    const clinical = ['Condition', 'AllergyIntolerance', 'MedicationRequest', 'Observation'];
    const rest = ['DiagnosticReport', 'Flag', 'Immunization', 'Procedure'];
    expect([...new Set(kinds)].sort()).toEqual([...shown, ...clinical, ...rest].sort());
    const whole = all['document'] ?? '';
    for (const title of ['Documents and letters', 'Encounters', 'Appointments', 'Plan of care']) {
      expect(whole).toMatch(new RegExp(`"title":"${title}"[^}]*}[^]{0,400}"code":"withheld"`));
    }
  });

  it('labels every resource, Composition and the Bundle R and REDACTED', () => {
    const labelled = z.object({
      meta: z.object({ security: z.array(z.object({ code: z.string() })) }),
    });
    const unlabelled = parse(all['stream'] ?? '').filter(
      (line) =>
        line.resourceType !== 'Organization' &&
        line.resourceType !== 'OperationOutcome' &&
        labelled
          .parse(line)
          .meta.security.map(({ code }) => code)
          .join() !== 'R,REDACTED',
    );
    expect(unlabelled).toEqual([]);
    labelled.parse(JSON.parse(all['document'] ?? ''));
  });

  it('answers 403 for any letter, there or not, and says so in the trail', async () => {
    const { setting, hospital } = await restrictedSetting();
    const call = hospital();
    await recordAt(call, await traceAt(call, leila.nhsNumber));
    for (const path of ['/Binary/zzh-ouh-9052274-bin-1', '/DocumentReference/nowhere']) {
      const refused = await refusalOf(await call(path));
      expect(refused).toMatchObject({ status: 403, reason: 'location-protected' });
    }
    const documents = (await setting.events()).filter(({ type }) => type === 'document');
    expect(documents.map(({ outcome }) => outcome)).toEqual(['4', '4']);
  });

  it('shows others in the log by name and job, not by organisation or system', () => {
    expect(all['log']).toContain('Carver');
    expect(all['log']).toContain('Role nurse-two');
    const log = z
      .object({
        entry: z.array(z.object({ resource: z.looseObject({ agent: z.array(z.unknown()) }) })),
      })
      .parse(JSON.parse((all['log'] ?? '').slice((all['log'] ?? '').indexOf('{'))));
    const others = log.entry.filter(({ resource }) => JSON.stringify(resource).includes('Carver'));
    expect(others.length).toBeGreaterThan(0);
    expect(JSON.stringify(others)).not.toMatch(/organisation|host\.test|Found collapsed/);
  });
});

describe('the app reads a redacted record', () => {
  const number = parseNhsNumber(leila.nhsNumber);
  const traced = () => ({
    ...{ ref: id as PatientRef, nhsNumber: number ?? expect.fail() },
    restricted: 'restricted' as const,
  });
  const expectReadable = (events: readonly ReaderEvent[]): SummaryPart[] => {
    const types = new Set(events.map(({ type }) => type));
    expect(types).toEqual(new Set(['report', 'part', 'finished']));
    const parts = events.flatMap((event) => (event.type === 'part' ? [event.part] : []));
    const unshown = parts.flatMap((part) => part.unshown);
    expect(unshown.filter(({ because }) => because !== 'not-in-this-view')).toEqual([]);
    const titles = parts.flatMap(({ items }) => items.map(({ title }) => title));
    expect(titles).toEqual(expect.arrayContaining(['Asthma', 'Ibuprofen']));
    return parts;
  };

  it('as a stream: every part, one source called GP practice, what is withheld as withheld', () => {
    const reader = summaryReader(traced());
    const events = parse(all['stream'] ?? '').flatMap((line) => [...reader.push(line)]);
    const parts = expectReadable(events);
    const reports = events.flatMap((event) => (event.type === 'report' ? [event.report] : []));
    const practice = reports.filter(({ source }) => source.tag === 'GP');
    expect(new Set(practice.map(({ source }) => source.id))).toEqual(new Set(['gp-practice']));
    expect(practice.at(-1)).toMatchObject({ state: 'answered-withheld' });
    const gaps = parts.flatMap((part) => part.gaps);
    expect(gaps).toContainEqual({ source: 'ZZH', section: 'document', reason: 'withheld' });
  });

  it('as a document: each item under the source it is from', () => {
    const bundle = z
      .looseObject({ entry: z.array(z.looseObject({ resource: z.unknown() })) })
      .parse(JSON.parse(all['document'] ?? ''));
    const parts = expectReadable([...documentEvents(bundle, traced())]);
    const items = parts.flatMap((part) => part.items);
    const from = (title: string) => items.find((item) => item.title === title)?.source;
    expect(from('Ibuprofen')).toBe('gp-practice');
    expect(from('Anxiety disorder')).toBe('ZZC');
  });
});
