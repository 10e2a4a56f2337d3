import { Closed, Email } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { Secret, SignedIn } from './schemas.ts'
import { Acceptance, LinkOwner, LinkToken } from './user-schemas.ts'

export const linksContract = defineContract({
  askForReset: {
    method: 'POST',
    path: '/auth/password-reset',
    access: 'public',
    throttle: 'link',
    replay: 'never',
    summary: 'Ask for an e-mailed link to set a new password; answered the same for every address',
    body: Closed({ email: Email }),
  },
  lookAtLink: {
    method: 'POST',
    path: '/auth/links',
    access: 'public',
    throttle: 'link',
    asks: true,
    summary: 'Whom an e-mailed link is for',
    body: Closed({ token: LinkToken }),
    response: LinkOwner,
  },
  acceptInvitation: {
    method: 'POST',
    path: '/auth/invitation',
    access: 'public',
    throttle: 'link',
    replay: 'never',
    summary: 'Accept an invitation: choose name and password, and be signed in',
    body: Acceptance,
    response: SignedIn,
  },
  resetPassword: {
    method: 'POST',
    path: '/auth/password',
    access: 'public',
    throttle: 'link',
    replay: 'never',
    summary: 'Set a new password with an e-mailed link; every session ends',
    body: Closed({ token: LinkToken, password: Secret }),
  },
})
