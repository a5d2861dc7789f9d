/** Beside the open record: one letter at a time, and printing. Neither changes what is shown. */
import type { Attachment } from '../domain/summary/item.ts';
import type { Event } from './event.ts';
import type { Showing } from './state.ts';
import type { Step } from './step.ts';

/** Null for an event that is about neither. */
export function aside(state: Showing, event: Event): Step | null {
  return letter(state, event) ?? printing(state, event);
}

function letter(state: Showing, event: Event): Step | null {
  switch (event.type) {
    case 'document-asked':
      return askFor(state, event.item, event.file);
    case 'document-closed':
      return [{ ...state, document: null }, []];
    case 'document-read':
    case 'document-failed': {
      const { item, file } = event;
      const { document } = state;
      // Of a letter that was closed, or another opened meanwhile, nothing is shown.
      const awaited =
        document?.type === 'loading' && document.item === item && document.file === file;
      if (!awaited) return [state, []];
      return event.type === 'document-read'
        ? [{ ...state, document: { item, file, type: 'read', reading: event.reading } }, []]
        : [{ ...state, document: { item, file, type: 'failed', failure: event.failure } }, []];
    }
    default:
      return null;
  }
}

function askFor(state: Showing, item: string, file: number): Step {
  const attachment = attachmentsOf(state, item)[file];
  if (!attachment) return [state, []];
  const { receipt } = state;
  return [
    { ...state, document: { item, file, type: 'loading' } },
    [{ type: 'read-document', item, file, attachment, receipt }],
  ];
}

/** Only what the summary on screen lists can be opened. */
function attachmentsOf({ summary }: Showing, key: string): readonly Attachment[] {
  const item = summary.items.find((each) => each.key === key);
  return item && 'attachments' in item ? item.attachments : [];
}

function printing(state: Showing, event: Event): Step | null {
  const { print } = state;
  switch (event.type) {
    case 'print-asked': {
      if (print?.type === 'recording' || print?.type === 'ready') return [state, []];
      const { printId } = event;
      const { receipt, verified } = state;
      const patient = verified.patient.ref;
      return [
        { ...state, print: { printId, type: 'recording' } },
        [{ type: 'record-print', printId, patient, receipt }],
      ];
    }
    case 'print-recorded':
    case 'print-failed': {
      const { printId } = event;
      if (print?.type !== 'recording' || print.printId !== printId) return [state, []];
      return event.type === 'print-recorded'
        ? [{ ...state, print: { printId, type: 'ready', at: event.at } }, []]
        : [{ ...state, print: { printId, type: 'failed', failure: event.failure } }, []];
    }
    case 'print-closed':
      return [{ ...state, print: null }, []];
    default:
      return null;
  }
}
