import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { allRecords, record as held } from './fixtures.ts';
import { linesOf, recorded, withRecords } from './lines.ts';
import { bundleShape, summaryOf } from './setting.ts';

/** References of a resource, wherever they are. */
function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === 'reference' && typeof member === 'string' ? [member] : references(member),
  );
}

const issueLoose = z.looseObject({ issue: z.array(z.unknown()) });

describe('the stream', () => {
  it('goes patient, then each source’s resources, Composition and outcome, then the document', async () => {
    const { setting, id } = await recorded();
    const lines = await linesOf(setting, id);
    expect(lines[0]).toMatchObject({ resourceType: 'Patient', id });
    expect(lines.at(-1)).toMatchObject({
      resourceType: 'Composition',
      title: 'Oxfordshire Care Summary',
    });
    const middle = lines
      .slice(1, -1)
      .map(({ resourceType }) => resourceType)
      .join(' ');
    const part =
      'Organization Practitioner Condition DocumentReference Composition OperationOutcome';
    expect(middle.replaceAll(part, 'part').split(' ').sort()).toEqual([
      ...['OperationOutcome', 'part', 'part', 'part'],
    ]);
  });

  it('gives every resource its own id, and refers only to lines of the same part or the patient', async () => {
    const { setting, id } = await recorded();
    const lines = await linesOf(setting, id);
    const names = lines.map(({ resourceType, id: own }) => `${resourceType}/${own}`);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(lines.map(({ id: own }) => own)).size).toBe(lines.length);
    const known = new Set([...names, '#exchange', 'OperationOutcome/ocs-data-sources']);
    const all = lines.flatMap(references);
    expect(all.filter((reference) => !known.has(reference))).toEqual([]);
    expect(all.filter((reference) => reference === `Patient/${id}`).length).toBeGreaterThan(6);
  });

  it('keeps the words where a reference leads out of the part', async () => {
    const { setting, id } = await recorded();
    const condition = (await linesOf(setting, id)).find(
      ({ resourceType }) => resourceType === 'Condition',
    );
    expect(condition?.['asserter']).toEqual({ display: 'Dr Elsewhere' });
  });

  it('makes the same document as fhir+json', async () => {
    const { setting, id } = await recorded();
    const lines = await linesOf(setting, id);
    const answer = await summaryOf(setting, 'gp-ada', id);
    expect(answer.headers.get('content-type')).toContain('application/fhir+json');
    const document = bundleShape.parse(await answer.json());
    const outcomes = lines.filter(({ resourceType }) => resourceType === 'OperationOutcome');
    const joined = {
      resourceType: 'OperationOutcome',
      id: 'ocs-data-sources',
      issue: outcomes.map((line) => issueLoose.parse(line).issue[0]),
    };
    const last = lines.at(-1);
    const content = lines
      .slice(1, -1)
      .filter(({ resourceType }) => !['Composition', 'OperationOutcome'].includes(resourceType));
    const [composition, ...rest] = document.entry.map(({ resource }) => resource);
    expect(rest).toEqual([lines[0], ...content, joined]);
    expect({ ...composition, id: '' }).toEqual({ ...last, id: '' });
  });

  it('sends short rounds, however long the record', async () => {
    const many = Array.from({ length: 1200 }, (_, index) => ({
      resourceType: 'Condition' as const,
      id: `c${index}`,
      subject: { reference: 'Patient/ada-gp' },
    }));
    const long = { 'hollow-way': { localId: 'ada-gp', resources: many } };
    const { setting, id } = await recorded(withRecords(long));
    const lines = (await linesOf(setting, id)).slice(1, -1);
    const rounds = lines.reduce<number[]>(
      (sizes, { resourceType }) => {
        if (resourceType === 'OperationOutcome') return sizes;
        sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1;
        return resourceType === 'Composition' ? [...sizes, 0] : sizes;
      },
      [0],
    );
    expect(rounds.slice(0, -1)).toEqual([...Array<number>(8).fill(149), 18]);
  });

  it('passes another patient’s resource through as another patient’s', async () => {
    const wrong = held('ben-gp', 'rash');
    const mixed = { ...allRecords('ada'), ouh: { ...wrong, localId: 'ada-ouh' } };
    const { setting, id } = await recorded(withRecords(mixed));
    const lines = await linesOf(setting, id);
    const rash = lines.find((line) => JSON.stringify(line).includes('rash'));
    expect(rash?.['subject']).toEqual({ reference: 'Patient/zzh-ben-gp' });
  });
});
