/** What the PGlite dialect needs of a database. */
export interface SqlExecutor {
  query(sql: string, parameters: readonly unknown[]): Promise<SqlResult>;
  close(): Promise<void>;
}

export interface SqlResult {
  readonly rows: readonly unknown[];
  /** `null` for statements that affect no rows. */
  readonly affected: number | null;
}
