/** Items of the sections that share one shape: plans, alerts, contacts, encounters and the rest. */
import type { Attachment, Detail, Entry } from '../../domain/summary/item.ts';
import { type EntryKind, entryKinds } from '../../domain/summary/section-kind.ts';
import { type Context, identityOf, item, type Mapped } from './mapped.ts';

type Facts = Partial<Omit<Entry, 'key' | 'source' | 'kind'>> & Pick<Entry, 'title'>;

/** @param facts whatever is not given is not stated */
export function entry(context: Context, facts: Facts): Mapped {
  const kind = entryKind(context.kind);
  return item({
    date: null,
    recorded: null,
    codes: [],
    author: null,
    role: null,
    standing: 'not-stated',
    status: null,
    value: null,
    ended: null,
    due: null,
    details: [],
    note: null,
    attachments: noAttachments,
    ...facts,
    ...identityOf(context),
    kind,
    section: kind === 'other' ? context.section : null,
  });
}

const noAttachments: readonly Attachment[] = [];

/** A kind with a shape of its own has its own mapper; what comes here otherwise is shown as other. */
function entryKind(kind: Context['kind']): EntryKind {
  return entryKinds.find((each) => each === kind) ?? 'other';
}

/** Labelled facts in the order given; those nobody stated are left out. */
export function details(...found: readonly (readonly [string, string | null])[]): Detail[] {
  return found.flatMap(([label, text]) => (text === null ? [] : [{ label, text }]));
}
