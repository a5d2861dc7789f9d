/** What a letter holds, drawn: words, a picture, or the pages of a PDF. Loaded with the first one. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DocumentContent } from '../../../domain/summary/document-content.ts';
import { letterWords } from '../../wording/letters.ts';
import { PdfPages } from './pdf-pages.tsx';

type Props = {
  readonly content: DocumentContent;
  readonly title: string;
  /** The letter's title on screen: whoever tried again is led there. */
  readonly heading: RefObject<HTMLElement | null>;
};

export function LetterContent({ content, title, heading }: Props) {
  switch (content.type) {
    case 'text':
      return <Text text={content.text} />;
    case 'image':
      return <Picture mime={content.mime} bytes={content.bytes} title={title} />;
    case 'pdf':
      return <PdfPages bytes={content.bytes} heading={heading} />;
  }
}

/** More characters than this are drawn when they are asked for. */
const longestText = 100_000;

function Text({ text }: { text: string }) {
  const [whole, setWhole] = useState(text.length <= longestText);
  return (
    <>
      <div class="letter__text">{whole ? text : text.slice(0, longestText)}</div>
      {!whole && (
        <p>
          {letterWords.cut}{' '}
          <button
            type="button"
            class="button button--link"
            onClick={() => {
              setWhole(true);
            }}
          >
            {letterWords.showAll}
          </button>
        </p>
      )}
    </>
  );
}

type PictureProps = {
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly title: string;
};

/** Its address is the page's own and ends with it: nothing is left behind for other pages. */
function Picture({ mime, bytes, title }: PictureProps) {
  const [url, setUrl] = useState<string | null>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }));
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [mime, bytes]);
  if (broken) return <p role="alert">{letterWords.brokenPicture}</p>;
  if (url === null) return null;
  return (
    <img
      class="letter__picture"
      src={url}
      alt={letterWords.picture(title)}
      onError={() => {
        setBroken(true);
      }}
    />
  );
}
