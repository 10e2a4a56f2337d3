import { createRequire } from 'node:module'
import type { Highs, InitOptions, Model, ModelData } from 'highs'
import type { Range } from '@common-table/shared/outcomes/disclosure'
import { attackBlocks } from '@common-table/shared/disclosure/attack-blocks'
import { attackParts } from '@common-table/shared/disclosure/attack-parts'
import type {
  AttackLimits,
  AttackModel,
  Inferred,
  Question,
} from '@common-table/shared/disclosure/attack-model'

// Its types speak of the CommonJS module, whose default export is the loader itself.
const load = createRequire(import.meta.url)
let loaded: Promise<Highs> | undefined
const highsOnce = (): Promise<Highs> =>
  (loaded ??= (load('highs') as (options?: InitOptions) => Promise<Highs>)())

const modelData = (highs: Highs, { columns, rows }: AttackModel): ModelData => {
  const starts = [0]
  for (const { terms } of rows) starts.push(starts.at(-1)! + terms.length)
  const terms = rows.flatMap((row) => row.terms)
  const bounded = (at: number) => (Number.isFinite(at) ? at : highs.infinity)
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.minimize,
    colCost: new Float64Array(columns.length),
    colLower: Float64Array.from(columns, ({ low }) => low),
    colUpper: Float64Array.from(columns, ({ high }) => bounded(high)),
    rowLower: Float64Array.from(rows, ({ low }) => low),
    rowUpper: Float64Array.from(rows, ({ high }) => bounded(high)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(terms, ({ column }) => column),
      values: Float64Array.from(terms, ({ factor }) => factor),
    },
  }
}

/** In larger parts a corner with parts of people is taken as it is: one programme more or less tells nothing there. */
const wholeBelow = 150

const slack = 1e-6
const isWhole = (value: number) => Math.abs(value - Math.round(value)) < slack
const answerOf = ({ terms }: Question, values: ArrayLike<number>) =>
  terms.reduce((sum, { column, factor }) => sum + factor * (values[column] ?? 0), 0)

/** Solves one part again and again under other objectives: each solution is a whole table that fits all that is shown. */
const solverOf = (highs: Highs, native: Model, length: number) => {
  const { modelStatus, variableType } = highs.constants
  const all = { kind: 'range', from: 0, to: length - 1 } as const
  const [whole, real] = [variableType.integer, variableType.continuous].map((type) =>
    Array.from({ length }, () => type),
  )
  native.options.set({
    output_flag: false,
    random_seed: 1,
    presolve: 'off',
    solver: 'simplex',
    simplex_strategy: 4,
  })
  const run = () => {
    native.run()
    return native.getModelStatus() === modelStatus.optimal ? native.getSolution().colValue : undefined
  }
  const runWhole = () => {
    native.changeColsIntegrality(all, whole!)
    const values = run()
    native.changeColsIntegrality(all, real!)
    return values
  }
  /** Undefined where nothing holds the objective back. A corner with parts of people is solved again in whole ones. */
  return (cost: Float64Array): ArrayLike<number> | undefined => {
    native.changeColsCost(all, cost)
    const values = run()
    if (!values || length > wholeBelow || Array.prototype.every.call(values, isWhole)) return values
    return runWhole()
  }
}

/** Signs that look thrown and are the same each time (a Weyl sequence): what is found must not depend on the day. */
const sign = (round: number, at: number): 1 | -1 =>
  (round * 0.6180339887 + at * 0.7548776662 + round * at * 0.5698402909) % 1 < 0.5 ? 1 : -1

/** Beyond this an answer is as good as free; it keeps objectives that pull at many unknowns at once from running away. */
const far = 100_000

