import { parentPort, workerData } from 'node:worker_threads'
import { computeNetwork, type NamedGraph } from './compute-network.ts'

/** The figures and the picture of one network, beside the thread that answers requests. */
const graph = JSON.parse(workerData as string) as NamedGraph // what the query wrote
parentPort?.postMessage(JSON.stringify(computeNetwork(graph)))
