// Writes a PO file anew by gettext-parser: node write-po.mjs FILE -o FILE.
import { readFileSync, writeFileSync } from 'node:fs';
import { po } from 'gettext-parser';

writeFileSync(process.argv.at(-1), po.compile(po.parse(readFileSync(process.argv[2]))));
