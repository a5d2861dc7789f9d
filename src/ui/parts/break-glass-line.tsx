import type { AccessReceipt } from '../../domain/access.ts';
import { formatTime, parseClinicalDate } from '../../domain/clinical-date.ts';
import { frameWords } from '../wording/frame.ts';

/** Stays for as long as a record opened by break glass is on screen. */
export function BreakGlassLine({ receipt }: { receipt: AccessReceipt }) {
  if (receipt.basis !== 'break-glass') return null;
  const at = parseClinicalDate(receipt.recordedAt);
  return <p class="break-glass">{frameWords.breakGlassOpen((at && formatTime(at)) ?? '')}</p>;
}
