/** Beneath a letter's title: who wrote it and when, then the letter as it was written. */
import type { RefObject } from 'preact';
import { useContext, useRef } from 'preact/hooks';
import type { DocumentContent } from '../../../domain/summary/document-content.ts';
import type { Item } from '../../../domain/summary/item.ts';
import type { DocumentView } from '../../../flow/state.ts';
import { DateText } from '../../parts/date-text.tsx';
import { NotHad, part, useLed, WithPart } from '../../parts/later.tsx';
import { failureWords } from '../../wording/failures.ts';
import { letterWords, unshownLetter } from '../../wording/letters.ts';
import { nameOf, SourceNamesContext } from '../source-names.ts';
import { SourceTag } from '../source-tag.tsx';
import { useView } from '../view.ts';

type Props = {
  readonly view: DocumentView;
  readonly item: Item;
  /** The letter's title, which stands above: whoever tried again is led there. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
};

export function LetterViewer({ view, item, heading }: Props) {
  const place = useLed(view.type, heading);
  return (
    <>
      <About item={item} />
      <div ref={place}>
        <Letter view={view} title={item.title} heading={heading} />
      </div>
    </>
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

type LetterProps = Pick<Props, 'view' | 'heading'> & { readonly title: string };

function Letter({ view, title, heading }: LetterProps) {
  const { send, policy } = useView();
  // What offers another try stays until it has come, or is lost again.
  const isAgain = useRef(false);
  if (view.type !== 'loading') isAgain.current = view.type === 'failed';
  switch (view.type) {
    case 'loading':
      return isAgain.current ? (
        <NotHad tryAgain={null} meanwhile={letterWords.opening} />
      ) : (
        <p role="status">{letterWords.opening}</p>
      );
    case 'failed':
      return (
        <NotHad
          why={failureWords(view.failure, `The ${policy.exchangeName}`)}
          tryAgain={() => send({ type: 'open-document', item: view.item, file: view.file })}
        />
      );
    case 'read':
      return view.reading.type === 'content' ? (
        <Content content={view.reading.content} title={title} heading={heading} />
      ) : (
        <p class="letter__unshown" role="alert">
          {unshownLetter(view.reading)}
        </p>
      );
  }
}

const letterContent = part(async () => (await import('./letter-content.tsx')).LetterContent);

type ContentProps = Pick<LetterProps, 'title' | 'heading'> & { readonly content: DocumentContent };

function Content({ content, title, heading }: ContentProps) {
  const until = <p role="status">{letterWords.opening}</p>;
  return (
    <WithPart of={letterContent} until={until} leadTo={heading}>
      {(LetterContent) => <LetterContent content={content} title={title} heading={heading} />}
    </WithPart>
  );
}
