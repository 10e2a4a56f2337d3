import { defineContract } from '../contract/route.ts'
import {
  EquityChanges,
  EquityOfSupply,
  EquitySchoolQuery,
  EquitySchools,
  EquitySettings,
  EquityVersion,
  EquityVersions,
  NewEquityVersion,
  PriorityQuery,
  PriorityQueue,
} from './schemas.ts'

/** Rankings stigmatise: nothing of the index is seen by whoever does not place help (domain 3.11). */
export const equityContract = defineContract({
  listEquityVersions: {
    method: 'GET',
    path: '/equity-index/versions',
    access: 'equity:read',
    summary: 'Versions of the equity index, the one that counts first, with their indicators and weights',
    response: EquityVersions,
  },
  keepEquityVersion: {
    method: 'POST',
    path: '/equity-index/versions',
    access: 'equity:write',
    summary:
      'Compute the equity index of all open schools from these indicators and keep it as the version that counts',
    body: NewEquityVersion,
    response: EquityVersion,
  },
  previewEquityVersion: {
    method: 'POST',
    path: '/equity-index/preview',
    access: 'equity:write',
    summary: 'What these indicators would change against the version that counts; nothing is kept',
    body: EquitySettings,
    asks: true,
    response: EquityChanges,
  },
  equityChanges: {
    method: 'GET',
    path: '/equity-index/versions/:versionId/changes',
    access: 'equity:read',
    summary: 'What a version changed against the one before',
    response: EquityChanges,
  },
  listEquitySchools: {
    method: 'GET',
    path: '/equity-index/schools',
    access: 'equity:read',
    summary: 'Schools with score, rank, tier and what each indicator adds, the neediest first',
    query: EquitySchoolQuery,
    response: EquitySchools,
  },
  equityOfSupply: {
    method: 'GET',
    path: '/equity-index/supply',
    access: 'equity:read',
    summary: 'Supply per 100 students by tier, the ratio of the ends, the concentration index and its curve',
    response: EquityOfSupply,
  },
  listNeedPriorities: {
    method: 'GET',
    path: '/need-priorities',
    access: 'equity:read',
    summary: 'Open needs by severity, unmet share, equity and reach, with every factor',
    query: PriorityQuery,
    response: PriorityQueue,
  },
})
