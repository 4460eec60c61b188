/* config check, channels: what the config says, without doing any of it. */
#include "run/exam.h"

#include "base/mem.h"
#include "run/secrets.h"
#include "run/settings.h"

bool
run_config_check(struct cli *cli, struct err *err)
{
	struct exam x = {.cli = cli};

	if (exam_config(&x)) {
		exam_keys(&x);
		exam_channels(&x);
	}
	return exam_end(&x, ERR_USAGE, err);
}

static void
list_channel(struct cli *cli, const struct channel *c, struct str *out)
{
	str_addf(out, "%s: %s, for ", c->name, channel_where(c, cli->arena));
	for (int i = 0; i < c->audience.n; i++)
		str_addf(out, "%s%s", i ? ", " : "", c->audience.v[i]);
	str_add(out, ":");
	for (int k = 0; k < NEWS_TEST; k++)
		if (c->news & (1u << k))
			str_addf(out, " %s", news_word((enum news_kind)k));
	str_addf(out, "\n    %s\n", c->locked ? c->locked : "open");
}

bool
run_channels(struct cli *cli, struct err *err)
{
	struct channels *list = &cli->world.settings->channels;
	struct secrets *secrets = secrets_take(list);
	struct str out = {0};
	bool ok;

	for (int i = 0; i < list->n; i++)
		list_channel(cli, &list->v[i], &out);
	if (!list->n)
		str_add(&out, "no channel is configured: what is to be told is"
			" told by hand\n");
	ok = cli_print(cli, str_get(&out), err);
	str_release(&out);
	secrets_free(secrets);
	return ok;
}
