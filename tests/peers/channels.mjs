// What the adapters send, given to those who know the formats better: the
// verifier of Standard Webhooks, the parser of CloudEvents, the parser of
// Adaptive Cards; and what Slack's and Discord's documents say, checked here.
//
//	channels.mjs MODULES FOLDER
//
// FOLDER holds the golden files of the unit tests, NAME.txt, with parts that
// begin with "# KIND", a line "METHOD URL", headers, a blank line, the body.
// Prints "ok WHAT" or "not ok WHAT: WHY" and ends with 1 when there was one.
import {createRequire} from 'node:module';
import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';

const [modules, folder] = process.argv.slice(2);
const require = createRequire(resolve(modules) + '/');
const {Webhook} = require('standardwebhooks');
const {HTTP} = require('cloudevents');
// The package's own entry does not load in node 20.
const cards = require('./adaptivecards/dist/adaptivecards.js');
let failed = 0;

const check = (what, why) => {
	failed += why ? 1 : 0;
	console.log(why ? `not ok ${what}: ${why}` : `ok ${what}`);
};

const refuses = (what, fn) => {
	try {
		fn();
	} catch {
		return check(what, '');
	}
	return check(what, 'it was taken');
};

const takes = (what, fn) => {
	try {
		check(what, fn() || '');
	} catch (e) {
		check(what, e.message);
	}
};

const read = (name) => readFileSync(join(folder, name + '.txt'), 'utf8')
	.split(/^# /m).slice(1).map((part) => {
		const [kind, request, ...lines] = part.split('\n');
		const end = lines.indexOf('');
		const headers = Object.fromEntries(lines.slice(0, end).map((l) =>
			[l.slice(0, l.indexOf(':')), l.slice(l.indexOf(':') + 2)]));

		return {kind, request, headers, body:
			lines.slice(end + 1).join('\n').replace(/\n\n$/, '')};
	});

// ---- webhooks ----------------------------------------------------------

const secret = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
const then = 1795357879;
const now = Date.now;

// The signatures are of the moment that the golden files stand still at.
const at = (seconds, fn) => {
	Date.now = () => seconds * 1000;
	try {
		return fn();
	} finally {
		Date.now = now;
	}
};

for (const r of read('webhook')) {
	const wh = new Webhook(secret);

	takes(`webhook ${r.kind}: the signature`, () => {
		at(then + 2, () => wh.verify(r.body, r.headers));
		return /^[A-Za-z0-9-]+$/.test(r.headers['webhook-id']) ? '' :
			'its id';
	});
	refuses(`webhook ${r.kind}: not with a byte more`, () =>
		at(then, () => wh.verify(r.body + ' ', r.headers)));
	refuses(`webhook ${r.kind}: not 400 s later`, () =>
		at(then + 400, () => wh.verify(r.body, r.headers)));
	takes(`webhook ${r.kind}: the event`, () => {
		const headers = {'content-type': r.headers['Content-Type']};
		const e = HTTP.toEvent({headers, body: r.body});

		return e.validate() && e.id === r.headers['webhook-id'] &&
			e.type === `dev.fireground.incident.${r.kind}` &&
			JSON.parse(r.body).specversion === '1.0' &&
			typeof e.data === 'object' ? '' : JSON.stringify(e);
	});
}
for (const r of read('exec'))
	takes(`exec ${r.kind}: the event`, () => HTTP.toEvent({headers:
		{'content-type': 'application/cloudevents+json'},
		body: r.body}).validate() ? '' : 'not valid');

// ---- cards -------------------------------------------------------------

const parse = (payload) => {
	const context = new cards.SerializationContext();
	const card = new cards.AdaptiveCard();
	const wrong = [];

	card.parse(payload, context);
	for (let i = 0; i < context.eventCount; i++)
		wrong.push(context.getEventAt(i).message);
	for (const event of card.validateProperties().validationEvents)
		wrong.push(event.message);
	return {card, why: wrong.join('; ')};
};

for (const r of read('teams'))
	takes(`teams ${r.kind}: the card`, () => {
		const m = JSON.parse(r.body);
		const {card, why} = parse(m.attachments[0].content);

		if (m.type !== 'message' || m.attachments.length !== 1 ||
		    m.attachments[0].contentType !==
		    'application/vnd.microsoft.card.adaptive')
			return 'not a message with a card';
		return why || (card.getItemCount() > 1 ? '' : 'it is empty');
	});
