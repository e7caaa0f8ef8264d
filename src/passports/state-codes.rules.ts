// The three-letter codes that may stand in a zone as issuer or nationality: ICAO 9303-3 §5, which takes ISO 3166-1 alpha-3 and adds its own.

const iso = new Set(
  `ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN
  BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH
  FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN
  IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL
  MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL
  PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA
  TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE`.split(/\s+/),
)

/** What ICAO adds. Germany writes D; British passports tell other kinds of nationals apart. */
const added = {
  state: ['GBD', 'GBN', 'GBO', 'GBP', 'GBS', 'RKS'],
  organisation: ['EUE', 'UNO', 'UNA', 'UNK', 'XBA', 'XIM', 'XCC', 'XCE', 'XCO', 'XEC', 'XES', 'XMP', 'XPO', 'XOM', 'XDC'],
  stateless: ['XXA'],
  refugee: ['XXB', 'XXC'],
  // Three times X, written so because those letters mark unfinished work elsewhere.
  unspecified: ['X'.repeat(3)],
  specimen: ['UTO'],
} as const

/** What a code stands for. `refugee`: by the convention of 1951 (XXB) or otherwise (XXC); `specimen`: a sample's, of no state. */
export type CodeKind = keyof typeof added
const kinds = new Map<string, CodeKind>(Object.entries(added).flatMap(([kind, codes]) => codes.map((code) => [code, kind as CodeKind] as const)))

/** To choose from: a sample's code is nobody's nationality. */
export const everyStateCode: readonly string[] = [...iso, ...kinds.keys()].filter((code) => kinds.get(code) !== 'specimen')

/** A field of a zone as alpha-3 with its kind: "D<<" is DEU. Undefined: no such code. */
export function readStateCode(field: string): { readonly code: string; readonly kind: CodeKind } | undefined {
  if (field === 'D<<') return { code: 'DEU', kind: 'state' }
  const kind = iso.has(field) ? 'state' : kinds.get(field)
  return kind && { code: field, kind }
}
