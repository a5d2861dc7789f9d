/**
 * What tells an emergency plan from a care plan, safeguarding and needs from alerts, where codes
 * leave it open: the words local systems use, and the codes that say it outright.
 */
import type { EntryRole } from '../../domain/summary/item.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import { codesOfRaw, conceptsIn, objectIn, stringIn, arrayIn, wordsOfRaw } from './json.ts';

const safeguarding =
  /safeguarding|child protection|child in need|looked[- ]after child|domestic (?:abuse|violence)|\bMARAC\b|\bMAPPA\b|female genital|at risk of (?:abuse|exploitation|neglect)/i;
const emergency =
  /crisis|safety plan|resuscitat|\bDNA(?:CP)?R\b|\bCPR\b|treatment escalation|emergency (?:health )?care|advance (?:care|decision|directive|statement)|anticipatory care|end of life|preferred place of (?:care|death)/i;
/** The form's own spelling: "respect his wishes" is no ReSPECT form. */
const respect = /\bReSPECT\b|\bRESPECT\b/;
const resuscitation = /resuscitat|\bDNA(?:CP)?R\b|\bDNR\b|\bCPR\b/i;
const interpreter = /interpreter|sign language|\bBSL\b/i;
const adjustment =
  /reasonable adjustment|hearing aid|hearing loss|accessible information|easy read|large print|braille|lip ?read|communication (?:need|aid|support)|learning disability (?:flag|passport)|hospital passport/i;
const notNeeded = /\bno (?:need|interpreter)|not? (?:needed|required)|declin|without/i;

export function isSafeguarding(words: string): boolean {
  return safeguarding.test(words);
}

export function isPlan(words: string): boolean {
  return emergency.test(words) || respect.test(words);
}

/** NHS England's Reasonable Adjustment Flag is coded under a system of that name. */
export function isNeed(words: string, resource: unknown): boolean {
  const codings = [...conceptsIn(resource, 'category'), ...conceptsIn(resource, 'code')].flatMap(
    (each) => arrayIn(each, 'coding'),
  );
  const flagged = codings.some(
    (each) =>
      stringIn(each, 'code') === 'NRAF' ||
      /reasonable-?adjustment/i.test(stringIn(each, 'system') ?? ''),
  );
  return flagged || interpreter.test(words) || adjustment.test(words);
}

/** @param words title and value of an entry */
export function needRole(words: string): EntryRole | null {
  if (interpreter.test(words)) return notNeeded.test(words) ? null : 'interpreter';
  return 'reasonable-adjustment';
}

export function planRole(words: string): EntryRole | null {
  return resuscitation.test(words) || respect.test(words) ? 'resuscitation' : null;
}

/** SNOMED CT: what was decided, whole in itself. The value says whether it is a "no". */
export const decisions = new Map<string, 'for' | 'not-for'>([
  ['450475007', 'for'], // For attempted cardiopulmonary resuscitation
  ['450476008', 'not-for'], // Not for attempted cardiopulmonary resuscitation
  ['304251008', 'for'], // For resuscitation
  ['304253006', 'not-for'], // Not for resuscitation
]);

/** HL7 consentcategorycodes: advance directive, do not resuscitate, emergency only, health care. */
const planCategories = new Set(['42348-3', 'acd', 'dnr', 'emrgonly', 'hcd', 'polst', '75320-2']);

/** A decision about care made in advance; one about sharing, privacy or research is none. */
export function isPlanConsent(resource: unknown, section: SectionKind | null): boolean {
  const scope = conceptsIn(resource, 'scope').flatMap(codesOfRaw);
  const categories = conceptsIn(resource, 'category').flatMap(codesOfRaw);
  if (scope.includes('adr')) return true;
  if (scope.includes('patient-privacy') || scope.includes('research')) return false;
  const decided = conceptsIn(objectIn(resource, 'provision'), 'code').flatMap(codesOfRaw);
  if (categories.some((code) => planCategories.has(code))) return true;
  if (decided.some((code) => decisions.has(code))) return true;
  const words = conceptsIn(resource, 'category').map(wordsOfRaw).join(' ');
  return section === 'emergency-plan' || isPlan(words);
}
