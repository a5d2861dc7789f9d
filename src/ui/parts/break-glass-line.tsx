import type { AccessReceipt } from '../../domain/access.ts';
import { formatTime, parseClinicalDate } from '../../domain/clinical-date.ts';
import { frameWords } from '../wording/frame.ts';

type Props = {
  readonly receipt: AccessReceipt;
  /** Then there is nobody to tell. */
  readonly hasDied: boolean;
};

/** Stays for as long as a record opened by break glass is on screen. */
export function BreakGlassLine({ receipt, hasDied }: Props) {
  if (receipt.basis !== 'break-glass') return null;
  const at = parseClinicalDate(receipt.recordedAt);
  const opened = frameWords.breakGlassOpen((at && formatTime(at)) ?? '');
  return <p class="break-glass">{hasDied ? opened : `${opened} · ${frameWords.tellPatient}`}</p>;
}
