import { Fragment } from 'preact';
import { useContext } from 'preact/hooks';
import type { SourceId } from '../../domain/source.ts';
import { nameOf, SourceNamesContext } from './source-names.ts';

/** The tag's colour is never its only meaning: its letters say it, and its title in full. */
export function SourceTag({ source, place = '' }: { source: SourceId; place?: string }) {
  const { tag, name, tone } = nameOf(useContext(SourceNamesContext), source);
  return (
    <abbr class={`tag tag--${tone}${place}`} title={name} role="img" aria-label={name}>
      {tag}
    </abbr>
  );
}

/** Several, told apart by a blank also where their words are copied or searched for. */
export function SourceTags({ sources }: { sources: readonly SourceId[] }) {
  return (
    <>
      {sources.map((source, at) => (
        <Fragment key={source}>
          {at > 0 && ' '}
          <SourceTag source={source} />
        </Fragment>
      ))}
    </>
  );
}
