/** Who opens it, in which role, and what they attest. Several roles: one is chosen, none is preset. */
import type { RegisteredIdentifier, UserRole } from '../../domain/user.ts';
import type { Clinician } from '../../flow/state.ts';
import { attestation, attestedByNo, roleWords } from '../wording/gate.ts';
import { Choice } from './choice.tsx';
import { describedBy, FieldMessage } from './field-message.tsx';
import type { Gate } from './use-gate.ts';

export function WhoIsAsking({ clinician, gate }: { clinician: Clinician; gate: Gate }) {
  const { user, roles } = clinician;
  const [only, ...more] = roles;
  const registration = user.registration && registrationInWords(user.registration);
  return (
    <div class="gate__attest">
      {more.length > 0 && <RoleChoice roles={roles} gate={gate} />}
      <p>{gate.draft.answer === 'refused' ? attestedByNo : attestation}</p>
      <p>
        <strong>{user.displayName}</strong>
        {more.length === 0 && `, ${roleInWords(only)}`}
        {registration !== null && (
          <>
            {', '}
            <span class="nowrap">{registration}</span>
          </>
        )}
      </p>
    </div>
  );
}

function RoleChoice({ roles, gate }: { roles: readonly UserRole[]; gate: Gate }) {
  return (
    <fieldset class="roles" aria-describedby={describedBy(gate, 'role', null)}>
      <legend>{roleWords.question}</legend>
      <FieldMessage gate={gate} field="role" />
      {roles.map((role, index) => (
        <Choice
          key={role.id}
          name="role"
          id={index === 0 ? 'role' : `role-${index}`}
          label={role.text}
          {...(role.organisation && { hint: role.organisation.name })}
          checked={gate.draft.role === role.id}
          disabled={gate.recording}
          onChoose={() => gate.change({ role: role.id })}
        />
      ))}
    </fieldset>
  );
}

function roleInWords({ text, organisation }: UserRole): string {
  return organisation ? `${text}, ${organisation.name}` : text;
}

/** "GMC 9900017"; the register is the last part of the identifier's system (domain notes, 7). */
function registrationInWords({ system, value }: RegisteredIdentifier): string | null {
  const register = roleWords.registers.find(([name]) => system.endsWith(`/${name}-number`));
  return register ? `${register[1]} ${value}` : null;
}
