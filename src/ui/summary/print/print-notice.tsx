/** On screen while a printing is recorded, and where it could not be. */
import type { Showing } from '../../../flow/state.ts';
import type { Send } from '../../intent.ts';
import { Button } from '../../parts/button.tsx';
import { printingWords } from '../../wording/printing.ts';

type Props = { readonly print: Showing['print']; readonly send: Send };

/** Nothing where there is no printing, or where it is recorded: then the print view is drawn. */
export function PrintNotice({ print, send }: Props) {
  if (print?.type === 'recording') return <p role="status">{printingWords.recording}</p>;
  if (print?.type !== 'failed') return null;
  return (
    <div class="panel print-failed" role="alert">
      <p>
        <strong>{printingWords.notRecorded}</strong>{' '}
        <span class="nowrap">{printingWords.reference(print.failure.reference)}</span>
      </p>
      <Button look="secondary" onPress={() => send({ type: 'print' })}>
        {printingWords.tryAgain}
      </Button>
      <Button look="link" onPress={() => send({ type: 'close-print' })}>
        {printingWords.close}
      </Button>
    </div>
  );
}
