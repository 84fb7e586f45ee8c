// Checks PowerShell scripts against the grammar of 5.1:
//
//   node check.mjs FILE…
//
// It prints FILE:LINE:COLUMN: FAULT for each fault, and exits with 1 if there is any.
import { readFileSync } from 'node:fs';
import { check, loadParser } from './grammar.mjs';

const files = process.argv.slice(2);
if (files.length === 0) {
    console.error('usage: node check.mjs FILE…');
    process.exit(2);
}
const parser = await loadParser();
let count = 0;
for (const file of files) {
    for (const { line, column, message } of check(parser, readFileSync(file))) {
        console.log(`${file}:${line}:${column}: ${message}`);
        count++;
    }
}
process.exitCode = count > 0 ? 1 : 0;
