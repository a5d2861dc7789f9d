/** Labels that protect where somebody is, whoever wrote them (v3-Confidentiality, domain.md 3). */
import { codeSystem } from '../../src/fhir/systems.ts';

/** Restricted, or very restricted. */
export type Confidential = 'R' | 'V';

type Label = { readonly system?: string | undefined; readonly code?: string | undefined };

/** The higher of the two labels, null where neither is there. */
export function confidentialIn(labels: readonly Label[] = []): Confidential | null {
  const codes = labels.flatMap(({ system, code }) =>
    system === codeSystem.confidentiality ? [code] : [],
  );
  if (codes.includes('V')) return 'V';
  return codes.includes('R') ? 'R' : null;
}
