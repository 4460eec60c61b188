/* `watching`: who has which incident open, on which kind of screen. */
#include "cmd/show_rows.h"

#include "base/json_write.h"
#include "base/text.h"
#include "cmd/act.h"
#include "view/watch.h"

#include <string.h>

/* The incident that is meant: named, else the one that is open; 0: all. */
static uint32_t
asked(const struct cmd_env *env, const struct cmd_args *args)
{
	const char *named = cmd_pos(args, 0);

	if (named || args->incident)
		return named ? cmd_incident(named) : args->incident;
	return env->screen && env->inc ? env->inc->number : 0;
}

static void
put_json(const struct watcher *w, struct str *out)
{
	json_write_next(out);
	str_addc(out, '{');
	json_write_key(out, "who");
	if (*w->who)
		json_write_text(out, w->who);
	else
		str_add(out, "null");
	json_put_text(out, "screen", w->screen);
	json_write_key(out, "incident");
	if (w->incident)
		json_write_int(out, w->incident);
	else
		str_add(out, "null");
	str_addc(out, '}');
}

static void
put_line(const struct cmd_env *env, const struct watcher *w, struct str *out)
{
	char name[16] = "board";

	if (w->incident)
		incident_name(w->incident, name);
	str_addf(out, "%-7s %-10s %s%s\n", name, w->screen, *w->who ?
		text_safe(env->arena, w->who, false) : "nobody at the keys",
		w->mine ? "  (this screen)" : "");
}

bool
show_watching(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	bool json = cmd_option(args, "--json") != NULL;
	uint32_t only = asked(env, args);
	int n = 0;

	(void)err;
	out->kind = OUT_TEXT;
	if (json)
		str_add(&out->text, "{\"v\":1,\"watching\":[");
	for (int i = 0; i < env->n_here; i++) {
		const struct watcher *w = &env->here[i];

		if (only && w->incident != only)
			continue;
		if (json)
			put_json(w, &out->text);
		else
			put_line(env, w, &out->text);
		n++;
	}
	if (json)
		str_add(&out->text, "]}\n");
	else if (!n)
		str_add(&out->text, "nobody is watching\n");
	return true;
}
