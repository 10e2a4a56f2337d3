/** SQL of a moment as ISO 8601 text in UTC, to the millisecond: `2026-11-21T15:04:05.678Z`. */
export const utc = (moment: string): string =>
  `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
