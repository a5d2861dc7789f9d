/** Every rule that can be tried in the sandbox: what its index page lists, and journeys go through. */
import { absenceRules } from './absence.ts';
import { breakGlassRules } from './break-glass.ts';
import { consentRules } from './consents.ts';
import { identityRules } from './identity.ts';
import { patientRules } from './patients.ts';
import { peopleRules } from './people.ts';
import { termsRules } from './terms.ts';
import type { Rule } from './types.ts';
import { userRules } from './users.ts';

export const rules: readonly Rule[] = [
  ...termsRules,
  ...consentRules,
  ...breakGlassRules,
  ...identityRules,
  ...peopleRules,
  ...absenceRules,
  ...patientRules,
  ...userRules,
];
