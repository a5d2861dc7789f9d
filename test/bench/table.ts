/** The table as it is printed: a line a row, columns as wide as their widest words. */
import type { Row, Verdict } from './row.ts';

const words: Readonly<Record<Verdict, string>> = {
  met: 'met',
  missed: 'MISSED',
  information: '',
  unmeasured: 'NOT MEASURED',
};

const headings = ['what', 'target', 'measured', 'bound', 'verdict'] as const;

/** @returns lines without line ends; the last says how many were met */
export function table(rows: readonly Row[]): readonly string[] {
  const cells = rows.map(({ name, target, measured, bound, verdict }) => [
    ...[name, target, measured, bound, words[verdict]],
  ]);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(headings), rule, ...cells.map(line), '', tally(rows)];
}

function tally(rows: readonly Row[]): string {
  const count = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  const unmeasured = count('unmeasured');
  return [
    `${count('met')} met, ${count('missed')} missed`,
    ...(unmeasured > 0 ? [`${unmeasured} not measured`] : []),
  ].join(', ');
}
