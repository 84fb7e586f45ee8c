// What Windows PowerShell 5.1 must be able to read, checked without any PowerShell: the grammar is tree-sitter's, and
// the rules below take away what it accepts and 5.1 does not.
//
// The grammar refuses a little that is valid; it has to be written otherwise:
//   bare paths as commands           & '/bin/sh', not /bin/sh
//   bare words in a list             -Name 'a', 'b', not -Name a, b
//   methods called like a keyword    ForEach-Object { }, not .ForEach({ })
//   param below using                full names of types, and no using
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Language, Parser } from 'web-tree-sitter';

const newer = 'newer than PowerShell 5.1';

// rules: for a type of node, what is wrong with it, or nothing.
const rules = {
    pipeline_chain_tail: (node) => `operator ${node.text} is ${newer}`,
    generic_token: (node) => (/^\?\?=?$/.test(node.text) ? `operator ${node.text} is ${newer}` : undefined),
    command: (node) => (isCleanBlock(node) ? `block clean is ${newer}` : undefined),
    expandable_string_literal: newerEscape,
    expandable_here_string_literal: newerEscape,
    try_statement: (node) => (hasHandler(node) ? undefined : 'try has neither catch nor finally'),
};

// To 5.1, and to the grammar, a clean block is a command that is given a block.
function isCleanBlock(command) {
    return /^clean\s*\{/i.test(command.text);
}

function hasHandler(node) {
    return node.namedChildren.some((child) => child.type === 'catch_clauses' || child.type === 'finally_clause');
}

// Escapes are taken in pairs, so that the second of two backticks begins none.
function newerEscape(node) {
    const found = [...node.text.matchAll(/`(u\{|[^])/g)].find(([, escaped]) => escaped === 'e' || escaped === 'u{');
    return found && `escape ${found[0]} is ${newer}`;
}

// loadParser reads the grammar; one parser does for any number of files.
export async function loadParser() {
    // The optimizing compiler would take five seconds over the grammar, and a script is read in a tenth of one.
    setFlagsFromString('--liftoff-only');
    await Parser.init();
    const grammar = fileURLToPath(import.meta.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm'));
    const parser = new Parser();
    parser.setLanguage(await Language.load(grammar));
    return parser;
}

// check returns the faults of a script, given as bytes: { line, column, message }, both counted from 1.
export function check(parser, bytes) {
    const lines = bytes.toString('latin1').split('\n');
    // The grammar wants every statement ended.
    const tree = parser.parse(bytes.toString('utf8') + '\n');
    try {
        return [...notASCII(lines), ...(isEmpty(tree.rootNode) ? [] : faultsBelow(tree.rootNode))];
    } finally {
        tree.delete();
    }
}

// isEmpty: a script without a statement, which the grammar does not know.
function isEmpty(root) {
    const comments = root.children.filter((child) => child.type === 'comment');
    return comments.reduce((text, comment) => text.replace(comment.text, () => ''), root.text).trim() === '';
}

// notASCII yields the first such byte of each line: 5.1 reads a script without a byte order mark in the system's own
// encoding, where other bytes turn into other characters, quotes among them.
function* notASCII(lines) {
    for (const [row, line] of lines.entries()) {
        const column = line.search(/[^\t\r\x20-\x7e]/);
        if (column >= 0) {
            const code = line.charCodeAt(column).toString(16).padStart(2, '0');
            yield { line: row + 1, column: column + 1, message: `byte 0x${code} is not printable ASCII` };
        }
    }
}

// faultsBelow yields the faults of a node; where the parser was lost, what is inside means nothing.
function* faultsBelow(node) {
    if (node.isMissing) {
        yield fault(node, `${node.type} is missing`);
        return;
    }
    if (node.isError) {
        yield fault(node, syntaxError(node.text));
        return;
    }
    const message = rules[node.type]?.(node);
    if (message) {
        yield fault(node, message);
    }
    const below = node.children.flatMap((child) => [...faultsBelow(child)]);
    yield* below;
    // A part of the grammar that has no node of its own can be missing.
    if (node.hasError && below.length === 0) {
        yield fault(node, syntaxError(node.text));
    }
}

function syntaxError(text) {
    const near = JSON.stringify(text.split('\n')[0].slice(0, 40));
    const hint = /\?/.test(text) ? ` (?:, ??, ?. and ?[] are ${newer})` : '';
    return `syntax error near ${near}${hint}`;
}

function fault(node, message) {
    return { line: node.startPosition.row + 1, column: node.startPosition.column + 1, message };
}
