import { parentPort, workerData } from 'node:worker_threads'
import type { PlacementProblem } from '@common-table/shared/placement/problem'
import { solve } from './solve.ts'
import type { SolveLimits } from './solve-figures.ts'

// The thread of one plan: it is begun with the problem, tells how far it is, and ends with the plan.
const { problem, limits } = workerData as { problem: PlacementProblem; limits: SolveLimits } // solve-apart.ts sends it
const solved = await solve(problem, limits, (progress) => parentPort?.postMessage({ progress }))
parentPort?.postMessage({ solved })
