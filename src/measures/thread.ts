import { parentPort, workerData } from 'node:worker_threads';
import { computeMeasure, type MeasureWork } from './measure.js';

// The thread that computes one measure. It has no connection to a store, so it can end at any time.

const { graph, measure } = workerData as MeasureWork;
parentPort?.postMessage(computeMeasure(graph, measure));
