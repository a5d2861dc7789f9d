/** The first ten seconds, in the order they are needed (scenarios, "First ten seconds"). */
import { differenceWords, firstLookWords } from '../../wording/first-look.ts';
import { Allergies } from '../allergies.tsx';
import { EntrySection } from '../entry-section.tsx';
import { Problems } from '../problems.tsx';
import { KindBoundary, SectionBoundary } from '../section-boundary.tsx';
import { useView } from '../view.ts';
import { Critical } from './critical.tsx';
import { Differences } from './differences.tsx';
import { KeyResults } from './key-results.tsx';
import { LastDays } from './last-days.tsx';
import { Plans } from './plans.tsx';
import { Safeguarding } from './safeguarding.tsx';

/** Each panel works out its own content, inside a boundary of its own. */
export function FirstLook() {
  const { summary: of } = useView();
  return (
    <>
      <KindBoundary kind="emergency-plan" of={of}>
        <Plans />
      </KindBoundary>
      {/* Two columns where there is room; what is read first comes first in either. */}
      <div class="look look--first">
        <KindBoundary kind="allergy" of={of}>
          <Allergies />
        </KindBoundary>
        <SectionBoundary id="critical" name={firstLookWords.critical} of={of}>
          <Critical />
        </SectionBoundary>
        <KindBoundary kind="alert" of={of}>
          <EntrySection kind="alert" first={50} />
        </KindBoundary>
        <KindBoundary kind="safeguarding" of={of}>
          <Safeguarding />
        </KindBoundary>
      </div>
      <div class="look">
        <div>
          <KindBoundary kind="problem" of={of}>
            <Problems />
          </KindBoundary>
          <SectionBoundary id="differences" name={differenceWords.heading} of={of}>
            <Differences />
          </SectionBoundary>
        </div>
        <div>
          <KindBoundary kind="pregnancy" of={of}>
            <EntrySection kind="pregnancy" />
          </KindBoundary>
          <SectionBoundary id="key-results" name={firstLookWords.keyResults} of={of}>
            <KeyResults />
          </SectionBoundary>
          <SectionBoundary id="last-days" name={firstLookWords.lastDays} of={of}>
            <LastDays />
          </SectionBoundary>
        </div>
      </div>
    </>
  );
}
