/** A fresh UUIDv4. `crypto.randomUUID` is missing on plain http inside a district's network, so it is not used. */
export const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40 // the array has 16 bytes
  bytes[8] = (bytes[8]! & 0x3f) | 0x80 // the array has 16 bytes
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
