#include "store/local.h"

bool
local_there(struct local_answer *out, uint32_t place)
{
	out->result = STORE_THERE;
	out->n = place;
	return err_set(&out->why, ERR_STORE, "it is there already, as entry %u",
		(unsigned)place);
}

bool
local_twice(struct local_answer *out)
{
	out->result = STORE_FAILED;
	return err_set(&out->why, ERR_STORE, "two entries of one append have "
		"the same id, nothing was written");
}

bool
local_misplaced(struct local_answer *out, const struct store_append *a,
	uint32_t last)
{
	if (a->n <= last) {
		out->result = STORE_TAKEN;
		return err_set(&out->why, ERR_STORE, "entry %u of incident %u "
			"was written by somebody else in the meantime",
			(unsigned)a->n, (unsigned)a->incident);
	}
	out->result = STORE_GAP;
	return err_set(&out->why, ERR_STORE, "entry %u of incident %u cannot "
		"come after entry %u", (unsigned)a->n, (unsigned)a->incident,
		(unsigned)last);
}

bool
local_no_entry(struct local_answer *out, uint32_t place)
{
	out->result = STORE_FAILED;
	return err_set(&out->why, ERR_STORE, "there is no entry %u to erase, "
		"nothing was written", (unsigned)place);
}
