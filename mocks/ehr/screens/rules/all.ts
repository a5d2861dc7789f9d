/** Every rule that can be tried in the sandbox: what its index page lists, and journeys go through. */
import { absenceRules } from './absence.ts';
import { badInputRules } from './bad-input.ts';
import { breakGlassRules } from './break-glass.ts';
import { consentRules } from './consents.ts';
import { identityRules } from './identity.ts';
import { numberRules } from './numbers.ts';
import { patientRules } from './patients.ts';
import { peopleRules } from './people.ts';
import { protectedRules } from './protected.ts';
import { termsRules } from './terms.ts';
import type { Rule } from './types.ts';
import { userRules } from './users.ts';

export const rules: readonly Rule[] = [
  ...termsRules,
  ...consentRules,
  ...protectedRules,
  ...breakGlassRules,
  ...numberRules,
  ...identityRules,
  ...peopleRules,
  ...absenceRules,
  ...badInputRules,
  ...patientRules,
  ...userRules,
];
