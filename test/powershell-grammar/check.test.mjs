import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { check, loadParser } from './grammar.mjs';

const good = new URL('./fixtures/good.ps1', import.meta.url);
const parser = await loadParser();

test('a good script has no fault', () => {
    assert.deepEqual(check(parser, readFileSync(good)), []);
});

test('a good script with the line ends of Windows has no fault', () => {
    const text = readFileSync(good, 'utf8').replaceAll('\n', '\r\n');
    assert.deepEqual(check(parser, Buffer.from(text)), []);
});

for (const source of ['', '# only a comment', '<# only\na comment #>', '$a = 1', 'Get-Thing']) {
    test(`accepted: ${JSON.stringify(source)}`, () => {
        assert.deepEqual(check(parser, Buffer.from(source)), []);
    });
}

// Each is one fault in a script that is good otherwise; at is where the first report must point.
const refused = [
    { source: '$a = 1\nGet-A && Get-B', at: [2, 7], message: /operator && is newer/ },
    { source: 'Get-A || Get-B', at: [1, 7], message: /operator \|\| is newer/ },
    { source: '"$(Get-A && Get-B)"', at: [1, 10], message: /operator && is newer/ },
    { source: '$a = $b ? 1 : 2', message: /newer/ },
    { source: 'Get-A ($b ? 1 : 2)', message: /newer/ },
    { source: '@{ a = $b ? 1 : 2 }', message: /newer/ },
    { source: '$a = $b ?? 1', message: /newer/ },
    { source: '"$($b ?? 1)"', message: /newer/ },
    { source: 'Get-A ?? 1', at: [1, 7], message: /operator \?\? is newer/ },
    { source: '$a ??= 1', message: /newer/ },
    { source: '${a}?.Length', message: /newer/ },
    { source: '${a}?[0]', message: /newer/ },
    { source: 'function f { clean { 1 } }', at: [1, 14], message: /block clean is newer/ },
    { source: 'function f {\n    process { 1 }\n    Clean { 1 }\n}' },
    { source: 'Get-A &' },
    { source: '$a = "`e[0m"', at: [1, 6], message: /escape `e is newer/ },
    { source: '"a``b`u{2713}"', message: /escape `u\{ is newer/ },
    { source: '@"\n`e\n"@', message: /escape `e is newer/ },
    { source: "$a = 'caf\u00e9'", at: [1, 10], message: /byte 0xc3 is not printable ASCII/ },
    { source: '# \u2019', at: [1, 3], message: /byte 0xe2/ },
    { source: '\ufeff$a = 1', at: [1, 1], message: /byte 0xef/ },
    { source: '$a = "\u0007"', at: [1, 7], message: /byte 0x07/ },
    { source: '$a = 1\nif ($a) {', at: [2, 10], message: /missing/ },
    { source: '$a = 1\n}', at: [2, 1], message: /syntax error/ },
    { source: 'Get-A)', message: /syntax error/ },
    { source: '"never ended' },
    { source: "'never ended" },
    { source: '@"\nnever ended' },
    { source: '@"\nindented end\n    "@' },
    { source: '<# never ended' },
    { source: 'function { }' },
    { source: 'param([string]$a = )' },
    { source: '[string' },
    { source: '$a = 1 +' },
    { source: '$a.' },
    { source: '$a[' },
    { source: '1 -eq' },
    { source: 'Get-A |' },
    { source: 'Get-A | | Get-B' },
    { source: '"a" "b"' },
    { source: 'foreach ($a of $b) { }' },
    { source: 'switch ($a) { 1 { }' },
    { source: 'while { }' },
    { source: 'else { }' },
    { source: 'catch { }' },
    { source: 'try { }', at: [1, 1], message: /neither catch nor finally/ },
    { source: '@{ a = 1; b }' },
];

for (const { source, at, message } of refused) {
    test(`refused: ${JSON.stringify(source)}`, () => {
        const faults = check(parser, Buffer.from(source));
        assert.notEqual(faults.length, 0, 'no fault was found');
        if (at) {
            assert.deepEqual([faults[0].line, faults[0].column], at);
        }
        if (message) {
            assert.match(faults[0].message, message);
        }
    });
}

test('a fault at the end of a long good script is found', () => {
    const text = readFileSync(good, 'utf8');
    const [first] = check(parser, Buffer.from(`${text}Get-A && Get-B\n`));
    assert.deepEqual([first.line, first.column], [text.split('\n').length, 7]);
});

test('the command names the file, the line and the column', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'powershell-grammar-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const bad = join(folder, 'bad.ps1');
    writeFileSync(bad, '$a = 1\nGet-A && Get-B\n');
    const ran = run(fileURLToPath(good), bad);
    assert.equal(ran.stdout, `${bad}:2:7: operator && is newer than PowerShell 5.1\n`);
    assert.equal(ran.status, 1);
});

test('the command is silent about a good file', () => {
    const ran = run(fileURLToPath(good));
    assert.deepEqual([ran.stdout, ran.stderr, ran.status], ['', '', 0]);
});

test('the command refuses to check nothing', () => {
    assert.equal(run().status, 2);
});

test('the command fails on a file that is not there', () => {
    assert.equal(run('nosuch.ps1').status, 1);
});

function run(...files) {
    const script = fileURLToPath(new URL('./check.mjs', import.meta.url));
    return spawnSync(process.execPath, [script, ...files], { encoding: 'utf8' });
}
