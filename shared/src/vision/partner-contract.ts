import { defineContract } from '../contract/route.ts'
import { VisionConfirmation, VisionForPartner, VisionWish } from './schemas.ts'

export const partnerVisionContract = defineContract({
  readVisionByLink: {
    method: 'GET',
    path: '/link/vision',
    access: { link: 'vision' },
    summary: 'The newest version of the shared vision, and the one the partner confirmed last',
    response: VisionForPartner,
  },
  confirmVisionByLink: {
    method: 'POST',
    path: '/link/vision/confirmation',
    access: { link: 'vision', spends: true },
    summary: 'Confirm the shared vision for the partner; the link has then done its work',
    body: VisionConfirmation,
    response: VisionForPartner,
  },
  wishForVision: {
    method: 'POST',
    path: '/link/vision/wish',
    access: { link: 'vision' },
    summary: 'Ask for a change of the shared vision, before confirming it',
    body: VisionWish,
    response: VisionForPartner,
  },
})
