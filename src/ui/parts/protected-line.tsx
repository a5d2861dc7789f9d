import { frameWords } from '../wording/frame.ts';

/** Under the banner for as long as the patient is on screen (domain notes, section 3). */
export function ProtectedLine() {
  return (
    <p class="protected">
      <strong>{frameWords.protectedLabel}</strong> {frameWords.protectedNote}
    </p>
  );
}
