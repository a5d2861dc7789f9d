import { describe, expect, it } from 'vitest';
import { ownRecord } from '../../mocks/ehr/screens/own-record.ts';
import { scenarios } from '../../mocks/scenarios/catalogue.ts';

describe('what a host shows of its own record', () => {
  it('leaves out what was entered in error, which the practice still holds', () => {
    const grace = scenarios.find(({ nhsNumber }) => nhsNumber === '9990000018');
    if (!grace) throw new Error('Grace Okafor is not in the catalogue');
    expect(JSON.stringify(grace.records['hollow-way'])).toContain('Type 2 diabetes');
    const shown = JSON.stringify(ownRecord(grace, 'gp'));
    expect(shown).toContain('Atrial fibrillation');
    expect(shown).not.toContain('Type 2 diabetes');
  });
});
