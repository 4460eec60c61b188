/* Incidents that desks begin with. */
#include "unit/view/desk.h"

struct desk *
desk_incident(const char *commander)
{
	struct desk *d = desk_new("ana");

	desk_run(d, "tomas", "declare EU checkout returns 5xx --severity 2"
		" --source alert --impact-began 13:50Z --customers yes");
	if (*commander)
		desk_run(d, commander, "take");
	desk_run(d, "tomas", "broadcast --said 1");
	desk_wait(d, 60);
	return d;
}

struct desk *
desk_busy(void)
{
	struct desk *d = desk_incident("ana");

	desk_run(d, "ana", "advance --to dispatch --reason quick");
	desk_run(d, "raj", "can --condition \"db stuck\" --action \"repair:"
		" fail over\" --need \"approval\" --need \"network limits\"");
	desk_run(d, "ana", "need met 1");
	desk_run(d, "ana", "objective assign raj promote the replica");
	desk_run(d, "ana", "diagnosis the 13:40 deploy");
	desk_run(d, "ana", "mitigation propose roll back");
	desk_run(d, "ana", "action open \"test it\" --owner raj");
	desk_run(d, "ana", "page li --need 2");
	desk_wait(d, 30);
	return d;
}
