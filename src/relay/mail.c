/*
 * Mails: one to each recipient, in one thread an incident.
 *
 * Of an RFC 5322 message nothing is left to a relay to change: its lines are
 * short ASCII, and its Message-ID is the same at each try, by which servers
 * and readers fold repeats.
 */
#include "relay/adapters.h"

#include "relay/mail.h"
#include "relay/write.h"

#include <string.h>

#define SUBJECT_MOST 200
#define LINE_MOST 1000
#define TO_MOST 20    /* more is a list of the mail server */

#define BIT(k) (1u << (k))
#define TO_ONE (BIT(NEWS_PAGE) | BIT(NEWS_STOP) | BIT(NEWS_TEST))

static bool
check_to(const struct channel *c, struct err *err)
{
	if (!c->to.n && c->news & ~TO_ONE)
		return err_set(err, ERR_USAGE, "a channel of email needs to ="
			" {all@example.com}, or news = {page, stand-down} when"
			" it only pages people by addresses of their own");
	if (c->to.n > TO_MOST)
		return err_set(err, ERR_USAGE, "%d recipients; each gets a"
			" mail of its own: write at most %d, or the address"
			" of a list", c->to.n, TO_MOST);
	for (int i = 0; i < c->to.n; i++)
		if (!mail_address(c->to.v[i], err))
			return false;
	return true;
}

bool
mail_check(const struct channel *c, const char **option, struct err *err)
{
	*option = "from";
	if (c->text[CH_FROM] && !mail_address(c->text[CH_FROM], err))
		return false;
	*option = "to";
	return check_to(c, err);
}

/* A page goes to the person's own address, if the roster has one. */
static const char *
recipient(const struct channel *c, const struct news *n)
{
	if (*n->address)
		return n->address;
	return n->part < c->to.n ? c->to.v[n->part] : NULL;
}

int
mail_parts(const struct channel *c, const struct news *n)
{
	return *n->address || !c->to.n ? 1 : c->to.n;
}

/* "INC-42-7-9f3ac07e.company@example.com" */
static const char *
message_id(const struct channel *c, const char *id, struct arena *a)
{
	const char *at = strrchr(c->text[CH_FROM], '@');
	char *name = arena_dup(a, c->name);

	for (char *s = name; *s; s++)
		if (!((*s >= '0' && *s <= '9') || (*s >= 'a' && *s <= 'z') ||
		    (*s >= 'A' && *s <= 'Z')))
			*s = '-';
	return arena_printf(a, "<%s.%s@%s>", id, name, at + 1);
}

static void
put_head(struct str *out, const struct channel *c, const struct news *n,
	const char *to, struct arena *a)
{
	const char *thread = message_id(c, n->thread, a);
	char date[WHEN_MAX];

	mail_header(out, "From", arena_printf(a, "fireground <%s>",
		c->text[CH_FROM]));
	mail_header(out, "To", to);
	mail_header(out, "Subject", write_head(a, n, SUBJECT_MOST,
		NULL));
	mail_header(out, "Date", when_mail(n->when == WHEN_NONE ? n->now :
		n->when, date));
	mail_header(out, "Message-ID", message_id(c, write_key(a, n, n->id),
		a));
	mail_header(out, "In-Reply-To", thread);
	mail_header(out, "References", thread);
	mail_header(out, "Auto-Submitted", "auto-generated");
	if (n->kind == NEWS_PAGE) {
		mail_header(out, "Importance", "high");
		mail_header(out, "X-Priority", "1");
	}
	mail_header(out, "MIME-Version", "1.0");
	mail_header(out, "Content-Type", "text/plain; charset=UTF-8");
	mail_header(out, "Content-Transfer-Encoding", "quoted-printable");
	str_add(out, "\r\n");
}

static void
put_text(struct str *out, const struct channel *c, const struct news *n,
	struct arena *a)
{
	const char *head = write_head(a, n, LINE_MOST, NULL);
	const char *text = write_text(a, n->text, c->adapter->chars, NULL);
	const char *bridge = write_line(a, write_bridge(n), LINE_MOST, NULL);

	mail_text(out, arena_printf(a, "%s\n\n%s%s%s%s%s-- \n%s\n", head, text,
		*text ? "\n\n" : "", *bridge ? "Bridge: " : "", bridge,
		*bridge ? "\n\n" : "", write_foot(a, n)));
}

bool
mail_build(const struct channel *c, const struct news *n, struct arena *a,
	struct request *out, struct err *err)
{
	const char *to = recipient(c, n);
	struct str mail = {0};

	if (!to)
		return err_set(err, ERR_USAGE, "nobody to mail to: give the"
			" channel to = {...}, or the person page = \"%s"
			" name@example.com\"", c->name);
	if (!mail_address(to, err) || !mail_address(c->text[CH_FROM], err))
		return false;
	put_head(&mail, c, n, to, a);
	put_text(&mail, c, n, a);
	write_request(c, NULL, c->text[CH_URL], out);
	write_body(a, &mail, NULL, out);
	out->http.from = c->text[CH_FROM];
	out->http.to = to;
	out->http.user = c->text[CH_USER];
	out->http.password = c->text[CH_PASSWORD];
	return true;
}
