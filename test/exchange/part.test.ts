import { describe, expect, it } from 'vitest';
import { isResource, nameResources, rewriteResource } from '../../mocks/exchange/part.ts';
import type { Resource } from '../../mocks/exchange/part.ts';
import { sourceProfiles } from '../../mocks/scenarios/sources.ts';

const parsed = (json: string): Resource => {
  const value: unknown = JSON.parse(json);
  if (!isResource(value)) throw new TypeError(json);
  return value;
};

describe('a line of a source', () => {
  it.each([
    '{"resourceType":"Condition","id":"1"}',
    '{"resourceType":"Flag","id":"1","meta":{"versionId":"2","lastUpdated":"2026","tag":[]}}',
  ])('is a resource: %s', (line) => {
    expect(isResource(JSON.parse(line))).toBe(true);
  });

  it.each([
    ['it has no type', '{"id":"1"}'],
    ['its type could be none', '{"resourceType":"../Flag","id":"1"}'],
    ['it has no id', '{"resourceType":"Flag"}'],
    ['its id is empty', '{"resourceType":"Flag","id":""}'],
    ['its id is a number', '{"resourceType":"Flag","id":1}'],
    ['its id does not end', `{"resourceType":"Flag","id":"${'1'.repeat(201)}"}`],
    ['its version is a number', '{"resourceType":"Flag","id":"1","meta":{"versionId":2}}'],
    ['its date is no text', '{"resourceType":"Flag","id":"1","meta":{"lastUpdated":{}}}'],
    ['its meta is a list', '{"resourceType":"Flag","id":"1","meta":[]}'],
    ['it is a list', '[{"resourceType":"Flag","id":"1"}]'],
    ['it is null', 'null'],
  ])('is none where %s', (_, line) => {
    expect(isResource(JSON.parse(line))).toBe(false);
  });
});

describe('a resource that goes out', () => {
  const practitioner = parsed('{"resourceType":"Practitioner","id":"p"}');
  const rewrite = (json: string): Resource => {
    const resource = parsed(json);
    const profile = sourceProfiles.ouh;
    const names = nameResources(profile, 'local', 'traced', [practitioner, resource]);
    return rewriteResource(names, resource);
  };

  it('refers to what the part has, by its new name, and to nothing else', () => {
    const sent = rewrite(
      '{"resourceType":"Flag","id":"1","author":{"reference":"Practitioner/p/_history/3"},' +
        '"encounter":{"reference":"Encounter/e","display":"Ward"},"subject":{"reference":"Patient/local"}}',
    );
    expect(sent).toMatchObject({
      id: 'zzh-1',
      author: { reference: 'Practitioner/zzh-p' },
      encounter: { display: 'Ward' },
      subject: { reference: 'Patient/traced' },
    });
    expect(JSON.stringify(sent)).not.toContain('Encounter/e');
  });

  it('shows another patient as another, however deep it stands', () => {
    const sent = rewrite(
      '{"resourceType":"Flag","id":"1","a":[[{"b":[{"reference":"Patient/other"}]}]]}',
    );
    expect(sent['a']).toEqual([[{ b: [{ reference: 'Patient/zzh-other' }] }]]);
  });

  it('carries nothing in a member that a copy would take for its prototype', () => {
    const sent = rewrite(
      '{"resourceType":"Flag","id":"1","a":{"__proto__":{"reference":"Patient/other"},"b":1}}',
    );
    expect(JSON.stringify(sent)).not.toContain('Patient/');
    expect(sent['a']).toEqual({ b: 1 });
  });

  it('leaves what the source sent as it was', () => {
    const text = '{"resourceType":"Flag","id":"1","a":[{"reference":"Patient/other"},{"b":1}]}';
    const resource = parsed(text);
    const names = nameResources(sourceProfiles.ouh, 'local', 'traced', [resource]);
    rewriteResource(names, resource);
    expect(JSON.stringify(resource)).toBe(text);
  });
});
