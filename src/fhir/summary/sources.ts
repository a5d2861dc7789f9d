/** Which source a part, an issue or a resource belongs to. */
import type { Source, SourceReport } from '../../domain/source.ts';
import { parsed } from '../parsed.ts';
import { initials, sourceIssue } from '../source-issue.ts';
import type { Issue } from '../spine.ts';
import { identifierSystem } from '../systems.ts';
import { shownText } from '../text.ts';
import { organization } from './people.ts';
import { sourceState } from './source-state.ts';

/** For a document whose author says nothing of where it is from. */
export const unnamedSource: Source = {
  id: 'not-stated',
  name: 'Source not stated',
  tag: 'Source not stated',
};

export type SourceBook = {
  /** Learns an Organization; its alias is the tag. Null for anything else. */
  readonly organisation: (resource: unknown) => Source | null;
  /** Null for an issue that names no source. */
  readonly report: (issue: Issue) => SourceReport | null;
  /** By `meta.source`, whose last segment is the source's code; null where it is none we know. */
  readonly byUri: (uri: string | undefined) => Source | null;
};

export function sourceBook(): SourceBook {
  const known = new Map<string, Source>();
  const learn = (source: Source): Source => {
    const before = known.get(source.id.toLowerCase());
    if (before) return before;
    known.set(source.id.toLowerCase(), source);
    return source;
  };
  return {
    organisation: (resource) => {
      const found = parsed(organization, resource);
      if (!found) return null;
      const ods = (found.identifier ?? []).find(
        ({ system }) => system === identifierSystem.odsOrganisation,
      );
      const id = shownText(ods?.value, 60) ?? shownText(found.id, 64);
      if (id === null) return null;
      const name = shownText(found.name, 120) ?? id;
      const tag = shownText(found.alias?.[0], 12);
      if (tag !== null) known.delete(id.toLowerCase());
      return learn({ id, name, tag: tag ?? initials(name) });
    },
    report: (issue) => {
      const found = sourceIssue(issue);
      if (!found) return null;
      const { askedAt, took, upTo, keeps } = found;
      return {
        source: learn(found.source),
        state: sourceState(found),
        askedAt,
        took,
        upTo,
        keeps,
      };
    },
    byUri: (uri) => {
      const last = uri?.split(/[/#|:]/).findLast((segment) => segment !== '');
      return last === undefined ? null : (known.get(last.toLowerCase()) ?? null);
    },
  };
}
