/** Where sources disagree about a medicine: whether it is taken, how, and whether it is listed. */
import type { ClinicalDate } from '../clinical-date.ts';
import { missingSources } from './absence.ts';
import { byDrug, bySource } from './by-drug.ts';
import type { Difference, DifferenceKind, Side } from './differences.ts';
import { sayTheSame } from './dose-lines.ts';
import { drugName } from './drug-name.ts';
import { differenceOf, sidesOf } from './sides.ts';
import type { Medication } from './item.ts';
import type { Summary } from './summary.ts';
import { askedLast, isHeldBack } from './taking.ts';
import { hasWords } from './words.ts';

export function medicineDifferences(summary: Summary): readonly Difference[] {
  const practiceList = completePracticeList(summary);
  const asked = askedLast(summary.sources);
  return [...byDrug(summary)].flatMap(([drug, lines]) => {
    const title = drugName(lines[0]?.title ?? drug);
    const about = (kind: DifferenceKind) =>
      ({ key: `${kind} ${drug}`, kind, section: 'medication', title }) as const;
    return [
      ...differenceOf(about('stopped-by-one'), stoppedByOne(lines, asked)),
      ...differenceOf(about('dose'), otherDose(lines)),
      ...differenceOf(about('not-on-practice-list'), notListed(drug, lines, practiceList)),
    ];
  });
}

const isCurrent = ({ status }: Medication) => status === 'current';
/** A course that ran its time is no decision against the drug: `completed` has not ended it. */
const hasEnded = ({ status }: Medication) => status === 'stopped' || status === 'not-taken';

/**
 * A source that stopped one line and goes on with another (a changed strength) has not stopped the
 * drug. One that only ever says "stopped" has, however long ago: the dates are shown. What is on
 * hold, not to be given or past its last day is listed, and not to be taken.
 */
function stoppedByOne(lines: readonly Medication[], asked: ClinicalDate | null): readonly Side[] {
  const isOver = (line: Medication) => hasEnded(line) || isHeldBack(line, asked);
  const current = lines.filter((line) => isCurrent(line) && !isHeldBack(line, asked));
  const goOn = new Set(current.map(({ source }) => source));
  const ended = lines.filter((line) => isOver(line) && !goOn.has(line.source));
  const newestEnded = [...bySource(ended).values()].flatMap(([newest]) => newest ?? []);
  return current.length > 0 && newestEnded.length > 0 ? sidesOf([...current, ...newestEnded]) : [];
}

function otherDose(lines: readonly Medication[]): readonly Side[] {
  const current = lines.filter(isCurrent);
  const [first, ...others] = [...bySource(current).values()];
  if (!first) return [];
  const all = [first, ...others];
  const differ = all.some((ours, at) =>
    all.slice(at + 1).some((theirs) => !sayTheSame(ours, theirs)),
  );
  return differ ? sidesOf(current) : [];
}

type PracticeList = {
  readonly lines: readonly Medication[];
  readonly drugs: readonly string[];
  readonly side: Side;
};

/**
 * The practice's list, where all of it arrived: anything less, one unread line included, and
 * nobody can say what is not on it (domain notes, section 11). A practice that does not know the
 * patient has no list of theirs.
 */
function completePracticeList(summary: Summary): PracticeList | null {
  const { practice, sources, unshown, texts } = summary;
  const report = sources.find(({ source }) => source.id === practice);
  if (practice === null || !report) return null;
  const isWhole =
    report.state !== 'not-known' &&
    (report.keeps === null || report.keeps.includes('medication')) &&
    !missingSources(summary, 'medication').includes(report);
  const isUnread = unshown.some(
    ({ source, section, because }) =>
      source === practice &&
      (section === 'medication' || section === 'unknown') &&
      because !== 'entered-in-error',
  );
  const isInWords = texts.some(
    ({ source, section, onlyText }) =>
      source === practice && onlyText && (section === 'medication' || section === 'other'),
  );
  if (!isWhole || isUnread || isInWords) return null;
  const drugs = [...byDrug(summary)].map(
    ([drug, lines]) => [drug, lines.filter(({ source }) => source === practice)] as const,
  );
  const listed = drugs.filter(([, lines]) => lines.length > 0);
  return {
    lines: listed.flatMap(([, lines]) => lines),
    drugs: listed.map(([drug]) => drug),
    side: { source: practice, item: null, listDate: report.upTo },
  };
}

function notListed(
  drug: string,
  lines: readonly Medication[],
  list: PracticeList | null,
): readonly Side[] {
  if (list === null) return [];
  const current = lines.filter(isCurrent);
  if (current.length === 0 || current.some(({ source }) => source === list.side.source)) return [];
  return isOn(list, drug, current) ? [] : [...sidesOf(current), list.side];
}

/** Under its own name, another salt's, a brand's: whatever may be it keeps us from saying no. */
function isOn({ lines, drugs }: PracticeList, drug: string, current: readonly Medication[]) {
  const names = (line: Medication) => [
    line.title,
    ...line.codes.map(({ display }) => display ?? ''),
  ];
  const codes = new Set(current.flatMap((line) => line.codes.map(({ code }) => code)));
  return (
    drugs.includes(drug) ||
    lines.some(
      (line) =>
        names(line).some((name) => hasWords(name, drug)) ||
        line.codes.some(({ code }) => codes.has(code)),
    ) ||
    current.some((line) => names(line).some((name) => drugs.some((other) => hasWords(name, other))))
  );
}
