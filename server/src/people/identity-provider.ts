import type { Configuration } from 'openid-client'
import type { Settings } from '../settings.ts'
import { publicAddress } from '../settings.ts'

/** What must be remembered between sending someone away and their coming back. */
export interface Journey {
  state: string
  nonce: string
  verifier: string
}

/** What the provider says about the person; the address counts only when the provider has proved it. */
export interface Identity {
  email: string | undefined
  proved: boolean
}

export const callbackPath = '/oauth/callback'

const library = () => import('openid-client') // a third of a megabyte that only installations with a provider need

let found: { issuer: string; configuration: Promise<Configuration> } | undefined

/** What the provider publishes about itself, asked once. After a failure it is asked again. */
const configurationOf = async (settings: Settings): Promise<Configuration> => {
  const issuer = settings.oidcIssuer ?? ''
  if (found?.issuer === issuer) return found.configuration
  const { allowInsecureRequests, discovery, enableNonRepudiationChecks } = await library()
  const server = new URL(issuer)
  const configuration = discovery(server, settings.oidcClientId ?? '', settings.oidcClientSecret, undefined, {
    timeout: 10,
    // The setting takes plain http only for this machine itself; elsewhere a token could be read on its way.
    execute: [enableNonRepudiationChecks, ...(server.protocol === 'http:' ? [allowInsecureRequests] : [])],
  })
  found = { issuer, configuration }
  configuration.catch(() => (found = undefined))
  return configuration
}

/** Where to send someone who wants to sign in, and what to remember meanwhile (OpenID Connect Core 3.1, RFC 7636). */
export const beginJourney = async (settings: Settings): Promise<{ journey: Journey; url: URL }> => {
  const configuration = await configurationOf(settings)
  const {
    buildAuthorizationUrl,
    calculatePKCECodeChallenge,
    randomNonce,
    randomPKCECodeVerifier,
    randomState,
  } = await library()
  const journey = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: publicAddress(settings) + callbackPath,
    scope: 'openid email profile',
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
  })
  return { journey, url }
}

/** Who came back: checks state, nonce, issuer, audience, times and signature, and trades the code once. */
export const endJourney = async (settings: Settings, journey: Journey, query: string): Promise<Identity> => {
  const configuration = await configurationOf(settings)
  const { authorizationCodeGrant, fetchUserInfo } = await library()
  const tokens = await authorizationCodeGrant(
    configuration,
    new URL(publicAddress(settings) + callbackPath + query),
    {
      expectedState: journey.state,
      expectedNonce: journey.nonce,
      pkceCodeVerifier: journey.verifier,
      idTokenExpected: true,
    },
  )
  const claims = tokens.claims()! // an id token was expected and is there
  const said =
    claims.email === undefined && configuration.serverMetadata().userinfo_endpoint
      ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
      : claims
  return {
    email: typeof said.email === 'string' ? said.email.trim().toLowerCase() : undefined,
    proved: said.email_verified === true,
  }
}
