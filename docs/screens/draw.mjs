// A captured screen as a picture.
//
//   draw.mjs WxH dark|light CURSOR TITLE <CAPTURE >PICTURE.svg
//
// CURSOR is its column and row, such as 20,4, or empty where none is shown.
// CAPTURE is what `tmux capture-pane -e -N -p` prints.  Every character gets its
// own column whatever font the picture is looked at with: text is stretched to
// the width of its cells, and frames and blocks are lines and rectangles, so
// that they meet.  The same capture is the same picture, byte for byte.

import { readFileSync } from 'node:fs';

const [size, ground, cursor, title] = process.argv.slice(2);
const [cols, rows] = size.split('x').map(Number);
const W = 8;		// of a cell, in pixels
const H = 18;
const BASE = 13.5;	// where letters stand in a cell
const MARGIN = 10;

const paper = {
	dark: { back: '#15171c', front: '#d6d9df' },
	light: { back: '#ffffff', front: '#1c2026' },
}[ground];
const sixteen = ['#2a2d34', '#d8504d', '#5aa857', '#c99a2e', '#5288d6', '#ae6cc4',
	'#3aa3a8', '#c4c8cf', '#757b86', '#ff7a70', '#85d07c', '#f0c75c', '#82b1ff',
	'#d79bea', '#6bd2d6', '#ffffff'];

function fail(text) {
	console.error(`draw: ${title}: ${text}`);
	process.exit(1);
}

// ---- Colours.

const hex = (r, g, b) =>
	'#' + [r, g, b].map((v) => v.toString(16).padStart(2, '0')).join('');

function indexed(n) {
	const level = (v) => (v ? 55 + 40 * v : 0);

	if (n < 16)
		return sixteen[n];
	if (n >= 232)
		return hex(...Array(3).fill(8 + 10 * (n - 232)));
	n -= 16;
	return hex(level(Math.floor(n / 36)), level(Math.floor(n / 6) % 6), level(n % 6));
}

const parts = (c) => [1, 3, 5].map((i) => parseInt(c.slice(i, i + 2), 16));
const between = (a, b) =>
	hex(...parts(a).map((v, i) => Math.round((v * 11 + parts(b)[i] * 9) / 20)));

// ---- The capture: rows of cells with their looks.

const plain = () => ({ front: null, back: null, bold: false, dim: false,
	italic: false, under: false, reverse: false });

// Sets the colour that begins at codes[i]; returns how many codes it took.
function extended(look, which, codes, i) {
	if (codes[i + 1] === 5) {
		look[which] = indexed(codes[i + 2]);
		return 2;
	}
	if (codes[i + 1] === 2) {
		look[which] = hex(...codes.slice(i + 2, i + 5));
		return 4;
	}
	return fail(`a colour of a kind that is not known: ${codes}`);
}

const switches = {
	0: (l) => Object.assign(l, plain()),
	1: (l) => { l.bold = true; },
	2: (l) => { l.dim = true; },
	3: (l) => { l.italic = true; },
	4: (l) => { l.under = true; },
	7: (l) => { l.reverse = true; },
	22: (l) => { l.bold = l.dim = false; },
	23: (l) => { l.italic = false; },
	24: (l) => { l.under = false; },
	27: (l) => { l.reverse = false; },
	39: (l) => { l.front = null; },
	49: (l) => { l.back = null; },
};

function change(look, codes) {
	for (let i = 0; i < codes.length; i++) {
		const n = codes[i];

		if (switches[n])
			switches[n](look);
		else if (n === 38 || n === 48)
			i += extended(look, n === 38 ? 'front' : 'back', codes, i);
		else if (n >= 30 && n <= 37 || n >= 90 && n <= 97)
			look.front = indexed(n >= 90 ? n - 82 : n - 30);
		else if (n >= 40 && n <= 47 || n >= 100 && n <= 107)
			look.back = indexed(n >= 100 ? n - 92 : n - 40);
		else
			fail(`a style that is not known: ${n}`);
	}
}

// What is painted: reverse and dim are colours then.
function painted(look) {
	let front = look.front ?? paper.front;
	let back = look.back;

	if (look.reverse)
		[front, back] = [back ?? paper.back, front];
	if (look.dim)
		front = between(front, back ?? paper.back);
	return { front, back, bold: look.bold, italic: look.italic, under: look.under };
}

// Only what takes one column everywhere; the sample data has nothing else.
function sure(c) {
	const n = c.codePointAt(0);

	if (n < 0x20 || /\p{M}|\p{C}/u.test(c) || n >= 0x1100 && n < 0x2000 ||
	    n >= 0x2e80)
		fail(`a character whose width is not known: U+${n.toString(16)}`);
	return c;
}

