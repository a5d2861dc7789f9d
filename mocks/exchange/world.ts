/** The invented county: who exists, what each system holds now, and which variant is on. */
import type { Patient } from 'fhir/r4';
import { identifierSystem } from '../../src/fhir/systems.ts';
import type { Scenario, SourceKey, SourceRecord, Variant } from '../scenarios/types.ts';

export type World = {
  /** The demographics service's Patient for a number, or null. */
  readonly demographics: (nhsNumber: string) => Patient | null;
  /** What a trace answers instead of that Patient, where the variant in effect says so. */
  readonly instead: (nhsNumber: string) => NonNullable<Variant['trace']> | null;
  /** What one system holds about a person, by current NHS number. */
  readonly record: (source: SourceKey, nhsNumber: string) => SourceRecord | null;
  readonly practice: (nhsNumber: string) => SourceKey | null;
  /** Chooses a variant, or none; false where there is no such scenario or variant. */
  readonly choose: (scenario: string, variant: string | null) => boolean;
  /** Starts the clock of a variant that takes effect only after opening. */
  readonly opened: (nhsNumber: string) => void;
};

type Chosen = { readonly variant: Variant; openedAt: number | null };

const nhsNumberOf = (patient: Patient): string | undefined =>
  patient.identifier?.find(({ system }) => system === identifierSystem.nhsNumber)?.value;

/** `speed` shortens a variant's wait as it shortens everything else that takes time. */
export function createWorld(
  scenarios: readonly Scenario[],
  clock: () => Date,
  speed: number,
): World {
  const byNumber = new Map<string, Scenario>();
  for (const scenario of scenarios) {
    byNumber.set(scenario.nhsNumber, scenario);
    const current = nhsNumberOf(scenario.demographics);
    if (current !== undefined) byNumber.set(current, scenario);
  }
  const chosen = new Map<string, Chosen>();
  const inEffect = (scenario: Scenario): Variant | null => {
    const choice = chosen.get(scenario.key);
    if (choice === undefined) return null;
    const wait = choice.variant.afterOpenMs;
    if (wait === undefined) return choice.variant;
    const since = choice.openedAt === null ? -1 : clock().getTime() - choice.openedAt;
    return since >= wait / speed ? choice.variant : null;
  };
  return {
    demographics: (nhsNumber) => {
      const scenario = byNumber.get(nhsNumber);
      return scenario ? (inEffect(scenario)?.demographics ?? scenario.demographics) : null;
    },
    instead: (nhsNumber) => {
      const scenario = byNumber.get(nhsNumber);
      return scenario ? (inEffect(scenario)?.trace ?? null) : null;
    },
    record: (source, nhsNumber) => {
      const scenario = byNumber.get(nhsNumber);
      if (!scenario) return null;
      const active = inEffect(scenario);
      const waiting = active === null ? chosen.get(scenario.key)?.variant.recordsBefore : null;
      return active?.records?.[source] ?? waiting?.[source] ?? scenario.records[source] ?? null;
    },
    practice: (nhsNumber) => byNumber.get(nhsNumber)?.practice ?? null,
    choose: (key, variantKey) => {
      const scenario = scenarios.find((one) => one.key === key);
      if (!scenario) return false;
      chosen.delete(key);
      if (variantKey === null) return true;
      const variant = scenario.variants.find((one) => one.key === variantKey);
      if (variant) chosen.set(key, { variant, openedAt: null });
      return variant !== undefined;
    },
    opened: (nhsNumber) => {
      const choice = chosen.get(byNumber.get(nhsNumber)?.key ?? '');
      if (choice) choice.openedAt ??= clock().getTime();
    },
  };
}
