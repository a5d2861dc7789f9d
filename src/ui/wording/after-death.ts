/** Of somebody who has died nothing is current, active or planned: it was, until then. */
export const afterDeathWords = {
  held: 'Before death',
  planned: 'Planned before death',
  noEnd: 'No end stated',
  more: (count: number) => `${count} more`,
} as const;
