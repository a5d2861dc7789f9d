import { checkWords } from '../wording/gate.ts';

export type SideBySideRow = {
  readonly label: string;
  readonly host: string;
  readonly exchange: string;
};

type Props = {
  readonly rows: readonly SideBySideRow[];
  /** False where the field is already named just above; screen readers still hear it. */
  readonly labelled?: boolean;
};

/** The user's system beside the Care Summary, a field a row. */
export function SideBySide({ rows, labelled = true }: Props) {
  const heading = labelled ? undefined : 'hidden';
  return (
    <table class="sides">
      <caption class="hidden">{checkWords.detailsCaption}</caption>
      <thead>
        <tr>
          <th scope="col" class={heading}>
            {checkWords.field}
          </th>
          <th scope="col">{checkWords.yourSystem}</th>
          <th scope="col">{checkWords.careSummary}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row" class={heading}>
              {row.label}
            </th>
            <td>{row.host}</td>
            <td>{row.exchange}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
