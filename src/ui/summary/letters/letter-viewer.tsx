/** One letter: what it is, who wrote it and when, then the letter as it was written. */
import type { RefObject } from 'preact';
import { useContext, useLayoutEffect } from 'preact/hooks';
import type { DocumentContent } from '../../../domain/summary/document-content.ts';
import type { Item } from '../../../domain/summary/item.ts';
import type { DocumentView } from '../../../flow/state.ts';
import { DateText } from '../../parts/date-text.tsx';
import { part, useLater } from '../../parts/later.tsx';
import { failureWords } from '../../wording/failures.ts';
import { letterFileWords } from '../../wording/letter-files.ts';
import { letterWords, unshownLetter } from '../../wording/letters.ts';
import { nameOf, SourceNamesContext } from '../source-names.ts';
import { SourceTag } from '../source-tag.tsx';
import { useView } from '../view.ts';

type Props = {
  readonly view: DocumentView;
  readonly item: Item;
  readonly heading: RefObject<HTMLHeadingElement | null>;
};

export function LetterViewer({ view, item, heading }: Props) {
  const { send } = useView();
  // The heading that had the focus while this code was fetched is gone.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section class="panel letter" aria-labelledby="letter-title">
      <div class="letter__bar">
        <button
          type="button"
          class="button button--secondary"
          onClick={() => {
            send({ type: 'close-document' });
          }}
        >
          {letterFileWords.back}
        </button>
      </div>
      <h2 id="letter-title" ref={heading} tabIndex={-1}>
        {item.title}
      </h2>
      <About item={item} />
      <Letter view={view} title={item.title} />
    </section>
  );
}

function About({ item }: { item: Item }) {
  const { name } = nameOf(useContext(SourceNamesContext), item.source);
  const type = 'type' in item ? item.type : null;
  const status = 'status' in item && item.kind === 'document' ? item.status : null;
  const said = [type, item.author].filter((part) => part !== null);
  return (
    <>
      {status && <p class="letter__status">{letterWords.status(status)}</p>}
      <p class="letter__about">
        {said.length > 0 && `${said.join(' · ')} · `}
        {item.date && <DateText date={item.date} withTime />} <SourceTag source={item.source} />
      </p>
      <p class="letter__about">{letterWords.asWritten(name)}</p>
    </>
  );
}

function Letter({ view, title }: { view: DocumentView; title: string }) {
  const { send, policy } = useView();
  switch (view.type) {
    case 'loading':
      return <p role="status">{letterWords.opening}</p>;
    case 'failed':
      return (
        <div role="alert">
          <p>{failureWords(view.failure, `The ${policy.exchangeName}`)}</p>
          <button
            type="button"
            class="button button--secondary"
            onClick={() => {
              send({ type: 'open-document', item: view.item, file: view.file });
            }}
          >
            {letterWords.tryAgain}
          </button>
        </div>
      );
    case 'read':
      return view.reading.type === 'content' ? (
        <Content content={view.reading.content} title={title} />
      ) : (
        <p class="letter__unshown" role="alert">
          {unshownLetter(view.reading)}
        </p>
      );
  }
}

const letterContent = part(async () => (await import('./letter-content.tsx')).LetterContent);

function Content({ content, title }: { content: DocumentContent; title: string }) {
  const later = useLater(letterContent);
  switch (later.type) {
    case 'loading':
      return <p role="status">{letterWords.opening}</p>;
    case 'failed':
      return <p role="alert">{letterWords.codeFailed}</p>;
    case 'loaded':
      return <later.value content={content} title={title} />;
  }
}
