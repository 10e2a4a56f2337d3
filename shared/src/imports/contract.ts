import * as Type from 'typebox'
import { Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import * as schemas from './schemas.ts'

export const importsContract = defineContract({
  listImports: {
    method: 'GET',
    path: '/imports',
    access: 'imports:read',
    summary: 'Files brought in, newest first',
    query: schemas.ImportFilter,
    response: Page(schemas.ImportSummary),
  },
  uploadImport: {
    method: 'POST',
    path: '/imports',
    access: 'imports:write',
    summary:
      'Send a CSV, TSV, XLSX or JSON file and see what its columns are taken to be; nothing is brought in yet',
    query: schemas.UploadQuery,
    upload: true,
    response: schemas.Import,
  },
  getImport: {
    method: 'GET',
    path: '/imports/:importId',
    access: 'imports:read',
    summary: 'One import with its columns, counts and what to know about it',
    response: schemas.Import,
  },
  changeImport: {
    method: 'PATCH',
    path: '/imports/:importId',
    access: 'imports:write',
    summary: 'Say what the columns mean and what to do with records that are here already',
    body: schemas.ImportChange,
    response: schemas.Import,
    ifMatch: true,
  },
  listImportFields: {
    method: 'GET',
    path: '/imports/:importId/fields',
    access: 'imports:read',
    summary: 'The fields columns of this import can be mapped to',
    response: Type.Object({ items: Type.Array(schemas.ImportField) }),
  },
  checkImport: {
    method: 'POST',
    path: '/imports/:importId/check',
    access: 'imports:write',
    summary: 'Go through the whole file without writing: what would be new, changed or refused, row by row',
    response: schemas.Import,
  },
  runImport: {
    method: 'POST',
    path: '/imports/:importId/run',
    access: 'imports:write',
    summary: 'Bring the file in, all of it or nothing',
    response: schemas.Import,
  },
  cancelImport: {
    method: 'POST',
    path: '/imports/:importId/cancel',
    access: 'imports:write',
    summary: 'Stop a check or a run; nothing of it stays',
    response: schemas.Import,
  },
  undoImport: {
    method: 'POST',
    path: '/imports/:importId/undo',
    access: 'imports:write',
    summary: 'Take back what an import brought in, except what people changed since',
    response: schemas.Import,
  },
  followImport: {
    method: 'GET',
    path: '/imports/:importId/live',
    access: 'imports:read',
    summary: 'How far an import is, as it goes',
    response: schemas.ImportProgress,
    events: true,
  },
  listImportProblems: {
    method: 'GET',
    path: '/imports/:importId/problems',
    access: 'imports:read',
    summary: 'What was said about rows of the file, in their order',
    query: schemas.ProblemFilter,
    response: Page(schemas.StoredProblem),
  },
  downloadRefusedRows: {
    method: 'GET',
    path: '/imports/:importId/refused-rows',
    access: 'imports:read',
    summary:
      'The refused rows as a CSV file with a column that says what to do; fix them and send the file again',
    download: 'text/csv',
  },
})

export const reviewContract = defineContract({
  listReviewItems: {
    method: 'GET',
    path: '/review-items',
    access: 'imports:read',
    summary: 'Questions only a person can answer, surest first',
    query: schemas.ReviewFilter,
    response: Page(schemas.ReviewItem),
  },
  getReviewItem: {
    method: 'GET',
    path: '/review-items/:reviewItemId',
    access: 'imports:read',
    summary: 'One question with its evidence',
    response: schemas.ReviewItem,
  },
  acceptReviewItem: {
    method: 'POST',
    path: '/review-items/:reviewItemId/accept',
    access: 'imports:write',
    summary: 'Say which school a site is at, or which organization this one is',
    body: schemas.Acceptance,
    response: schemas.ReviewItem,
    ifMatch: true,
  },
  rejectReviewItem: {
    method: 'POST',
    path: '/review-items/:reviewItemId/reject',
    access: 'imports:write',
    summary: 'Say that a site is at none of the schools, or that the two organizations are two',
    response: schemas.ReviewItem,
    ifMatch: true,
  },
  reopenReviewItem: {
    method: 'POST',
    path: '/review-items/:reviewItemId/reopen',
    access: 'imports:write',
    summary: 'Take an answer back',
    response: schemas.ReviewItem,
    ifMatch: true,
  },
  acceptManyReviewItems: {
    method: 'POST',
    path: '/review-items/accept',
    access: 'imports:write',
    summary: 'Accept the first candidate of every open question of at least this confidence',
    body: schemas.BulkAcceptance,
    response: schemas.BulkAccepted,
  },
})
