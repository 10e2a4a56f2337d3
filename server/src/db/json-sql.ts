/**
 * JSON that PostgreSQL writes. One description, two ways to ask for it: `written` joins text, which is twice as fast over
 * the rows of a list, where `json_build_object` looks up every value's type in every row; `built` calls
 * `json_build_object`, which is sooner begun and so faster for one record. Each piece says what its SQL can give, since
 * text joined with null is null.
 */
export interface Piece {
  /** Fixed text and SQL by turns, beginning with text. */
  readonly parts: readonly string[]
  /** The value for `json_build_object`. */
  readonly value: string
}

const piece = (value: string, text: string): Piece => ({ parts: ['', text, ''], value })

/** Never null and without a character to escape: ids, days, words of a vocabulary. */
export const word = (sql: string): Piece => ({ parts: ['"', `(${sql})::text`, '"'], value: sql })
export const wordOrNull = (sql: string): Piece => piece(sql, `coalesce('"' || (${sql})::text || '"', 'null')`)
/** Never null, anything people type. */
export const text = (sql: string): Piece => piece(sql, `to_json(${sql})::text`)
/** Never null: numbers, true and false. */
export const bare = (sql: string): Piece => piece(sql, `(${sql})::text`)
export const bareOrNull = (sql: string): Piece => piece(sql, `coalesce((${sql})::text, 'null')`)
/** Arrays, JSON and whatever may be null and need escaping. */
export const json = (sql: string): Piece => piece(sql, `coalesce(to_json(${sql})::text, 'null')`)

/** An object; adjacent fixed texts become one. */
export const object = (fields: Readonly<Record<string, Piece>>): Piece => {
  const parts = ['{']
  Object.entries(fields).forEach(([name, { parts: inner }], at) => {
    const [first, ...rest] = inner
    parts[parts.length - 1] += `${at === 0 ? '' : ','}"${name}":${first!}`
    parts.push(...rest)
  })
  parts[parts.length - 1] += '}'
  const values = Object.entries(fields).map(([name, { value }]) => `'${name}', ${value}`)
  return { parts, value: `json_build_object(${values.join(', ')})` }
}

/** The piece where `condition` holds, else null. */
export const when = (condition: string, inner: Piece): Piece =>
  piece(
    `case when ${condition} then ${inner.value} end`,
    `case when ${condition} then ${written(inner)} else 'null' end`,
  )

/** A JSON array: `inner` for each row of `from`, in the order given. */
export const array = (inner: Piece, from: string, order: string): Piece =>
  piece(
    `(select coalesce(json_agg(${inner.value} order by ${order}), '[]') from ${from})`,
    `(select '[' || coalesce(string_agg(${written(inner)}, ',' order by ${order}), '') || ']' from ${from})`,
  )

/** SQL that gives the JSON as text: for the items of a list. */
export const written = ({ parts }: Piece): string =>
  parts
    .map((part, at) => (at % 2 === 1 ? part : part === '' ? undefined : `'${part.replaceAll("'", "''")}'`))
    .filter((part) => part !== undefined)
    .join(' || ')

/** SQL that gives the JSON as text: for one record. */
export const built = ({ value }: Piece): string => `${value}::text`