function cellsOf(text) {
	const token = /\x1b\[([\d;:]*)m|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|[\x0e\x0f]|(.)/gsu;
	const look = plain();
	const grid = [];

	for (const line of text.split('\n').slice(0, rows)) {
		const row = [];

		for (const [, codes, c] of line.matchAll(token)) {
			if (codes !== undefined)
				change(look, (codes || '0').split(/[;:]/).map(Number));
			else if (c !== undefined)
				row.push({ c: sure(c), ...painted(look) });
		}
		if (row.length > cols)
			fail(`a row of ${row.length} cells`);
		grid.push(row);
	}
	return grid;
}

// ---- Lines and blocks.

// Arms of a frame character: left, right, up, down; 1 light, 2 heavy.
const arms = {
	'─': [1, 1, 0, 0], '━': [2, 2, 0, 0], '│': [0, 0, 1, 1], '┃': [0, 0, 2, 2],
	'┌': [0, 1, 0, 1], '┐': [1, 0, 0, 1], '└': [0, 1, 1, 0], '┘': [1, 0, 1, 0],
	'├': [0, 1, 1, 1], '┤': [1, 0, 1, 1], '┬': [1, 1, 0, 1], '┴': [1, 1, 1, 0],
	'┼': [1, 1, 1, 1], '╴': [1, 0, 0, 0], '╶': [0, 1, 0, 0], '╸': [2, 0, 0, 0],
	'╺': [0, 2, 0, 0], '╼': [1, 2, 0, 0], '╾': [2, 1, 0, 0],
};
// Rounded corners: from the middle of one edge to the middle of another.
const round = {
	'╭': [W / 2, H, W, H / 2], '╮': [W / 2, H, 0, H / 2],
	'╰': [W / 2, 0, W, H / 2], '╯': [W / 2, 0, 0, H / 2],
};
// Blocks: x, y, width and height in parts of a cell.
const blocks = {
	'█': [0, 0, 1, 1], '▀': [0, 0, 1, 1 / 2], '▄': [0, 1 / 2, 1, 1 / 2],
	'▌': [0, 0, 1 / 2, 1], '▐': [1 / 2, 0, 1 / 2, 1],
	'▔': [0, 0, 1, 1 / 8], '▕': [7 / 8, 0, 1 / 8, 1],
};
for (let i = 1; i < 8; i++) {
	blocks[String.fromCodePoint(0x2580 + i)] ??= [0, 1 - i / 8, 1, i / 8];
	blocks[String.fromCodePoint(0x2590 - i)] ??= [0, 0, i / 8, 1];
}

const strokes = new Map();	// colour and weight → path
const fills = new Map();	// colour → path

const add = (map, key, piece) => map.set(key, (map.get(key) ?? '') + piece);
const short = (n) => String(Math.round(n * 100) / 100);

// Pieces that touch become one, so that no seam shows between cells.
function join(pieces) {
	const open = [];

	for (const p of pieces) {
		const last = open.find((o) => o.key === p.key && o.line === p.line &&
			o.to === p.from);

		if (last)
			last.to = p.to;
		else
			open.push({ ...p });
	}
	return open;
}

function drawFrames(grid) {
	const across = [];
	const down = [];

	grid.forEach((row, r) => row.forEach((cell, i) => {
		const x = i * W;
		const y = r * H;
		const mx = x + W / 2;
		const my = y + H / 2;
		const a = arms[cell.c];
		const c = round[cell.c];

		if (c) {
			add(strokes, `${cell.front} 1`, `M${x + c[0]} ${y + c[1]}Q${mx} ` +
				`${my} ${x + c[2]} ${y + c[3]}`);
		} else if (a) {
			[[across, my, x, mx, 0], [across, my, mx, x + W, 1],
				[down, mx, y, my, 2], [down, mx, my, y + H, 3]]
				.filter((s) => a[s[4]])
				.forEach(([to, line, from, end, n]) => to.push({
					key: `${cell.front} ${a[n]}`, line, from, to: end }));
		}
	}));
	for (const s of join(across))
		add(strokes, s.key, `M${s.from} ${s.line}H${s.to}`);
	down.sort((a, b) => a.line - b.line || a.from - b.from);
	for (const s of join(down))
		add(strokes, s.key, `M${s.line} ${s.from}V${s.to}`);
}

// Rectangles side by side in a row are one, and so are equal ones below each
// other.
function drawRectangles(list) {
	const wide = join(list.map((b) => ({ ...b, line: `${b.top} ${b.bottom}`,
		from: b.left, to: b.right })));
	const high = wide.map((b) => ({ key: b.key, line: `${b.from} ${b.to}`,
		from: b.top, to: b.bottom, left: b.from, right: b.to }));

	for (const b of join(high))
		add(fills, b.key, `M${short(b.left)} ${short(b.from)}H${short(b.right)}` +
			`V${short(b.to)}H${short(b.left)}z`);
}

function drawBlocks(grid) {
	const backs = [];
	const fronts = [];

	grid.forEach((row, r) => row.forEach((cell, i) => {
		const b = blocks[cell.c];
		const put = (to, key, [x, y, w, h]) => to.push({ key,
			left: (i + x) * W, right: (i + x + w) * W,
			top: (r + y) * H, bottom: (r + y + h) * H });

		if (cell.back && cell.back !== paper.back)
			put(backs, cell.back, [0, 0, 1, 1]);
		if (b)
			put(fronts, cell.front, b);
	}));
	drawRectangles(backs);
	const under = fillsAsText();
	fills.clear();
	drawRectangles(fronts);
	return under;
}

function fillsAsText() {
	return [...fills].map(([c, d]) => `<path fill="${c}" d="${d}"/>\n`).join('');
}

// ---- Text.

const escaped = (s) => s.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const classes = new Map();

function classOf(cell) {
	const style = `fill:${cell.front}` + (cell.bold ? ';font-weight:bold' : '') +
		(cell.italic ? ';font-style:italic' : '');

	if (!classes.has(style))
		classes.set(style, 'c' + classes.size.toString(36));
	return classes.get(style);
}

const isDrawn = (c) => c in arms || c in round || c in blocks;
const isLetter = (c) => c > ' ' && c <= 'ÿ';

// A piece of text ends where the look changes, at two blanks, and around each
// character that a font may not have: those stand in the middle of their cells.
function pieces(row) {
	const out = [];
	let piece = null;

	row.forEach((cell, i) => {
		const look = classOf(cell);

		if (cell.c === ' ' && piece && row[i + 1] && isLetter(row[i + 1].c) &&
		    isLetter(row[i - 1].c) && classOf(row[i + 1]) === piece.look) {
			piece.text += ' ';
		} else if (cell.c === ' ' || isDrawn(cell.c)) {
			piece = null;
		} else if (!isLetter(cell.c)) {
			out.push({ look, at: i, text: cell.c, alone: true });
			piece = null;
		} else if (piece && piece.look === look) {
			piece.text += cell.c;
		} else {
			piece = { look, at: i, text: cell.c };
			out.push(piece);
		}
	});
	return out;
}

function drawText(grid) {
	return grid.map((row, r) => pieces(row).map((p) => {
		const y = short(r * H + BASE);

		if (p.alone)
			return `<text class="${p.look} m" x="${p.at * W + W / 2}" ` +
				`y="${y}">${escaped(p.text)}</text>\n`;
		return `<text class="${p.look}" x="${p.at * W}" y="${y}" textLength=` +
			`"${p.text.length * W}" lengthAdjust="spacingAndGlyphs">` +
			`${escaped(p.text)}</text>\n`;
	}).join('')).join('');
}

function drawUnderlines(grid) {
	const list = [];

	grid.forEach((row, r) => row.forEach((cell, i) => {
		if (cell.under)
			list.push({ key: `${cell.front} 1`, line: r * H + BASE + 2,
				from: i * W, to: i * W + W });
	}));
	for (const s of join(list))
		add(strokes, s.key, `M${s.from} ${s.line}H${s.to}`);
}

// A bar before the character that is typed next.
function drawCursor() {
	if (!cursor)
		return '';
	const [x, y] = cursor.split(',').map(Number);

	return `<path fill="${paper.front}" d="M${x * W} ${y * H + 1}h2v${H - 2}h-2z"/>\n`;
}

// ---- All of it.

const grid = cellsOf(readFileSync(0, 'utf8'));
const under = drawBlocks(grid);
const over = fillsAsText();
drawFrames(grid);
drawUnderlines(grid);
const text = drawText(grid);
const lines = [...strokes].map(([key, d]) => {
	const [colour, weight] = key.split(' ');

	return `<path fill="none" stroke="${colour}" stroke-width="${weight * 1.25}" ` +
		`d="${d}"/>\n`;
}).join('');
const styles = [...classes].map(([style, name]) => `.${name}{${style}}\n`).join('');
const width = cols * W + 2 * MARGIN;
const height = rows * H + 2 * MARGIN;

process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" \
height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escaped(title)}</title>
<style>
text{font-family:"DejaVu Sans Mono",Menlo,Consolas,ui-monospace,monospace;font-size:13.29px}
.m{text-anchor:middle}
${styles}</style>
<rect width="${width}" height="${height}" rx="6" fill="${paper.back}"/>
<g transform="translate(${MARGIN} ${MARGIN})">
<g shape-rendering="crispEdges">
${under}${over}</g>
${lines}${text}${drawCursor()}</g>
</svg>
`);
