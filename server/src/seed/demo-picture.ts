import { crc32, deflateSync } from 'node:zlib'

const [width, height] = [800, 450]
type Colour = readonly [number, number, number]

/** A garden by the river: sky, sun, hills, water and rows of green. Nobody is in it, and nothing is anybody's photograph. */
const colourAt = (x: number, y: number): Colour => {
  if ((x - 620) ** 2 + (y - 110) ** 2 < 2500) return [250, 205, 90]
  const hill = 210 + 40 * Math.sin(x / 130) + 15 * Math.sin(x / 47)
  if (y < hill) return [190 - y / 6, 222 - y / 12, 240]
  const bank = 300 + 8 * Math.sin(x / 60)
  if (y < bank) return y < hill + 26 ? [86, 130, 92] : [110, 156, 98]
  if (y < 350) return [74, 130 + Math.round(4 * Math.sin(x / 9 + y)), 178]
  const row = (x + (y - 350) * (x - 400) * 0.006) / 46
  return row - Math.floor(row) < 0.42 ? [70, 140, 66] : [126, 88, 58]
}

const chunk = (name: string, content: Buffer): Buffer => {
  const whole = Buffer.alloc(content.length + 12)
  whole.writeUInt32BE(content.length, 0)
  whole.write(name, 4, 'latin1')
  content.copy(whole, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, content.length + 8)), content.length + 8)
  return whole
}

/** The picture as a PNG. */
export const demoPicture = (): File => {
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows.set(
        colourAt(x, y).map((part) => Math.round(part) & 255),
        y * (width * 3 + 1) + 1 + x * 3,
      )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return new File([new Uint8Array(Buffer.concat([signature, ...parts]))], 'garden.png', { type: 'image/png' })
}
