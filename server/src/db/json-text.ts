/**
 * JSON written by PostgreSQL as plain text. `json_build_object` looks up every value's type in every row; where a list
 * shows fifty records of twenty fields, joining text takes half the time. Each piece says what its SQL can give, since
 * text joined with null is null.
 */
export interface Piece {
  /** Fixed text and SQL by turns, beginning with text. */
  readonly parts: readonly string[]
}

const sqlOf = (sql: string): Piece => ({ parts: ['', sql, ''] })

/** Never null and without a character to escape: ids, days, words of a vocabulary. */
export const word = (sql: string): Piece => ({ parts: ['"', `(${sql})::text`, '"'] })
export const wordOrNull = (sql: string): Piece => sqlOf(`coalesce('"' || (${sql})::text || '"', 'null')`)
/** Never null, anything people type. */
export const text = (sql: string): Piece => sqlOf(`to_json(${sql})::text`)
/** Never null: numbers, true and false. */
export const bare = (sql: string): Piece => sqlOf(`(${sql})::text`)
export const bareOrNull = (sql: string): Piece => sqlOf(`coalesce((${sql})::text, 'null')`)
/** Arrays, JSON and whatever may be null and need escaping. */
export const json = (sql: string): Piece => sqlOf(`coalesce(to_json(${sql})::text, 'null')`)

/** An object; adjacent fixed texts become one. */
export const object = (fields: Readonly<Record<string, Piece>>): Piece => {
  const parts = ['{']
  Object.entries(fields).forEach(([name, piece], at) => {
    const [first, ...rest] = piece.parts
    parts[parts.length - 1] += `${at === 0 ? '' : ','}"${name}":${first!}`
    parts.push(...rest)
  })
  parts[parts.length - 1] += '}'
  return { parts }
}

/** The piece where `condition` holds, else null. */
export const when = (condition: string, piece: Piece): Piece =>
  sqlOf(`case when ${condition} then ${written(piece)} else 'null' end`)

/** A JSON array: `piece` for each row of `from`, in the order given. */
export const array = (piece: Piece, from: string, order?: string): Piece =>
  sqlOf(
    `(select '[' || coalesce(string_agg(${written(piece)}, ','${order ? ` order by ${order}` : ''}), '') || ']' from ${from})`,
  )

/** The SQL expression that gives a piece as text. */
export const written = ({ parts }: Piece): string =>
  parts
    .map((part, at) => (at % 2 === 1 ? part : part === '' ? undefined : `'${part.replaceAll("'", "''")}'`))
    .filter((part) => part !== undefined)
    .join(' || ')
