/** The line at the gate that asks whether patients were told. */

export const toldHeading = {
  question: 'Was the patient told?',
  left: (count: number) => (count === 0 ? 'Answered' : `${count} to answer`),
  notKnown: 'Whether you still have to tell a patient could not be read.',
} as const;
