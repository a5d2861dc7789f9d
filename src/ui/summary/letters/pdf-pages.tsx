/** The pages of a PDF, one after the other, each with its words for those who can not see it. */
import type { JSX, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { NotHad, part, useLed, WithPart } from '../../parts/later.tsx';
import { pdfWords, letterWords } from '../../wording/letters.ts';
import type { PdfFile, PdfOpening } from './pdf-file.ts';

/** Pages drawn at first, and more at a time. */
const step = 10;

const zooms = [100, 150, 200, 300] as const;

const pdfReader = part(async () => (await import('./pdf-file.ts')).openPdf);

type OpenPdf = (bytes: Uint8Array) => Promise<PdfOpening>;

type Props = {
  readonly bytes: Uint8Array;
  /** The letter's title: whoever tried again is led there. */
  readonly heading: RefObject<HTMLElement | null>;
};

export function PdfPages({ bytes, heading }: Props) {
  const until = <p role="status">{letterWords.opening}</p>;
  return (
    <WithPart of={pdfReader} until={until} leadTo={heading}>
      {(openPdf) => <Opened openPdf={openPdf} bytes={bytes} heading={heading} />}
    </WithPart>
  );
}

function Opened({ openPdf, bytes, heading }: Props & { readonly openPdf: OpenPdf }) {
  const [tries, setTries] = useState(1);
  /** Null until it is known. */
  const [opening, setOpening] = useState<PdfOpening | null>(null);
  const place = useLed(opening?.type ?? 'opening', heading);
  useEffect(() => {
    let isGone = false;
    let close = (): void => undefined;
    void openPdf(bytes).then((found) => {
      if (found.type === 'open') ({ close } = found.file);
      if (isGone) close();
      else setOpening(found);
    });
    return () => {
      isGone = true;
      close();
    };
  }, [bytes, tries]);
  const tryAgain = () => {
    setOpening(null);
    setTries(tries + 1);
  };
  return <div ref={place}>{pagesOf(opening, tries > 1, tryAgain)}</div>;
}

function pagesOf(opening: PdfOpening | null, isAgain: boolean, tryAgain: () => void): JSX.Element {
  switch (opening?.type) {
    case undefined:
      return isAgain ? (
        <NotHad tryAgain={null} meanwhile={letterWords.opening} />
      ) : (
        <p role="status">{letterWords.opening}</p>
      );
    case 'damaged':
      return (
        <p class="letter__unshown" role="alert">
          {pdfWords.broken}
        </p>
      );
    case 'not-read':
      return <NotHad why={pdfWords.notRead} tryAgain={tryAgain} />;
    case 'open':
      return <Pages file={opening.file} />;
  }
}

function Pages({ file }: { file: PdfFile }) {
  const [shown, setShown] = useState(step);
  const [drawn, setDrawn] = useState(0);
  const [zoom, setZoom] = useState(0);
  const [wordsOnly, setWordsOnly] = useState(false);
  const left = file.pages - shown;
  const count = Math.min(file.pages, shown, drawn + 1);
  return (
    <div class={wordsOnly ? 'pdf pdf--words' : 'pdf'}>
      <div class="pdf__tools">
        <p class="count">{pdfWords.pages(file.pages)}</p>
        {!wordsOnly && <Zoom zoom={zoom} onChange={setZoom} />}
        <button
          type="button"
          class="button button--link"
          onClick={() => {
            setWordsOnly(!wordsOnly);
          }}
        >
          {wordsOnly ? pdfWords.asPages : pdfWords.wordsOnly}
        </button>
      </div>
      {Array.from({ length: count }, (_, index) => (
        <Page
          key={index}
          file={file}
          page={index + 1}
          zoom={zooms[zoom] ?? 100}
          wordsOnly={wordsOnly}
          onDrawn={() => {
            setDrawn((before) => Math.max(before, index + 1));
          }}
        />
      ))}
      {left > 0 && drawn >= shown && (
        <button
          type="button"
          class="button button--link"
          onClick={() => {
            setShown(shown + step);
          }}
        >
          {pdfWords.morePages(Math.min(step, left), file.pages)}
        </button>
      )}
    </div>
  );
}

function Zoom({ zoom, onChange }: { zoom: number; onChange: (zoom: number) => void }) {
  const button = (words: string, to: number) => (
    <button
      type="button"
      class="button button--link"
      aria-disabled={zooms[to] === undefined ? true : undefined}
      onClick={() => {
        if (zooms[to] !== undefined) onChange(to);
      }}
    >
      {words}
    </button>
  );
  return (
    <div role="group" aria-label={pdfWords.size} class="pdf__zoom">
      {button(pdfWords.smaller, zoom - 1)}
      {button(pdfWords.larger, zoom + 1)}
    </div>
  );
}

type PageProps = {
  readonly file: PdfFile;
  readonly page: number;
  /** Per cent of the letter's width. */
  readonly zoom: number;
  readonly wordsOnly: boolean;
  /** Called once the page is there, or can not be had: the next one's turn. */
  readonly onDrawn: () => void;
};

function Page({ file, page, zoom, wordsOnly, onDrawn }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState('');
  const [isDrawn, setIsDrawn] = useState<boolean | null>(null);
  useEffect(() => {
    let isGone = false;
    void drawn(file, page, canvas.current).then((result) => {
      if (isGone) return;
      setWords(result.words);
      setIsDrawn(result.isDrawn);
      onDrawn();
    });
    return () => {
      isGone = true;
    };
  }, [file, page]);
  const enlarged = zoom > 100 && !wordsOnly;
  return (
    <div class="pdf__page">
      <h3 class="pdf__number">{pdfWords.page(page, file.pages)}</h3>
      <div
        class="pdf__sheet"
        {...(enlarged
          ? { tabIndex: 0, role: 'region', 'aria-label': pdfWords.pagePicture(page) }
          : {})}
      >
        <canvas ref={canvas} aria-hidden="true" class={`pdf__canvas pdf__canvas--${zoom}`} />
      </div>
      {isDrawn === false && <p>{pdfWords.notDrawn}</p>}
      {isDrawn !== null && (
        <div class={wordsOnly ? 'letter__text' : 'hidden'}>
          {words === '' ? pdfWords.noWords : words}
        </div>
      )}
    </div>
  );
}

/** A page that can not be drawn may still have words, and the other way round. */
async function drawn(file: PdfFile, page: number, canvas: HTMLCanvasElement | null) {
  const pixels = Math.min(2, window.devicePixelRatio) * (canvas?.parentElement?.clientWidth ?? 0);
  const width = Math.min(1800, Math.max(1200, pixels * 1.5));
  const isDrawn = canvas
    ? await file.draw(page, canvas, width).then(
        () => true,
        () => false,
      )
    : false;
  const words = await file.words(page).catch(() => '');
  return { isDrawn, words };
}
