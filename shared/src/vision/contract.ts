import { defineContract } from '../contract/route.ts'
import { Closed, Id } from '../contract/fields.ts'
import { Proposal, Vision, VisionConfirmation, VisionDraft } from './schemas.ts'

export const visionContract = defineContract({
  getVision: {
    method: 'GET',
    path: '/partnerships/:partnershipId/vision',
    access: 'agreements:read',
    summary: 'The shared vision of a partnership: draft, versions, and who confirmed which',
    response: Vision,
  },
  writeVision: {
    method: 'PUT',
    path: '/partnerships/:partnershipId/vision',
    access: 'agreements:write',
    summary: 'Write the draft of the shared vision; version 0 begins it',
    body: VisionDraft,
    response: Vision,
    ifMatch: true,
  },
  proposeVision: {
    method: 'POST',
    path: '/partnerships/:partnershipId/vision/proposal',
    access: 'agreements:write',
    summary: 'Make the draft the next version and ask both sides to confirm it',
    body: Proposal,
    response: Vision,
    ifMatch: true,
  },
  confirmVision: {
    method: 'POST',
    path: '/partnerships/:partnershipId/vision/confirmation',
    access: 'agreements:write',
    summary: 'Confirm the newest version for the district, for the first time or for another year',
    body: VisionConfirmation,
    response: Vision,
  },
  askPartnerAboutVision: {
    method: 'POST',
    path: '/partnerships/:partnershipId/vision/invitation',
    access: 'agreements:write',
    summary: 'E-mail the partner a link to read and confirm the newest version',
    body: Closed({ contactId: Id }),
    response: Vision,
  },
})
