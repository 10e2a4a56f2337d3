import { createRequire } from 'node:module'
import type { CallbackEvent, Highs, InitOptions, ModelData } from 'highs'
import { greedy } from '@common-table/shared/placement/in-turn'
import { columnsOf, modelOf, planOf } from '@common-table/shared/placement/model'
import { valueOf, type PlacementProblem } from '@common-table/shared/placement/problem'
import { gapBetween, type SolvedPlan, type SolveLimits, type SolveProgress } from './solve-figures.ts'

// Its types speak of the CommonJS module, whose default export is the loader itself.
const loadHighs = createRequire(import.meta.url)('highs') as (options?: InitOptions) => Promise<Highs>

/**
 * The most valuable plan HiGHS finds within the limits, beginning from the greedy one and never worse than it. It keeps
 * its thread busy throughout: call it in one of its own (solve-thread.ts).
 */
export const solve = async (
  problem: PlacementProblem,
  limits: SolveLimits,
  tell: (progress: SolveProgress) => void = () => undefined,
): Promise<SolvedPlan> => {
  const began = performance.now()
  const seconds = (): number => (performance.now() - began) / 1000
  const start = greedy(problem)
  if (problem.candidates.length === 0)
    return { plan: [], value: 0, bound: 0, gap: 0, proved: true, seconds: seconds() }
  const model = modelOf(problem)
  const highs = await loadHighs()
  const { variableType, objectiveSense, callbackType, modelStatus } = highs.constants
  const numCols = model.cost.length
  const numRows = model.rowUpper.length
  const data: ModelData = {
    numCols,
    numRows,
    sense: objectiveSense.maximize,
    colCost: model.cost,
    colLower: new Float64Array(numCols),
    colUpper: model.columnUpper,
    rowLower: new Float64Array(numRows).fill(-highs.infinity),
    rowUpper: model.rowUpper,
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts: model.starts,
      indices: model.columns,
      values: model.values,
    },
    // With the choices made what is left is a transport problem, whose best corners are whole numbers by themselves.
    integrality: Array.from({ length: numCols }, (_, column) =>
      column < model.firstChoice ? variableType.continuous : variableType.integer,
    ),
  }
  return highs.withModel(data, (native) => {
    native.options.set({
      output_flag: false,
      time_limit: limits.seconds,
      mip_rel_gap: limits.gap,
      random_seed: 1,
    })
    native.setSolution({ colValue: columnsOf(model, start) })
    const report = ({ data }: CallbackEvent): undefined => {
      const { mip_primal_bound: value, mip_dual_bound: bound } = data
      if (value !== undefined && bound !== undefined && Number.isFinite(bound))
        tell({ seconds: seconds(), value, bound })
    }
    native.run({
      [callbackType.mipLogging]: report,
      [callbackType.mipInterrupt]: report,
      [callbackType.mipImprovingSolution]: report,
    })
    const status = native.getModelStatus()
    const found = planOf(model, native.getSolution().colValue)
    const plan = valueOf(problem, found) >= valueOf(problem, start) ? found : start
    const value = valueOf(problem, plan)
    const bound = Math.max(value, Number(native.info.get('mip_dual_bound')))
    const gap = gapBetween(value, bound)
    return {
      plan,
      value,
      bound,
      gap,
      proved: status === modelStatus.optimal || gap <= limits.gap,
      seconds: seconds(),
    }
  })
}
