/** The letters of the stories: real files, of the size and hash that their entries say. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scenarios } from '../../mocks/scenarios/catalogue.ts';
import { ofType } from './find.ts';

const held = scenarios.flatMap(({ records }) =>
  Object.values(records).map((record) => ({ record })),
);

describe('letters', () => {
  const letters = held.flatMap(({ record }) =>
    ofType(record.resources, 'DocumentReference').map((document) => ({ document, record })),
  );

  const altered = 'Physical health check';

  it('carry the size and SHA-1 of the Binary they point to, but the one that was altered', () => {
    expect(letters.length).toBeGreaterThan(20);
    const differing: (string | undefined)[] = [];
    for (const { document, record } of letters) {
      const attachment = document.content[0]?.attachment;
      const binary = ofType(record.resources, 'Binary').find(
        ({ id }) => attachment?.url === `Binary/${id ?? ''}`,
      );
      const bytes = Buffer.from(binary?.data ?? '', 'base64');
      if (bytes.length === attachment?.size && attachment.contentType === binary?.contentType) {
        if (createHash('sha1').update(bytes).digest('base64') === attachment.hash) continue;
      }
      differing.push(attachment?.title);
    }
    expect(differing).toEqual([altered]);
  });

  it('come in every format that is opened, and in one that is not', () => {
    const types = letters.map(({ document }) => document.content[0]?.attachment.contentType);
    const kinds = [...new Set(types.map((type) => type?.split(';')[0]))].sort();
    expect(kinds).toEqual([
      ...['application/pdf'],
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      ...['image/png', 'text/html', 'text/plain', 'text/rtf'],
    ]);
    const statuses = letters.flatMap(({ document: { status, docStatus } }) => [status, docStatus]);
    expect(statuses).toEqual(expect.arrayContaining(['superseded', 'preliminary']));
  });

  it('reach one to six per patient of the stories, from OUH or Oxford Health', () => {
    for (const scenario of scenarios.filter(({ key }) => key !== 'large')) {
      const found = (['ouh', 'oxford-health'] as const).flatMap((source) =>
        ofType(scenario.records[source]?.resources ?? [], 'DocumentReference'),
      );
      expect(found.length).toBeGreaterThanOrEqual(1);
      expect(found.length).toBeLessThanOrEqual(6);
    }
  });
});
