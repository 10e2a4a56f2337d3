import { parentPort, workerData } from 'node:worker_threads'
import { publishedTable } from '@common-table/shared/outcomes/published-table'
import type { TableToScreen } from './screen.ts'

/** Screens one large table beside the thread that answers requests. */
const { figures, rules } = workerData as TableToScreen // what screen.ts hands over
parentPort?.postMessage(publishedTable(figures, rules))
