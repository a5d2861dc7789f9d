/** After a break glass the patient is told when it is safe (domain notes section 4; contract 2.8). */

/** A break glass of this user, over by now, of which nobody has said whether the patient knows. */
export type OpenItem = {
  /** The exchange's id of the Consent. */
  readonly consentId: string;
  /** When it was opened (FHIR instant). */
  readonly recordedAt: string;
  /** False: another patient's. Then nothing here says who. */
  readonly thisPatient: boolean;
};

export type ToldAnswer = 'told' | 'not-yet-told' | 'unsafe-to-tell';

export type OpenItems =
  { readonly type: 'known'; readonly items: readonly OpenItem[] } | { readonly type: 'not-known' };
