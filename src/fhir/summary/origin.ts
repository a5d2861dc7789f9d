/**
 * What every resource carries, whatever it is: identifiers, when it changed, its own words. Read by
 * hand: it is done for every resource of a record, and none of it decides what is shown.
 */
import type { Narrative } from '../../domain/summary/item.ts';
import { dateOf } from './dates.ts';
import { arrayIn, objectIn, stringIn } from './json.ts';
import type { Origin } from './mapped.ts';

/** What is malformed here is left out. */
export function originOf(resource: object): Origin {
  return {
    updated: dateOf(stringIn(objectIn(resource, 'meta'), 'lastUpdated')),
    identifiers: identifiersIn(resource),
    narrative: narrativeIn(resource),
  };
}

const none: readonly string[] = [];

function identifiersIn(resource: object): readonly string[] {
  if (!('identifier' in resource)) return none;
  const found: string[] = [];
  for (const each of arrayIn(resource, 'identifier')) {
    const system = stringIn(each, 'system');
    const value = stringIn(each, 'value');
    if (system !== undefined && value !== undefined) found.push(`${system}|${value}`);
  }
  return found;
}

/** FHIR R4 Narrative: `generated` says nothing that the resource does not. */
export function narrativeIn(resource: unknown): Narrative | null {
  const text = objectIn(resource, 'text');
  const div = stringIn(text, 'div');
  const status = stringIn(text, 'status');
  if (div === undefined || div === '' || status === 'empty') return null;
  return { xhtml: div, saysMore: status !== 'generated' };
}