takes('the parser of cards sees what is wrong', () => parse({
	type: 'AdaptiveCard', version: '1.2', body: [{type: 'TextBlok'}],
}).why ? '' : 'it does not');

// ---- chats -------------------------------------------------------------

const text = (t, type, most) => t && t.type === type && t.text &&
	t.text.length <= most && Object.keys(t).length === 2;
const blocks = {
	header: (b) => text(b.text, 'plain_text', 150),
	section: (b) => text(b.text, 'mrkdwn', 3000),
	context: (b) => b.elements.length >= 1 && b.elements.length <= 10 &&
		b.elements.every((t) => text(t, 'mrkdwn', 2000)),
};
const mentions = /<[!@#]|<https?:/g;

for (const r of read('slack'))
	takes(`slack ${r.kind}: blocks`, () => {
		const m = JSON.parse(r.body);
		const bad = m.blocks.find((b) => !blocks[b.type]?.(b));
		const live = r.body.match(mentions) ?? [];
		const paged = /^(page|stand-down)$/.test(r.kind);

		if (bad || !m.text || m.blocks.length > 50)
			return `what stands in it: ${JSON.stringify(bad)}`;
		if (m.link_names || m.parse)
			return 'it revives mentions';
		if (live.length !== (paged ? 2 : 0))
			return `mentions: ${live}`;
		return JSON.stringify(m.blocks).length < 13000 ? '' : 'too long';
	});
for (const [name, most, live] of [
	['mattermost', 16383, /@(channel|all|here)|<[!@]|\]\(/],
	['rocketchat', 5000, /@(all|here)|<[!@]|\]\(/],
	['discord', 2000, /@(everyone|here)|<@[^8]|<[#!]|\]\(/]])
	for (const r of read(name))
		takes(`${name} ${r.kind}: text`, () => {
			const m = JSON.parse(r.body);

			return !m.text || m.text.length > most ? 'its size' :
				m.text.match(live)?.[0] ?? '';
		});
takes('discord is told in the dialect of Slack', () => read('discord')
	.every((r) => /\/slack(\?|$)/.test(r.request)) ? '' : 'it is not');
for (const r of read('matrix'))
	takes(`matrix ${r.kind}: message`, () => {
		const m = JSON.parse(r.body);

		return m.msgtype && m.body && m['m.mentions'] &&
			!/@room/.test(m.body) && !m.formatted_body &&
			/rooms\/%21[^/]+\/send\/m\.room\.message\/[A-Za-z0-9-]+$/
				.test(r.request) ? '' : r.body;
	});

// ---- pages and customers -----------------------------------------------

for (const r of read('pagerduty'))
	takes(`pagerduty ${r.kind}: event`, () => {
		const m = JSON.parse(r.body);
		const p = m.payload;

		if (!/^(trigger|resolve)$/.test(m.event_action) ||
		    m.dedup_key.length > 255 || m.routing_key.length !== 32)
			return 'action or keys';
		return m.event_action === 'resolve' || (p.summary.length <= 1024 &&
			p.source && /^(critical|error|warning|info)$/
				.test(p.severity)) ? '' : 'payload';
	});
takes('pagerduty: a page is called off by its own key', () => {
	const [page, stop] = read('pagerduty').map((r) => JSON.parse(r.body));

	return page.dedup_key === stop.dedup_key &&
		page.routing_key === stop.routing_key ? '' : 'it is not';
});
for (const r of [...read('statuspage'), ...read('statuspage-story')])
	takes(`statuspage ${r.request.split(' ')[0]}: incident`, () => {
		const i = r.body && JSON.parse(r.body).incident;

		if (!i)
			return /^(GET|PUT) /.test(r.request) ? '' : 'none';
		return /^(investigating|identified|monitoring|resolved)$/
			.test(i.status) && i.body.length <= 25000 &&
			/checkout errors|INC-17 SEV|log /.test(i.body + i.name) ===
			false && i.metadata.fireground.id ? '' : r.body;
	});
process.exit(failed ? 1 : 0);
