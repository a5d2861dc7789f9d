/** Statements compiled once: to compile one takes longer than most of ours take to run. */
import type Database from 'libsql';

/** The statement of one SQL text, compiled at its first use. Throws once its database is closed. */
export type Statements = (sql: string) => Database.Statement;

/** The statements of one open database. */
export function statementsOf(db: Database.Database): Statements {
  const compiled = new Map<string, Database.Statement>();
  return (sql) => {
    // libsql goes on running a compiled statement after `close`, on a file that is no longer ours.
    if (!db.open) throw new Error('The store is closed.');
    const known = compiled.get(sql);
    if (known !== undefined) return known;
    const statement = db.prepare(sql);
    compiled.set(sql, statement);
    return statement;
  };
}
