/** Permission given earlier in this encounter: said again, with a way to ask and a way to stop. */
import type { OwnPermit } from '../../domain/access.ts';
import { parseClinicalDate } from '../../domain/clinical-date.ts';
import { Button } from '../parts/button.tsx';
import { DateText } from '../parts/date-text.tsx';
import { standingWords, whoSaidYes } from '../wording/standing.ts';
import type { Gate } from './use-gate.ts';

export function StandingPermission({ permit, gate }: { permit: OwnPermit; gate: Gate }) {
  const recorded = parseClinicalDate(permit.recordedAt);
  const until = permit.until === null ? null : parseClinicalDate(permit.until);
  return (
    <div class="stands">
      <p>
        <strong>{whoSaidYes(permit)}</strong>.
        {recorded && (
          <>
            {' '}
            {standingWords.recorded} <DateText date={recorded} withTime />.
          </>
        )}
      </p>
      <p>
        {until ? (
          <>
            {standingWords.until} <DateText date={until} withTime />.
          </>
        ) : (
          standingWords.untilEncounterEnds
        )}
      </p>
      <p>
        <Button look="link" disabled={gate.recording} onPress={gate.refuse}>
          {standingWords.changedMind}
        </Button>
      </p>
    </div>
  );
}
