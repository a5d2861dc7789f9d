/** In place of the summary while a recorded printing is on screen. Its code comes when it is asked for. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Summary } from '../../../domain/summary/summary.ts';
import type { Showing } from '../../../flow/state.ts';
import { Button } from '../../parts/button.tsx';
import { printingWords } from '../../wording/printing.ts';
import { Kept } from '../section-boundary.tsx';
import { useView } from '../view.ts';
import type { PrintViewProps } from './print-view.tsx';

type Props = { readonly state: Showing; readonly summary: Summary };
type Loaded = { readonly View: ComponentType<PrintViewProps> | null };

/** Draw it where `state.print` is `ready`, inside the open record's `ViewContext`. */
export function PrintLayer({ state, summary }: Props) {
  const view = useView();
  const [loaded, setLoaded] = useState<Loaded | 'failed'>({ View: null });
  useEffect(() => {
    let wanted = true;
    import('./print-view.tsx').then(
      ({ PrintView }) => {
        if (wanted) setLoaded({ View: PrintView });
      },
      () => {
        if (wanted) setLoaded('failed');
      },
    );
    return () => {
      wanted = false;
    };
  }, []);
  return (
    <>
      {/* For whom the browser shows no dialog, and for whoever closes it and wants to go on. */}
      <p class="print-close">
        <Button look="link" onPress={() => view.send({ type: 'close-print' })}>
          {printingWords.close}
        </Button>
      </p>
      {loaded === 'failed' ? (
        <p role="alert">{printingWords.notLoaded}</p>
      ) : loaded.View ? (
        // A page without its head is nobody's: then there is no paper at all.
        <Kept of={summary} instead={<p role="alert">{printingWords.notLoaded}</p>}>
          <loaded.View state={state} summary={summary} view={view} />
        </Kept>
      ) : (
        <p role="status">{printingWords.loading}</p>
      )}
    </>
  );
}
