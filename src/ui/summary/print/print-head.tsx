/** What every page says: whose record, who printed it, what is missing, which filters are on. */
import { formatAge } from '../../../domain/age.ts';
import { type ClinicalDate, formatDate, formatDateTime } from '../../../domain/clinical-date.ts';
import { formatNhsNumber } from '../../../domain/nhs-number.ts';
import { formatGender, formatName, knownDeath } from '../../../domain/person.ts';
import { isComplete, type SourceReport } from '../../../domain/source.ts';
import type { Summary } from '../../../domain/summary/summary.ts';
import type { Showing } from '../../../flow/state.ts';
import { hasDied } from '../../parts/banner.tsx';
import { BreakGlassLine } from '../../parts/break-glass-line.tsx';
import { ProtectedLine } from '../../parts/protected-line.tsx';
import { unbroken } from '../../parts/unbroken.tsx';
import { bannerWords } from '../../wording/frame.ts';
import { printWords } from '../../wording/print.ts';
import { earlierWords } from '../../wording/sources.ts';
import { absenceWords, inWords } from '../../wording/summary.ts';
import { shortfallWords, stateWordsOf } from '../source-said.ts';
import { nameOf, type SourceNames } from '../source-names.ts';

type Props = {
  readonly state: Showing;
  readonly summary: Summary;
  readonly names: SourceNames;
  readonly hidden: ReadonlySet<string>;
  readonly now: ClinicalDate;
  /** When the exchange recorded the printing. */
  readonly at: ClinicalDate | null;
};

export function PrintHead({ state, summary, names, hidden, now, at }: Props) {
  const { verified, receipt } = state;
  const { patient, host } = verified;
  const death = knownDeath(host, patient);
  return (
    <>
      <p class="print__patient">
        <strong>{formatName(patient)}</strong> {bannerWords.born} {unbroken(bornWords(state, now))}{' '}
        {hasDied(death) && unbroken(`${bannerWords.died} ${dateOrNotKnown(death?.date ?? null)} `)}
        {bannerWords.gender} {formatGender(patient.gender)} {bannerWords.nhsNumber}{' '}
        {unbroken(formatNhsNumber(patient.nhsNumber))}
      </p>
      {patient.restricted !== 'none' && <ProtectedLine />}
      <BreakGlassLine receipt={receipt} hasDied={hasDied(death)} />
      <p>
        {printWords.by} {printedBy(state)} {printWords.at} {at && unbroken(formatDateTime(at))}
      </p>
      <p>
        {unbroken(sourcesSaid(summary, names))} {unbroken(missingWords(summary, names, state))}{' '}
        {earlierWords(state.renewal)} {state.arrival === 'arriving' && printWords.stillArriving}
        <strong>{shortfallWords(summary, state.arrival)}</strong>
      </p>
      <p>{filterWords(hidden, names)}</p>
    </>
  );
}

function bornWords({ verified: { host, patient } }: Showing, now: ClinicalDate): string {
  const { birthDate } = patient;
  if (birthDate === null) return bannerWords.notKnown;
  const age = hasDied(knownDeath(host, patient)) ? null : formatAge(birthDate, now);
  return age === null ? formatDate(birthDate) : `${formatDate(birthDate)} (${age})`;
}

function dateOrNotKnown(date: ClinicalDate | null): string {
  return date === null ? bannerWords.notKnown : formatDate(date);
}

/** The role this launch is in by the exchange's own log, else the only one there is. */
function printedBy({ verified: { clinician }, log }: Showing): string {
  const { user, roles } = clinician;
  const mine = log.type === 'loaded' ? log.entries.find(({ isYou }) => isYou) : undefined;
  const [only, another] = roles;
  const role = another === undefined ? only : null;
  return [
    user.displayName,
    mine?.role ?? role?.text,
    mine?.organisation ?? role?.organisation?.name,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Every source that said all it could, by the key of its tag, and what its word is complete to. */
function sourcesSaid(summary: Summary, names: SourceNames): string {
  const said = summary.sources.filter(({ state }) => isComplete(state));
  return said.length === 0
    ? ''
    : `${printWords.sources} ${said.map((report) => sourceWords(summary, report, names)).join('; ')}.`;
}

/**
 * Every source that has not said all it could, and why. That none is missing can be said of an
 * answer that came to its end, and of no other.
 */
function missingWords(summary: Summary, names: SourceNames, { arrival, renewal }: Showing): string {
  const { sources } = summary;
  const missing = sources.filter(({ state }) => !isComplete(state));
  if (sources.length === 0) return printWords.noSource;
  if (missing.length === 0)
    return arrival === 'complete' && renewal === null ? printWords.nothingMissing : '';
  return `${printWords.missing} ${missing.map((report) => sourceWords(summary, report, names)).join('; ')}.`;
}

/** "GP Hollow Way Medical Centre to 28-Oct-2026", "SC Social care: no answer". */
function sourceWords(summary: Summary, report: SourceReport, names: SourceNames): string {
  const { source, state, upTo } = report;
  const { tag, name } = nameOf(names, source.id);
  const date = upTo && `${absenceWords.upTo} ${formatDate(upTo)}`;
  const who = [tag === name ? name : `${tag} ${name}`, date].filter(Boolean).join(' ');
  if (state !== 'answered') return `${who}: ${stateWordsOf(summary, report)}`;
  return date === null ? `${who}: ${printWords.noUpTo}` : who;
}

function filterWords(hidden: ReadonlySet<string>, names: SourceNames): string {
  const left = [...hidden].map((id) => nameOf(names, id).name);
  const filter = left.length === 0 ? printWords.noFilter : printWords.leftOut(inWords(left));
  return `${filter}; ${printWords.whole}.`;
}
