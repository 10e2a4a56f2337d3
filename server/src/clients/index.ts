/** What the token endpoint needs of this feature. */
export { grantToken } from './grant-token.ts'
export { readTokenRequest, TokenRefusal } from './token-request.ts'
