/** What other features call of this one. */
export { randomSecret, sameSecret, secretHash } from './secrets.ts'
export { cutTokens } from './session-queries.ts'
export { invitePerson } from './invite-person.ts'
export { sendResetLink as resetLink } from './links.ts'
export { accountsOf } from './sign-in-queries.ts'
export { beginJourney, callbackPath, endJourney, type Journey } from './identity-provider.ts'
export { signInWithIdentity } from './provider-sign-in.ts'
