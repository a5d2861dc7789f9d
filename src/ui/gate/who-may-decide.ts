/** Who may decide for a patient of this age. Source: domain notes section 3. */
import type { ProxyKind } from '../../domain/access.ts';
import { yearsOld } from '../../domain/age.ts';
import type { ClinicalDate } from '../../domain/clinical-date.ts';
import type { DecidingAge } from '../wording/gate.ts';

/** Under 16, 16 and 17, or adult; where the age is not known the adult words apply. */
export function decidingAge(birthDate: ClinicalDate | null, now: ClinicalDate): DecidingAge {
  const years = birthDate === null ? null : yearsOld(birthDate, now);
  if (years === null || years >= 18) return 'adult';
  return years >= 16 ? 'sixteen-or-seventeen' : 'under-sixteen';
}

/**
 * Who may decide for a patient of this age. A lasting power of attorney can only be given by an
 * adult, and the Court of Protection appoints deputies from 16 (Mental Capacity Act 2005, s. 2(5)
 * and s. 9(2)(c)).
 */
export function proxiesFor(age: DecidingAge): readonly ProxyKind[] {
  switch (age) {
    case 'adult':
      return ['attorney', 'deputy'];
    case 'sixteen-or-seventeen':
      return ['parental-responsibility', 'deputy'];
    case 'under-sixteen':
      return ['parental-responsibility'];
  }
}
