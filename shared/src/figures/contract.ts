import * as Type from 'typebox'
import { defineContract } from '../contract/route.ts'
import { FigureExplanation, FigureQuery, FigureRule } from './schemas.ts'

/** How every figure of the product comes about: the rule and its version, the files and rows, the last change. */
export const figuresContract = defineContract({
  explainFigure: {
    method: 'GET',
    path: '/figures/explanation',
    access: 'signed-in',
    summary:
      'How a figure was computed: its rule and version, what it was made from, which files, the last change',
    query: FigureQuery,
    response: FigureExplanation,
  },
  listFigureRules: {
    method: 'GET',
    path: '/figures/rules',
    access: 'public',
    summary: 'The rule behind every figure the product shows, with its version and what is published of it',
    response: Type.Object({ items: Type.Array(FigureRule) }),
  },
})
