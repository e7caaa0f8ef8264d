/**
 * Derives data/holidays/library.json from the library that carries both states. Usage: node scripts/run.mjs scripts/build-holidays.ts [--check] [PYTHON]
 * The library is Python's and no dependency: it is asked when the years are carried on (docs/decisions/0021-holidays-as-data.md). Needs once: pip install holidays==0.105
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/config.ts'

const library = { name: 'holidays', version: '0.105', licence: 'MIT', home: 'https://github.com/vacanza/holidays' }
const [firstYear, lastYear] = [2024, 2030]
const target = join(projectRoot, 'data', 'holidays', 'library.json')

// Thai offices keep the days of the category "government" too; Cambodia has one category.
const program = `
import holidays, json, sys
if holidays.__version__ != sys.argv[1]: sys.exit("holidays " + holidays.__version__ + " is installed, wanted is " + sys.argv[1])
years = range(int(sys.argv[2]), int(sys.argv[3]) + 1)
kept = {"KH": ("public",), "TH": ("public", "government")}
days = {state: holidays.country_holidays(state, years=years, language="en_US", categories=kinds) for state, kinds in kept.items()}
print(json.dumps({state: {day.isoformat(): name for day, name in sorted(found.items())} for state, found in days.items()}))
`

const [python = 'python3'] = process.argv.slice(2).filter((each) => each !== '--check')
const printed = execFileSync(python, ['-c', program, library.version, String(firstYear), String(lastYear)], { encoding: 'utf8' })
const text = `${JSON.stringify({ library, firstYear, lastYear, days: JSON.parse(printed) }, null, 2)}\n`
if (!process.argv.includes('--check')) writeFileSync(target, text)
else if (readFileSync(target, 'utf8') !== text) throw new Error(`${target} is not what the library says`)
console.log(`${target}: ${text.length} characters, ${firstYear} to ${lastYear}`)
