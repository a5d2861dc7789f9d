import type { Address, HumanName, Patient } from 'fhir/r4';
import { identifierSystem } from '../../../src/fhir/systems.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `14-Jul-1945` from a FHIR date or dateTime; partial dates stay partial (`Jul-1945`, `1945`). */
export function shortDate(value: string | undefined): string {
  const [year = '', month, day] = (value ?? '').slice(0, 10).split('-');
  const name = month === undefined ? undefined : months[Number(month) - 1];
  return [day, name, year].filter((part) => part !== undefined && part !== '').join('-');
}

/** `22-Nov-2026 14:05` in UTC-free wall-clock text, as the instant itself spells it. */
export function shortTime(value: string | undefined): string {
  const time = /T(\d{2}:\d{2})/.exec(value ?? '')?.[1];
  return [shortDate(value), time].filter((part) => part !== undefined && part !== '').join(' ');
}

function mainName(names: readonly HumanName[] = []): HumanName | undefined {
  return names.find(({ use }) => use === 'official' || use === 'usual') ?? names[0];
}

/** `OKAFOR, Grace (Mrs)`: the order clinical systems list people in. */
export function listName(patient: Patient): string {
  const name = mainName(patient.name);
  const title = name?.prefix?.join(' ');
  const given = name?.given?.join(' ') ?? '';
  return `${(name?.family ?? '').toUpperCase()}, ${given}${title ? ` (${title})` : ''}`;
}

export function personName(names: readonly HumanName[] | undefined): string {
  const name = mainName(names);
  if (name?.text) return name.text;
  return [...(name?.prefix ?? []), ...(name?.given ?? []), name?.family]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

/** `999 000 0018`, or an empty string where the host has none. */
export function nhsNumber(patient: Patient): string {
  const value = patient.identifier?.find(
    ({ system }) => system === identifierSystem.nhsNumber,
  )?.value;
  return (value ?? '').replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
}

/** A story may have this system hold what is no gender at all; its own screen stays up. */
export function sex(patient: Patient): string {
  const gender: unknown = patient.gender;
  return typeof gender === 'string' && gender !== ''
    ? gender.charAt(0).toUpperCase() + gender.slice(1)
    : 'Not stated';
}

/** Whole years at `on` (milliseconds since the epoch), or at death. Months under two years; none where the birth is to come. */
export function age(patient: Patient, on: number): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(patient.birthDate ?? '')) return '';
  const end = (patient.deceasedDateTime ?? new Date(on).toISOString()).slice(0, 10);
  const [year = 0, month = 0, day = 0] = (patient.birthDate ?? '').split('-').map(Number);
  const [endYear = 0, endMonth = 0, endDay = 0] = end.split('-').map(Number);
  const whole = (endYear - year) * 12 + endMonth - month - (endDay < day ? 1 : 0);
  if (whole < 0) return '';
  return whole < 24 ? `${whole}m` : `${Math.floor(whole / 12)}y`;
}

export function addressLine(addresses: readonly Address[] | undefined): string {
  const address = addresses?.find(({ use }) => use === 'home') ?? addresses?.[0];
  if (!address) return 'Not recorded';
  if (address.text) return address.text;
  return [...(address.line ?? []), address.city, address.district, address.postalCode]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

export function phone(patient: Patient): string {
  return patient.telecom?.find(({ system }) => system === 'phone')?.value ?? 'Not recorded';
}
