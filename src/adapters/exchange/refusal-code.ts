/** A closed launch in the few words that may be written down about it (contract 2.7). */
import type { ComparedField } from '../../domain/demographic-match.ts';
import type { ClosedReason } from '../../flow/closed.ts';

export type RefusalCode = { readonly code: string; readonly abandoned: boolean };

/** Field names and kinds only: no value, no name and no date of anybody. */
export function refusalCode(reason: ClosedReason): RefusalCode {
  const abandoned = reason.type === 'closed-by-user' || reason.type === 'patient-refused';
  return { code: codeOf(reason), abandoned };
}

/** Codes are lower case: an exchange may take nothing else for one. */
const inCode: Readonly<Record<ComparedField, string>> = {
  family: 'family',
  given: 'given',
  birthDate: 'birth-date',
  gender: 'gender',
};

function codeOf(reason: ClosedReason): string {
  switch (reason.type) {
    case 'own-record':
      return `own-record-${reason.certainty}`;
    case 'nhs-number':
      return `nhs-number-${reason.problem.type}`;
    case 'implausible':
      return `implausible-${reason.where}-${reason.what}`;
    case 'deceased':
      return `deceased-${reason.notice}`;
    case 'mismatch': {
      const differing = reason.match.fields.filter(({ verdict }) => verdict === 'differs');
      return ['mismatch', ...differing.map(({ field }) => inCode[field])].join('-');
    }
    default:
      return reason.type;
  }
}
