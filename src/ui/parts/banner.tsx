/**
 * The patient banner: who this is, in the order clinicians know, never truncated.
 * Source: NHS Common User Interface, patient banner; domain notes section 10.
 */
import type { ComponentChildren } from 'preact';
import { formatAge } from '../../domain/age.ts';
import type { ClinicalDate } from '../../domain/clinical-date.ts';
import { formatNhsNumber, type NhsNumber } from '../../domain/nhs-number.ts';
import { type Demographics, formatGender, formatName } from '../../domain/person.ts';
import { bannerWords } from '../wording/frame.ts';
import { DateText } from './date-text.tsx';

type Props = {
  readonly person: Demographics & { readonly nhsNumber: NhsNumber };
  readonly now: ClinicalDate;
  /** One line, where the host shows its own banner (`need_patient_banner=false`); never none. */
  readonly compact: boolean;
};

export function Banner({ person, now, compact }: Props) {
  return (
    <section
      class={compact ? 'banner banner--compact' : 'banner'}
      aria-label={bannerWords.landmark}
      data-banner={compact ? 'compact' : 'full'}
    >
      <p class="banner__name">{formatName(person)}</p>
      <dl class="banner__facts">
        <Fact label={bannerWords.born}>
          <Born birthDate={person.birthDate} now={now} />
        </Fact>
        <Fact label={bannerWords.gender}>{formatGender(person.gender)}</Fact>
        <Fact label={bannerWords.nhsNumber}>
          <span class="nowrap copyable">{formatNhsNumber(person.nhsNumber)}</span>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="banner__fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Born({ birthDate, now }: { birthDate: ClinicalDate | null; now: ClinicalDate }) {
  if (birthDate === null) return <>{bannerWords.notKnown}</>;
  const age = formatAge(birthDate, now);
  return (
    <>
      <DateText date={birthDate} />
      {age && <span class="nowrap"> ({age})</span>}
    </>
  );
}
