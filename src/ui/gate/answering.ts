/** What is needed once there is an answer: loaded while the question is being read. */
import { AgreedEarlier } from './agreed-earlier.tsx';
import { BreakGlassFields } from './break-glass-fields.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { judge, stillMissing } from './judge.ts';
import { WhoAgreed } from './who-agreed.tsx';

export const answeringParts = {
  judge,
  stillMissing,
  ErrorSummary,
  AgreedEarlier,
  WhoAgreed,
  BreakGlassFields,
} as const;
