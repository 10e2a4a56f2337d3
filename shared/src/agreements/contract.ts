import * as Type from 'typebox'
import { Page, Reference } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { AgreementFilter, AgreementItem, StageClock, StageStandards } from './list-schemas.ts'
import { Agreement, AgreementChange, AmendmentStart, NewAgreement } from './schemas.ts'

export const agreementsContract = defineContract({
  listAgreements: {
    method: 'GET',
    path: '/agreements',
    access: 'agreements:read',
    summary: 'Agreements with their stage, days in it, and what is stuck, ends or may be given notice',
    query: AgreementFilter,
    response: Page(AgreementItem),
  },
  getStageClock: {
    method: 'GET',
    path: '/agreements/clock',
    access: 'agreements:read',
    summary: 'How long each stage takes: open, stuck, standard, medians by stage and intensity',
    response: Type.Array(StageClock),
  },
  setStageStandards: {
    method: 'PUT',
    path: '/agreements/standards',
    access: 'agreements:approve',
    summary: 'Days each stage should take at most',
    body: StageStandards,
    response: Type.Array(StageClock),
  },
  listSigners: {
    method: 'GET',
    path: '/agreements/signers',
    access: 'agreements:write',
    summary: 'The people who may sign for the district',
    response: Type.Array(Reference),
  },
  getAgreement: {
    method: 'GET',
    path: '/agreements/:agreementId',
    access: 'agreements:read',
    summary: 'One agreement with its sections, promises, stages, documents and signatures',
    response: Agreement,
  },
  beginAgreement: {
    method: 'POST',
    path: '/partnerships/:partnershipId/agreements',
    access: 'agreements:write',
    summary: 'Begin an agreement from the template of its type',
    body: NewAgreement,
    response: Agreement,
  },
  changeAgreement: {
    method: 'PATCH',
    path: '/agreements/:agreementId',
    access: 'agreements:write',
    summary: 'Change the terms of a draft, or who signs until it is signed',
    body: AgreementChange,
    response: Agreement,
    ifMatch: true,
  },
  renewAgreement: {
    method: 'POST',
    path: '/agreements/:agreementId/renewal',
    access: 'agreements:write',
    summary: 'Begin the next agreement, pre-filled from this one',
    response: Agreement,
  },
  amendAgreement: {
    method: 'POST',
    path: '/agreements/:agreementId/amendment',
    access: 'agreements:write',
    summary: 'Begin an amendment of a signed agreement, with its reason and the day it takes effect',
    body: AmendmentStart,
    response: Agreement,
  },
})
