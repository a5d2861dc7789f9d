/** Invented Bundles, and what the app makes of them. */
import type { Item } from '../../../src/domain/summary/item.ts';
import { documentEvents } from '../../../src/fhir/summary/bundle.ts';
import { partsIn, patientLine, traced } from './sample.ts';

export type Sent = { readonly fullUrl?: string; readonly resource?: unknown };

export function bundle(entry: readonly unknown[], more: object = {}) {
  return { resourceType: 'Bundle', type: 'document', entry, ...more };
}

export const patient: Sent = { resource: patientLine };

/** A discharge letter of a system that is none of ours: no status, and a type we do not know. */
export function letterhead(sections: unknown, more: object = {}) {
  return {
    resourceType: 'Composition',
    type: { text: 'Epikrise' },
    subject: { reference: 'Patient/opaque-1' },
    author: [{ display: 'Klinik am See' }],
    section: sections,
    ...more,
  };
}

export function listing(title: string, references: readonly string[], more: object = {}) {
  return { title, entry: references.map((reference) => ({ reference })), ...more };
}

/** Everything the document said. */
export function told(raw: unknown, whom = traced) {
  const events = [...documentEvents(raw, whom)];
  const parts = partsIn(events);
  return {
    types: [...new Set(events.map(({ type }) => type))],
    reports: events.flatMap((event) => (event.type === 'report' ? [event.report] : [])),
    items: parts.flatMap(({ items }): readonly Item[] => items),
    unshown: parts.flatMap(({ unshown }) => unshown),
    gaps: parts.flatMap(({ gaps }) => gaps),
    texts: parts.flatMap(({ texts }) => texts),
  };
}

export const titles = (items: readonly Item[]) => items.map(({ title }) => title);

export function without(resource: object, ...keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(resource).filter(([key]) => !keys.includes(key)));
}
