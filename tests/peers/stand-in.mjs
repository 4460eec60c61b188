// A stand-in for everything that channels lead to: records what comes, in
// order, and answers as it was told to.
//
//	node stand-in.mjs FOLDER [KEY.pem CERT.pem]
//
// It listens on 127.0.0.1, on a free port that it writes to FOLDER/port, and
// adds a line of JSON to FOLDER/requests for each request:
// {"n":1,"path":"/slack/a","method":"POST","headers":{...},"body":"...",
// "bad":""}.  bad says what the real one would refuse.
//
// POST /-/answers?path=/slack/a with a list: the next requests of that path
// get those answers, one each: {"status":503,"headers":{"retry-after":"1"},
// "body":"..."}, {"reset":"before"} (without a word), {"reset":"after"} (half
// an answer), {"hang":true}, {"wait":200} (ms before the usual answer),
// {"endless":true}.  After the list, or without one, it answers as the real one
// does.  POST /-/down and /-/up: every request of the paths is reset, or not.
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';

const [folder, keyFile, certFile] = process.argv.slice(2);
const answers = new Map();
let count = 0, down = false;

const isJson = (text) => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

// What each kind is strict about, and what it answers: by the path's head.
const kinds = {
	slack: {
		method: 'POST', type: /^application\/json/,
		bad: (b) => typeof b.text === 'string' ? '' : 'no text',
		answer: {status: 200, body: 'ok'},
	},
	matrix: {
		method: 'PUT', type: /^application\/json/,
		bad: (b) => b.msgtype && b.body && b['m.mentions'] ? '' :
			'no msgtype, body or m.mentions',
		answer: {status: 200, body: '{"event_id":"$e"}',
			headers: {'content-type': 'application/json'}},
	},
	webhook: {
		method: 'POST', type: /^application\/cloudevents\+json/,
		bad: (b, r) => b.specversion === '1.0' && b.id &&
			r.headers['webhook-id'] ? '' : 'no CloudEvent',
		answer: {status: 204, body: ''},
	},
	pagerduty: {
		method: 'POST', type: /^application\/json/,
		bad: (b) => b.routing_key && b.event_action ? '' :
			'no routing_key or event_action',
		answer: {status: 202, body:
			'{"status":"success","dedup_key":"k"}'},
	},
};

const look = (kind, request, body) => {
	if (!kind)
		return 'no such path';
	if (request.method !== kind.method)
		return `method ${request.method}`;
	if (!kind.type.test(request.headers['content-type'] ?? ''))
		return 'content-type';
	return isJson(body) ? kind.bad(JSON.parse(body), request) : 'no JSON';
};

const give = (response, answer) => {
	response.writeHead(answer.status ?? 200, answer.headers ?? {});
	response.end(answer.body ?? '');
};

const endless = (response) => {
	const more = () => {
		while (!response.destroyed && response.write('x'.repeat(65536)));
	};

	response.on('drain', more);
	response.writeHead(200);
	more();
};

const reply = (request, response, answer, usual) => {
	if (answer.hang)
		return;
	if (answer.reset === 'before') {
		request.socket.destroy();
	} else if (answer.reset === 'after') {
		response.writeHead(200, {'content-length': '1000'});
		response.write('half', () => request.socket.destroy());
	} else if (answer.endless) {
		endless(response);
	} else if (answer.wait) {
		setTimeout(() => give(response, usual), answer.wait);
	} else {
		give(response, answer.status ? answer : usual);
	}
};

const control = (url, body, response) => {
	if (url.pathname === '/-/answers')
		answers.set(url.searchParams.get('path'), JSON.parse(body));
	else
		down = url.pathname === '/-/down';
	give(response, {status: 204});
};

const onRequest = (request, response) => {
	let body = '';

	request.setEncoding('utf8');
	request.on('data', (part) => {
		body += part;
	});
	request.on('error', () => {});
	response.on('error', () => {});
	request.on('end', () => {
		const url = new URL(request.url, 'http://stand-in');
		const kind = kinds[url.pathname.split('/')[1]];
		const list = answers.get(url.pathname);
		const usual = kind?.answer ?? {status: 404, body: 'no_service'};

		if (url.pathname.startsWith('/-/')) {
			control(url, body, response);
			return;
		}
		if (down) {
			request.socket.destroy();
			return;
		}
		const bad = look(kind, request, body);
		fs.appendFileSync(`${folder}/requests`, JSON.stringify({
			n: ++count, path: url.pathname, method: request.method,
			headers: request.headers, body, bad,
		}) + '\n');
		reply(request, response, bad ? {status: 400, body: bad} :
			list?.shift() ?? usual, usual);
	});
};

const server = keyFile ? https.createServer({
	key: fs.readFileSync(keyFile), cert: fs.readFileSync(certFile),
}, onRequest) : http.createServer(onRequest);

server.keepAliveTimeout = 60000;
fs.writeFileSync(`${folder}/requests`, '');
server.listen(0, '127.0.0.1', () => {
	fs.writeFileSync(`${folder}/port.new`, String(server.address().port));
	fs.renameSync(`${folder}/port.new`, `${folder}/port`);
});
