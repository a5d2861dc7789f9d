import { describe, expect, it } from 'vitest';
import { numbers } from './fixtures.ts';
import { record } from './decisions.ts';
import { bundleShape, createSetting, summaryOf, tracedId } from './setting.ts';

const streamed = { headers: { accept: 'application/fhir+ndjson, application/fhir+json;q=0.9' } };

describe('the whole path', () => {
  it('goes trace, record, release, in this order in the trail', async () => {
    const setting = await createSetting();
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    expect((await record(setting, 'gp-ada', id)).status).toBe(200);
    const response = await summaryOf(setting, 'gp-ada', id);
    expect(response.status).toBe(200);
    const document = bundleShape.parse(await response.json());
    expect(document.type).toBe('document');
    expect(JSON.stringify(document)).toContain('heart failure');
    const types = (await setting.events()).map(({ type }) => type);
    expect(types).toEqual(['trace', 'opened', 'release', 'release-completed']);
  });

  it('streams the same path as lines that end with the document', async () => {
    const setting = await createSetting();
    const id = await tracedId(setting, 'gp-ada', numbers.ada);
    await record(setting, 'gp-ada', id);
    const response = await summaryOf(setting, 'gp-ada', id, streamed);
    expect(response.headers.get('content-type')).toBe('application/fhir+ndjson');
    const lines = (await response.text()).split('\n').filter((line) => line !== '');
    expect(lines[0]).toContain('"resourceType":"Patient"');
    expect(lines.at(-1)).toContain('Oxfordshire Care Summary');
  });
});
