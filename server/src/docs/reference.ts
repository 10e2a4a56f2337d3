import { contracts } from '@common-table/shared/contracts'
import {
  apiPrefix,
  paramNames,
  successStatus,
  type Contract,
  type Route,
} from '@common-table/shared/contract/route'
import { problems } from '@common-table/shared/contract/problem'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The API reference as one page of plain HTML: it loads nothing from elsewhere and works without scripts. */
export const referencePage = (version: string): string => {
  const features = Object.entries<Contract>(contracts)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Common Table API ${escaped(version)}</title><link rel="stylesheet" href="/docs/reference.css"></head>
<body><a class="skip" href="#main">Skip to content</a>
<nav aria-label="Contents"><p><strong>Common Table API</strong> ${escaped(version)}</p><ul>
<li><a href="#start">Getting started</a></li>
${features.map(([name]) => `<li><a href="#${name}">${escaped(titleOf(name))}</a></li>`).join('\n')}
<li><a href="#problems">Problems</a></li></ul></nav>
<main id="main" tabindex="-1"><h1>API reference</h1>
${gettingStarted}
${features.map(([name, contract]) => section(name, contract)).join('\n')}
${problemTable}
</main></body></html>`
}

const titleOf = (name: string): string => {
  const words = name
    .replaceAll(/([A-Z])/g, ' $1')
    .replaceAll('-', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const gettingStarted = `<section id="start"><h2>Getting started</h2>
<p>Everything is JSON under <code>${apiPrefix}</code>. The machine-readable description is <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).</p>
<h3>Signing in</h3>
<p>People: <code>POST ${apiPrefix}/auth/sign-in</code> with <code>{"email", "password"}</code> answers an <code>accessToken</code>.
Systems: an administrator makes an API client; <code>POST /oauth/token</code> with its id and secret (client credentials) answers a token whose scopes are the permissions named beside each operation. Send either as <code>Authorization: Bearer …</code>.</p>
<pre><code>curl -s "$HOST/oauth/token" -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials
curl -s "$HOST${apiPrefix}/district" -H "Authorization: Bearer $TOKEN"</code></pre>
<h3>Conventions</h3>
<ul><li>Lists take <code>limit</code> and an opaque <code>cursor</code>; follow <code>nextCursor</code> until it is null.</li>
<li>What can change has a <code>version</code>, sent as <code>ETag</code>. Changes need <code>If-Match</code>; a stale one is 412 with the record as it is now.</li>
<li>Any POST may carry an <code>Idempotency-Key</code>: repeating it gives the same answer and does the work once.</li>
<li>Unknown fields and unknown query parameters are refused. A record of another district is 404.</li>
<li>Days are <code>2026-01-31</code>, moments ISO 8601 with offset. <code>RateLimit</code> headers tell what is left.</li></ul></section>`

const section = (name: string, contract: Contract): string =>
  `<section id="${name}"><h2>${escaped(titleOf(name))}</h2>${Object.entries(contract)
    .map(([operation, route]) => operationOf(operation, route))
    .join('\n')}</section>`

const operationOf = (name: string, route: Route): string => `<article id="${name}">
<h3><span class="method ${route.method.toLowerCase()}">${route.method}</span> <code>${escaped(apiPrefix + route.path)}</code></h3>
<p>${escaped(route.summary)}. <span class="access">${accessOf(route)}</span></p>
<details><summary>Details of ${escaped(name)}</summary><dl>
${
  paramNames(route.path).length > 0
    ? `<dt>Path</dt><dd>${paramNames(route.path)
        .map((param) => `<code>${param}</code> (id)`)
        .join(', ')}</dd>`
    : ''
}
${route.query ? `<dt>Query</dt><dd><pre><code>${schemaText(route.query)}</code></pre></dd>` : ''}
${route.upload ? '<dt>Body</dt><dd>multipart/form-data with one part <code>file</code></dd>' : ''}
${route.body ? `<dt>Body</dt><dd><pre><code>${schemaText(route.body)}</code></pre></dd>` : ''}
${route.ifMatch ? '<dt>Headers</dt><dd><code>If-Match</code> with the version you read</dd>' : ''}
<dt>Answer ${successStatus(route)}</dt><dd>${answerOf(route)}</dd>
</dl></details></article>`

const accessOf = ({ access }: Route): string =>
  access === 'public'
    ? 'Open to everyone.'
    : access === 'signed-in'
      ? 'Any signed-in caller.'
      : `Needs <code>${access}</code>.`

const answerOf = (route: Route): string =>
  route.download
    ? `A file (${escaped(route.download)})`
    : route.response
      ? `${route.events ? 'Server-sent events, each:' : ''}<pre><code>${schemaText(route.response)}</code></pre>`
      : 'Nothing'

interface Shape {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Shape[]
  items?: Shape
  properties?: Record<string, Shape>
  required?: string[]
  format?: string
  minimum?: number
  maximum?: number
  maxLength?: number
}

/** A schema as people write shapes: `name: text ≤ 120`, `schools?: [id]`. */
const schemaText = (schema: object): string => escaped(shapeOf(schema as Shape, 0))

const shapeOf = (shape: Shape, depth: number): string => {
  if (shape.const !== undefined) return JSON.stringify(shape.const)
  if (shape.enum) return shape.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (shape.anyOf) return shape.anyOf.map((each) => shapeOf(each, depth)).join(' | ')
  if (shape.type === 'array') return `[${shape.items ? shapeOf(shape.items, depth) : ''}]`
  if (shape.type === 'object' || shape.properties) {
    const indent = '  '.repeat(depth + 1)
    const lines = Object.entries(shape.properties ?? {}).map(
      ([name, part]) =>
        `${indent}${name}${shape.required?.includes(name) ? '' : '?'}: ${shapeOf(part, depth + 1)}`,
    )
    return lines.length > 0 ? `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}` : '{ }'
  }
  const limits = [
    shape.minimum !== undefined && `≥ ${shape.minimum}`,
    shape.maximum !== undefined && `≤ ${shape.maximum}`,
    shape.maxLength && `≤ ${shape.maxLength} characters`,
  ]
  return [
    shape.format ?? (shape.type === 'string' ? 'text' : (shape.type ?? 'any')),
    ...limits.filter(Boolean),
  ].join(' ')
}

const problemTable = `<section id="problems"><h2>Problems</h2><table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead><tbody>
${Object.entries(problems)
  .map(
    ([code, [status, title]]) =>
      `<tr id="problem-${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${escaped(title)}</td></tr>`,
  )
  .join('\n')}</tbody></table></section>`
