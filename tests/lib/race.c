#include "lib/race.h"

#include "lib/room.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

void
race_open(struct race *race, const char *path)
{
	memset(race, 0, sizeof(*race));
	race->path = path;
	assert_int_equal(pipe(race->go), 0);
	assert_int_equal(pipe(race->tell), 0);
}

void
race_begin(struct race *race)
{
	close(race->go[0]);
	close(race->go[1]);
	close(race->tell[1]);
}

void
race_wait(struct race *race)
{
	char byte;

	close(race->go[1]);
	if (read(race->go[0], &byte, 1) != 0)
		_exit(90);
}

enum store_result
race_put(struct loop *loop, struct store *s, const struct race *race,
	const uint32_t place[2])
{
	struct store_draft d = room_draft(place[1]);
	struct store_append a = {.incident = 1, .n = place[0], .count = 1};
	struct room_answer answer = {.done = false};

	memcpy(d.id.b + 4, &race->writer, sizeof(race->writer));
	a.drafts = &d;
	store_append(s, &a, room_answered, &answer);
	if (!loop_until(loop, &answer.done, 4 * ROOM_WAIT_MS))
		_exit(91);
	if (answer.result != STORE_DONE && answer.result != STORE_TAKEN)
		fprintf(stderr, "%u: %s\n", (unsigned)a.n, answer.why);
	return answer.result;
}
