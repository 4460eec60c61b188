// The Big List of Naughty Strings as titles, names, reports and notes.
//
//   naughty.mjs LIST make FOLDER       scenarios: notes.scenario has one
//                                      incident with every string as a note and
//                                      as a CAN report, titles.scenario an
//                                      incident for each
//   naughty.mjs LIST check EXPORT [titles]
//                                      every string is in an export as it was
//   naughty.mjs LIST names PROGRAM...  every third string as the name of a
//                                      person: taken, or refused with a clean
//                                      sentence; with FIREGROUND_LONG all
//
// LIST is blns.json.  Ends with 1 and says what is wrong.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [list, verb, ...rest] = process.argv.slice(2);
const strings = JSON.parse(readFileSync(list, 'utf8'))
	.filter((s) => s.trim() !== '' && !s.includes('\0'));
const bytes = (s) => Buffer.byteLength(s);
const titles = strings.filter((s) => bytes(s) <= 200);
const conditions = strings.filter((s) => bytes(s) <= 1000);

let wrong = 0;
function complain(text) {
	wrong++;
	console.log(text);
}

// A word of the grammar: inside "..." \" \\ \n are escapes, nothing else is.
const word = (s) => '"' + s.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n') + '"';

function make(folder) {
	const at = '2026-11-22T14:00:00Z';
	const notes = [`${at} ana declare naughty --severity 2 --take`];
	const declared = titles.map((s) => `${at} ana declare -- ${word(s)}`);

	for (const s of strings)
		notes.push(`${at} raj note -- ${word(s)}`);
	for (const s of conditions)
		notes.push(`${at} raj can --condition ${word('customers: ' + s)}` +
			' --action looking --no-needs');
	writeFileSync(join(folder, 'notes.scenario'), notes.join('\n') + '\n');
	writeFileSync(join(folder, 'titles.scenario'), declared.join('\n') + '\n');
	console.log(`${strings.length} strings, ${titles.length} as titles`);
}

// What stands in the log has to be what was written, byte for byte; blanks at
// the ends are no part of a text.
function check(file, wanted) {
	const texts = new Set();
	const add = (v) => {
		if (typeof v === 'string')
			texts.add(v.trim());
		else if (v && typeof v === 'object')
			Object.values(v).forEach(add);
	};
	for (const line of readFileSync(file, 'utf8').trimEnd().split('\n'))
		add(JSON.parse(line).data);
	for (const s of wanted)
		if (!texts.has(s.trim()))
			complain(`not in the log as it was: ${JSON.stringify(s)}`);
}

function names(program) {
	const step = process.env.FIREGROUND_LONG ? 1 : 3;

	for (let i = 0; i < strings.length; i += step) {
		const s = strings[i];
		const done = spawnSync(program[0],
			[...program.slice(1), '--as', s, 'note', 'by a name'],
			{ encoding: 'utf8' });
		const said = done.stdout + done.stderr;

		if (![0, 2].includes(done.status))
			complain(`ends with ${done.status}: ${JSON.stringify(s)}`);
		if (!said.trim())
			complain(`says nothing: ${JSON.stringify(s)}`);
		if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u
			.test(said))
			complain(`what is printed is not harmless: ${JSON.stringify(said)}`);
	}
}

if (verb === 'make')
	make(rest[0]);
else if (verb === 'check')
	check(rest[0], rest[1] === 'titles' ? titles : strings);
else
	names(rest);
process.exit(wrong ? 1 : 0);
