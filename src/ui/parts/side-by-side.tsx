import { checkWords } from '../wording/gate.ts';

export type SideBySideRow = {
  readonly label: string;
  readonly host: string;
  readonly exchange: string;
};

/** The user's system beside the Care Summary, a field a row. */
export function SideBySide({ rows }: { rows: readonly SideBySideRow[] }) {
  return (
    <table class="sides">
      <caption class="hidden">{checkWords.detailsCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{checkWords.field}</th>
          <th scope="col">{checkWords.yourSystem}</th>
          <th scope="col">{checkWords.careSummary}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td>{row.host}</td>
            <td>{row.exchange}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
