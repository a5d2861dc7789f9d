/** The summary, or the one letter that is open in its place; the patient's banner stays above. */
import '../../styles/letters.scss';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Item } from '../../../domain/summary/item.ts';
import type { DocumentView } from '../../../flow/state.ts';
import { Button } from '../../parts/button.tsx';
import { part, WithPart } from '../../parts/later.tsx';
import { letterFileWords } from '../../wording/letter-files.ts';
import { useView } from '../view.ts';

type Props = {
  /** The open letter; null for none. */
  readonly view: DocumentView | null;
  /** The summary, which stays as it was while a letter is read. */
  readonly children: ComponentChildren;
};

export function LetterLayer({ view, children }: Props) {
  const { send, summary } = useView();
  const heading = useRef<HTMLHeadingElement>(null);
  const item = view && summary.items.find(({ key }) => key === view.item);
  const open = view && item ? `${view.item} ${view.file}` : null;
  useComeAndGo(open, heading);
  useEffect(() => {
    if (open === null) return;
    const close = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') send({ type: 'close-document' });
    };
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('keydown', close);
    };
  }, [open]);
  return (
    <>
      <div hidden={open !== null}>{children}</div>
      {view && item && <Letter key={open} view={view} item={item} heading={heading} />}
    </>
  );
}

export const letterViewer = part(async () => (await import('./letter-viewer.tsx')).LetterViewer);

type LetterProps = {
  readonly view: DocumentView;
  readonly item: Item;
  readonly heading: RefObject<HTMLHeadingElement | null>;
};

/** Its title, which holds the focus, and a way back are there before its viewer has come. */
function Letter({ view, item, heading }: LetterProps) {
  const { send } = useView();
  return (
    <section class="panel letter" aria-labelledby="letter-title">
      <div class="letter__bar">
        <Button look="secondary" onPress={() => send({ type: 'close-document' })}>
          {letterFileWords.back}
        </Button>
      </div>
      <h2 id="letter-title" ref={heading} tabIndex={-1}>
        {item.title}
      </h2>
      <WithPart of={letterViewer} leadTo={heading}>
        {(LetterViewer) => <LetterViewer view={view} item={item} heading={heading} />}
      </WithPart>
    </section>
  );
}

/** Focus goes to the letter's heading, and back to where it came from: the page as it was. */
function useComeAndGo(open: string | null, heading: RefObject<HTMLHeadingElement | null>): void {
  useLayoutEffect(() => {
    if (open === null) return;
    const page = document.documentElement;
    const { scrollTop } = page;
    const opener = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    page.scrollTop = 0;
    return () => {
      page.scrollTop = scrollTop;
      const isThere = opener instanceof HTMLElement && opener.isConnected;
      const target = isThere ? opener : document.querySelector<HTMLElement>('#main h1');
      target?.focus({ preventScroll: isThere });
    };
  }, [open]);
}
