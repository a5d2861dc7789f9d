/** Liam O'Rourke's NHS number in every state (domain.md 5), and every outcome of a trace (6). */
import type { Identifier, Patient } from 'fhir/r4';
import { nhsNumberIdentifier } from '../../build/people.ts';
import type { Variant } from '../../types.ts';

const number = '9990000085';

/** @param host @param demographics both systems' Patients, made by the story itself */
export function liamVariants(host: Patient, demographics: Patient): readonly Variant[] {
  const hostWith = (...identifier: Identifier[]): Patient => ({ ...host, identifier });
  const notStated = nhsNumberIdentifier(number);
  delete notStated.extension;
  return [
    { key: 'number-missing', label: 'This system has no NHS number', host: hostWith() },
    {
      key: 'number-check-digit',
      label: 'NHS number with a wrong check digit',
      host: hostWith(nhsNumberIdentifier('9990000086')),
    },
    {
      key: 'number-repeated-digit',
      label: 'NHS number 999 999 9999: one digit repeated',
      host: hostWith(nhsNumberIdentifier('9999999999')),
    },
    {
      key: 'number-letters',
      label: 'NHS number with a letter in it',
      host: hostWith(nhsNumberIdentifier('999OOO0085')),
    },
    {
      key: 'two-numbers',
      label: 'Two different NHS numbers in this system',
      host: hostWith(nhsNumberIdentifier(number), nhsNumberIdentifier('9990000174')),
    },
    {
      key: 'number-spaced',
      label: 'NHS number written 999 000 0085',
      host: hostWith(nhsNumberIdentifier('999 000 0085')),
    },
    {
      key: 'number-not-traced',
      label: 'NHS number not traced (status 02)',
      host: hostWith(nhsNumberIdentifier(number, '02')),
    },
    {
      key: 'number-no-match',
      label: 'NHS number traced without one match (status 04)',
      host: hostWith(nhsNumberIdentifier(number, '04')),
    },
    {
      key: 'number-conflict',
      label: 'NHS number in conflict (status 05)',
      host: hostWith(nhsNumberIdentifier(number, '05')),
    },
    {
      key: 'number-not-stated',
      label: 'NHS number without a verification status',
      host: hostWith(notStated),
    },
    {
      key: 'exchange-number-unverified',
      label: 'The Care Summary’s NHS number is not traced (status 02)',
      demographics: { ...demographics, identifier: [nhsNumberIdentifier(number, '02')] },
    },
    { key: 'trace-not-found', label: 'Trace: nobody has this number', trace: 'not-found' },
    { key: 'trace-invalidated', label: 'Trace: the number is invalidated', trace: 'invalidated' },
    { key: 'trace-several', label: 'Trace: more than one person', trace: 'several' },
  ];
}
