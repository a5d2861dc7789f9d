/** What the host's resources said, as an outcome of the port. */
import type { HostPatient } from '../../domain/person.ts';
import type { KnownUser } from '../../domain/user.ts';
import type { HostPatientReading } from '../../fhir/gate/host-patient.ts';
import type { UserReading } from '../../fhir/gate/user.ts';
import type { ClosedReason } from '../../flow/closed.ts';
import type { Outcome } from '../../flow/ports.ts';
import { RequestFailed } from './failure.ts';

export function userOutcome<Read extends KnownUser>(read: UserReading<Read>): Outcome<Read> {
  switch (read.type) {
    case 'user':
      return { type: 'ok', value: read.user };
    case 'implausible':
      return refused({ type: 'implausible', where: 'host', what: 'user' });
    case 'malformed':
      return refused({ type: 'user-not-practitioner' });
  }
}

/** Throws {@link RequestFailed} where the resource was no Patient that can be read. */
export function patientOutcome(read: HostPatientReading): Outcome<HostPatient> {
  switch (read.type) {
    case 'patient':
      return { type: 'ok', value: read.patient };
    case 'nhs-number':
      return refused({ type: 'nhs-number', problem: read.problem });
    case 'implausible':
      return refused({ type: 'implausible', where: 'host', what: read.what });
    case 'malformed':
      throw new RequestFailed('bad-answer');
  }
}

export function refused(reason: ClosedReason): {
  readonly type: 'refused';
  readonly reason: ClosedReason;
} {
  return { type: 'refused', reason };
}