const attackWhole = (
  highs: Highs,
  part: AttackModel,
  limits: AttackLimits,
  late: () => boolean,
): Inferred[] => {
  const { questions, columns } = part
  if (!questions.some(({ secret }) => secret || limits.everything)) return []
  const kept = {
    ...part,
    columns: columns.map(({ low, high, at }) => ({ low, high: Math.min(high, low + far), at })),
  }
  return highs.withModel(modelData(highs, kept), (native) => {
    const solve = solverOf(highs, native, columns.length)
    const seen = questions.map(() => ({ low: Infinity, high: -Infinity }))
    const look = (values: ArrayLike<number>) =>
      questions.forEach((question, at) => {
        const value = answerOf(question, values)
        const range = seen[at]!
        range.low = Math.min(range.low, Math.ceil(value - slack))
        range.high = Math.max(range.high, Math.floor(value + slack))
      })
    const wide = (at: number) => seen[at]!.high - seen[at]!.low + 1 >= limits.width
    const asked = (at: number) => (questions[at]!.secret || limits.everything) && !wide(at)
    const push = (cost: Float64Array, { terms }: Question, towards: number) => {
      for (const { column, factor } of terms) cost[column] = (cost[column] ?? 0) + towards * factor
    }
    const exactly = columns.length <= limits.exactBelow
    // Many at once: after a few tables that fit, most numbers have been seen far enough apart.
    const rounds = exactly ? 0 : 12
    for (let round = 1, left = questions.length; round <= rounds && !late(); round++) {
      const cost = new Float64Array(columns.length)
      questions.forEach((question, at) => {
        if (asked(at)) push(cost, question, sign(round, at))
      })
      const values = solve(cost)
      if (values) look(values)
      const open = questions.filter((_, at) => asked(at)).length
      if (open === 0 || (round > 4 && open === left)) break
      left = open
    }
    const extreme = (at: number, towards: 1 | -1): void => {
      const cost = new Float64Array(columns.length)
      push(cost, questions[at]!, towards)
      const values = solve(cost)
      if (values) look(values)
    }
    return questions.map(({ key, side, secret }, at): Inferred => {
      const range: Range = seen[at]!
      const finished = () => !exactly && (!asked(at) || late())
      if (!finished()) extreme(at, 1)
      if (!finished()) extreme(at, -1)
      const found = { key, side, secret, proved: !late() || wide(at) }
      const high = range.high - range.low >= far - 1 ? Infinity : range.high
      return { ...found, range: { low: range.low, high }, exact: exactly || !wide(at) }
    })
  })
}

/** The first blocks are of a size that is still solved in whole people; the next are larger, for what came out narrow. */
const larger = 4

/**
 * A programme over a whole district is slow for each of ten thousand questions, and most need only schools like their
 * own: they are asked in blocks first, and the large one is left with the few that came out narrow in all of them.
 */
const attackPart = (
  highs: Highs,
  part: AttackModel,
  limits: AttackLimits,
  late: () => boolean,
): Inferred[] => {
  const { length } = part.columns
  if (length <= limits.exactBelow) return attackWhole(highs, part, limits, late)
  const found: Inferred[] = []
  let { questions } = part
  for (let size = wholeBelow; size < length / 2; size *= larger) {
    const wide = new Set<string>()
    for (const block of attackBlocks({ ...part, questions }, size))
      for (const one of attackWhole(highs, block, { ...limits, exactBelow: 0 }, late))
        if (one.range.high - one.range.low + 1 >= limits.width) {
          found.push({ ...one, exact: false })
          wide.add(`${one.key} ${one.side}`)
        }
    questions = questions.filter(({ key, side }) => !wide.has(`${key} ${side}`))
  }
  return [...found, ...attackWhole(highs, { ...part, questions }, limits, late)]
}

/** What an attacker can infer of every hidden number. It keeps its thread busy: larger tables go through attack-apart.ts. */
export const attack = async (model: AttackModel, limits: AttackLimits): Promise<Inferred[]> => {
  const parts = attackParts(model).filter(({ questions }) => questions.length > 0)
  if (parts.length === 0) return []
  const highs = await highsOnce()
  const until = performance.now() + limits.seconds * 1000
  const late = () => performance.now() > until
  return parts.flatMap((part) => attackPart(highs, part, limits, late))
}
