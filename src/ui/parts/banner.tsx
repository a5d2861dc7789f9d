/**
 * The patient banner: who this is, in the order clinicians know, never truncated.
 * Source: NHS Common User Interface, patient banner; domain notes section 10.
 */
import type { ComponentChildren } from 'preact';
import { formatAge } from '../../domain/age.ts';
import type { ClinicalDate } from '../../domain/clinical-date.ts';
import { formatNhsNumber, type NhsNumber } from '../../domain/nhs-number.ts';
import { type Deceased, type Demographics, formatGender, formatName } from '../../domain/person.ts';
import { bannerWords } from '../wording/frame.ts';
import { DateText } from './date-text.tsx';

type Props = {
  readonly person: Demographics & { readonly nhsNumber: NhsNumber };
  /** By both systems' word; an informal notice is said, and does not make a banner of the dead. */
  readonly death: Deceased | null;
  readonly now: ClinicalDate;
  /** One line, where the host shows its own banner (`need_patient_banner=false`); never none. */
  readonly compact: boolean;
  /** Said beside the name where the screen has room for one line only (400 % zoom). */
  readonly breakGlass?: boolean;
};

/** Registered, or not said to be otherwise (domain notes, section 6). */
export function hasDied(death: Deceased | null): boolean {
  return death !== null && death.notice !== 'informal';
}

export function Banner({ person, death, now, compact, breakGlass = false }: Props) {
  const died = hasDied(death) ? death : null;
  const looks = [
    ...['banner', compact && 'banner--compact', died && 'banner--died'],
    breakGlass && 'banner--broken-glass',
  ];
  const number = formatNhsNumber(person.nhsNumber);
  return (
    <section
      class={looks.filter(Boolean).join(' ')}
      aria-label={bannerWords.landmark}
      data-banner={compact ? 'compact' : 'full'}
    >
      <p
        class="banner__name"
        data-brief={breakGlass ? `${number} · ${bannerWords.breakGlass}` : number}
      >
        {formatName(person)}{' '}
      </p>
      <dl class="banner__facts">
        <Fact label={bannerWords.born} plain>
          <Born birthDate={person.birthDate} now={died ? null : now} />
        </Fact>
        {died && <Died birthDate={person.birthDate} on={died.date} />}
        {death?.notice === 'informal' && (
          <Fact label={bannerWords.deathNotice}>
            {bannerWords.informal}
            {death.date && (
              <>
                , <DateText date={death.date} />
              </>
            )}
          </Fact>
        )}
        <Fact label={bannerWords.gender} plain>
          {formatGender(person.gender)}
        </Fact>
        <Fact label={bannerWords.nhsNumber}>
          <span class="nowrap copyable">{number}</span>
        </Fact>
      </dl>
    </section>
  );
}

type FactProps = {
  readonly label: string;
  /** Says itself what it is: in one line its label is for screen readers only. */
  readonly plain?: boolean;
  readonly children: ComponentChildren;
};

function Fact({ label, plain = false, children }: FactProps) {
  return (
    <div class={plain ? 'banner__fact banner__fact--plain' : 'banner__fact'}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type BornProps = {
  readonly birthDate: ClinicalDate | null;
  /** Null for someone who has died: they get no older. */
  readonly now: ClinicalDate | null;
};

function Born({ birthDate, now }: BornProps) {
  if (birthDate === null) return <>{bannerWords.notKnown}</>;
  const age = now && formatAge(birthDate, now);
  return (
    <>
      <DateText date={birthDate} />
      {age && <span class="nowrap"> ({age})</span>}
    </>
  );
}

type DiedProps = { readonly birthDate: ClinicalDate | null; readonly on: ClinicalDate | null };

function Died({ birthDate, on }: DiedProps) {
  const age = birthDate && on && formatAge(birthDate, on);
  return (
    <>
      <Fact label={bannerWords.died}>{on ? <DateText date={on} /> : bannerWords.notKnown}</Fact>
      <Fact label={bannerWords.ageAtDeath}>{age ?? bannerWords.notKnown}</Fact>
    </>
  );
}
