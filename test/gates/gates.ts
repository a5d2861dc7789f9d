/** Every gate, by part of the house. */
import { answerGates } from './answer-gates.ts';
import { brokeOffGates } from './broke-off-gates.ts';
import { combiningGates } from './combining-gates.ts';
import { consentGates } from './consent-gates.ts';
import { domainGates } from './domain-gates.ts';
import { exchangeAdapterGates } from './exchange-adapter-gates.ts';
import { flowGates } from './flow-gates.ts';
import type { Gate } from './gate.ts';
import { holdingGates } from './holding-gates.ts';
import { hostGates } from './host-gates.ts';
import { hostWordGates } from './host-word-gates.ts';
import { identityGates } from './identity-gates.ts';
import { inUseGates } from './in-use-gates.ts';
import { labelGates } from './label-gates.ts';
import { lateLetterGates } from './late-letter-gates.ts';
import { laterGates } from './later-gates.ts';
import { launchGates } from './launch-gates.ts';
import { longListGates } from './long-list-gates.ts';
import { namedGates } from './named-gates.ts';
import { ownLaunchGates } from './own-launch-gates.ts';
import { letterGates } from './letter-gates.ts';
import { logGates } from './log-gates.ts';
import { patientRuleGates } from './patient-rule-gates.ts';
import { permissionGates } from './permission-gates.ts';
import { permitGates } from './permit-gates.ts';
import { printGates } from './print-gates.ts';
import { protectedGates } from './protected-gates.ts';
import { readerGates } from './reader-gates.ts';
import { receiptGates } from './receipt-gates.ts';
import { releaseGates } from './release-gates.ts';
import { renewalGates } from './renewal-gates.ts';
import { restGates } from './rest-gates.ts';
import { screenGates } from './screen-gates.ts';
import { steadyGates } from './steady-gates.ts';
import { summaryGates } from './summary-gates.ts';
import { uiGates } from './ui-gates.ts';
import { validityGates } from './validity-gates.ts';

export const gates: readonly Gate[] = [
  ...flowGates,
  ...permissionGates,
  ...domainGates,
  ...identityGates,
  ...receiptGates,
  ...permitGates,
  ...summaryGates,
  ...readerGates,
  ...namedGates,
  ...combiningGates,
  ...screenGates,
  ...longListGates,
  ...steadyGates,
  ...inUseGates,
  ...letterGates,
  ...exchangeAdapterGates,
  ...lateLetterGates,
  ...laterGates,
  ...hostGates,
  ...launchGates,
  ...releaseGates,
  ...consentGates,
  ...logGates,
  ...uiGates,
  ...printGates,
  ...validityGates,
  ...patientRuleGates,
  ...hostWordGates,
  ...protectedGates,
  ...answerGates,
  ...brokeOffGates,
  ...renewalGates,
  ...labelGates,
  ...restGates,
  ...ownLaunchGates,
  ...holdingGates,
];
