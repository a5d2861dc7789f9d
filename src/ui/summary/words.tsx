/** How facts are put into a line: parts of a sentence, marks that must not be overlooked. */
import { type ComponentChildren, Fragment } from 'preact';
import type { ClinicalDate } from '../../domain/clinical-date.ts';
import { DateText } from '../parts/date-text.tsx';
import { unbroken } from '../parts/unbroken.tsx';
import { measuredWords } from '../wording/results.ts';

type Props = {
  readonly of: readonly ComponentChildren[];
  /** What stands before them, where there are any. */
  readonly lead?: string;
};

/** Parts of a sentence that are there, separated as a clinician would read them. */
export function Words({ of, lead = ': ' }: Props) {
  const said = of.filter((part) => part !== null && part !== false && part !== '');
  if (said.length === 0) return null;
  return (
    <span class="item__detail">
      {lead}
      {said.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          {unbroken(part)}
        </Fragment>
      ))}
    </span>
  );
}

/** A status that must not be overlooked, in words and bold. */
export function Mark({ children }: { children: ComponentChildren }) {
  return (
    <>
      {' '}
      <span class="mark">{unbroken(children)}</span>
    </>
  );
}

/** What was measured. */
export function Value({ of }: { of: string | null }) {
  const words = of ?? measuredWords.noValue;
  // All of a short one is held together, without another element around it.
  return words.length <= 16 ? (
    <span class="value nowrap">{words}</span>
  ) : (
    <span class="value">{unbroken(words)}</span>
  );
}

/** "started 12-Nov-2026", or nothing where no date is known. */
export function dated(word: string, date: ClinicalDate | null): ComponentChildren {
  return (
    date && (
      <Fragment key={word}>
        {word} <DateText date={date} />
      </Fragment>
    )
  );
}
