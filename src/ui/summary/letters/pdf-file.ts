/**
 * A PDF through pdf.js, which is drawn and read but never run: no scripts, no forms, no links, no
 * fonts or maps from anywhere. Loaded with the first PDF.
 */
import {
  getDocument,
  PDFWorker,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { safeLines } from '../../../domain/unsafe-characters.ts';
import { trustedWorker } from './trusted-worker.ts';

export type PdfFile = {
  readonly pages: number;
  /** Draws one page, from 1, about so many pixels wide, and sets the canvas to its size. */
  readonly draw: (page: number, canvas: HTMLCanvasElement, width: number) => Promise<void>;
  /** The words of one page, line by line; empty for a scan. */
  readonly words: (page: number) => Promise<string>;
  readonly close: () => void;
};

/** A page whose drawing would take more pixels is drawn coarser. */
const mostPixels = 6_000_000;

/** How long a file may take to show that it is a PDF. */
const patienceMs = 30_000;

export type PdfOpening =
  | { readonly type: 'open'; readonly file: PdfFile }
  /** Or locked with a password. */
  | { readonly type: 'damaged' }
  /** What reads PDFs could not be had, or took too long: nothing is known of the file. */
  | { readonly type: 'not-read' };

/** Never rejects. */
export async function openPdf(bytes: Uint8Array): Promise<PdfOpening> {
  try {
    return await openedBy(trustedWorker(workerUrl), bytes);
  } catch {
    return { type: 'not-read' };
  }
}

async function openedBy(port: Worker, bytes: Uint8Array): Promise<PdfOpening> {
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    // The worker takes the bytes away; the letter keeps its own.
    data: new Uint8Array(bytes),
    worker,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    disableAutoFetch: true,
    disableRange: true,
    disableStream: true,
    stopAtErrors: false,
    maxImageSize: 40_000_000,
    verbosity: VerbosityLevel.ERRORS,
  });
  const close = () => {
    void task.destroy().catch(() => undefined);
    worker.destroy();
    port.terminate();
  };
  const opening = await Promise.race([
    task.promise.then(
      (pdf): PdfOpening => ({ type: 'open', file: fileOf(pdf, close) }),
      (): PdfOpening => ({ type: 'damaged' }),
    ),
    notRead(port, patienceMs),
  ]);
  if (opening.type !== 'open') close();
  return opening;
}

function notRead(port: Worker, afterMs: number): Promise<PdfOpening> {
  return new Promise((resolve) => {
    const give = () => resolve({ type: 'not-read' });
    const timer = setTimeout(give, afterMs);
    port.addEventListener('error', () => {
      clearTimeout(timer);
      give();
    });
  });
}

function fileOf(pdf: PDFDocumentProxy, close: () => void): PdfFile {
  return {
    pages: pdf.numPages,
    close,
    draw: async (number, canvas, width) => {
      const page = await pdf.getPage(number);
      const natural = page.getViewport({ scale: 1 });
      const wanted = width / natural.width;
      const most = Math.sqrt(mostPixels / (natural.width * natural.height));
      const viewport = page.getViewport({ scale: Math.min(wanted, most) });
      canvas.width = Math.ceil(viewport.width);
      canvas.height = Math.ceil(viewport.height);
      await page.render({ canvas, viewport }).promise;
      page.cleanup();
    },
    words: async (number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      const words = items.map((item) =>
        'str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '',
      );
      return safeLines(words.join('')).trim();
    },
  };
}
