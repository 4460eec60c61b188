#!/bin/sh
# What happens beside the one great incident: a false alarm, one person alone,
# two declarations of one thing, a silent commander, a wrong stage, two
# incidents at once.  Each by keys and by commands, with the same bytes; and
# the keys that the frequent acts need, counted.
. tests/e2e/lib.sh
. tests/e2e/desk.sh
fg=$1

# nothing_owed WHO: neither on the screen nor for the command line.
nothing_owed()
{
	wait_for "$1" 'nothing waits for you'
	does "$1" status --json
	check 'no clock is left' sh -c '! printf "%s" "$1" |
		grep -qE "_due\":\"|\"due\":\"|\"live\":true"' - "$out"
	does "$1" status
	check 'no incident is open' test "$out" != "${out#No open incident}"
}

# ---- A false alarm, by who declared it, alone.

story alarm
desk tomas 100x30
opens tomas D 'Declare an incident'
put tomas Title 'a spike of 5xx'
enter tomas
wrote tomas 1
at 14:04:00
desk tomas 100x30
opens tomas ! 'End it'
put tomas Reason 'a load test'
enter tomas
wrote tomas 2
wait_for tomas 'closed, false alarm'
at 14:05:00
desk tomas 100x30
wait_for tomas 'false alarm'
keys tomas Enter
nothing_owed tomas

now=${day}T14:00:00Z
by_words tomas declare a spike of 5xx
now=${day}T14:04:00Z
by_words tomas close --false-alarm --reason 'a load test'
alike 'a false alarm'
check 'ended within five minutes' test "$now" '<' "${day}T14:05:00Z"

# ---- One person, from the declaration to the end.

story alone
desk ana 80x24
opens ana D 'Declare an incident'
put ana Title 'certificates have run out'
pick ana 'Take command' yes
sends ana '● VERIFY'
wait_for ana 'IC ana'
check 'nobody nags a team of one' shows_not ana 'nobody speaks|time in command'
# Next stage with criteria unmet: three keys.
opens ana '>' 'Criteria are open: Enter, and Enter once more'
enter ana 'Enter goes on all the same'
sends ana '● DISPATCH'
# With none unmet: two.
opens ana '>' 'Dispatch: next stage Mitigate'
sends ana '● MITIGATE'
opens ana m 'Diagnosis and mitigation'
put ana Text 'nobody renewed them'
sends ana 'nobody renewed'
opens ana m 'Diagnosis and mitigation'
put ana Text 'renew them'
sends ana 'ana proposes'
opens ana m 'Diagnosis and mitigation'
pick ana What worked
sends ana 'worked'
opens ana ! 'Mitigate: the call Under Control'
sends ana '● REPAIR'
at 14:10:00
desk ana 80x24
# Customers told, from the draft: two keys.
opens ana t 'Customers told'
sends ana 'customers: told 14:10Z'
opens ana m 'Diagnosis and mitigation'
pick ana What 'no repair needed'
put ana Text 'they are good for a year'
sends ana 'good for a year'
opens ana ! 'Repair: the call All Clear'
sends ana '● REVIEW'
opens ana n 'Write it down'
pick ana What 'review held'
put ana Text 'with myself'
sends ana 'review held'
opens ana n 'Write it down'
pick ana What lesson
put ana Text 'renew them by a timer'
sends ana 'by a timer'
opens ana '>' 'Review: next stage Action items'
sends ana '● (ACTION|ITEMS)'
opens ana '>' 'Close the incident'
sends ana ' closed '

now=${day}T14:00:00Z
by_words ana declare certificates have run out --take
by_words ana advance
by_words ana advance
by_words ana diagnosis nobody renewed them
by_words ana mitigation propose renew them
by_words ana mitigation worked 1
by_words ana call under-control
now=${day}T14:10:00Z
by_words ana customers --from mei --through 'status page'
by_words ana repair not-needed they are good for a year
by_words ana call all-clear
by_words ana review held with myself
by_words ana lesson renew them by a timer
by_words ana advance
by_words ana close
alike 'one person alone'

# ---- Two declarations of one thing.

story twice
desk tomas 100x30
opens tomas D 'Declare an incident'
put tomas Title 'checkout returns 5xx'
pick tomas 'Take command' yes
sends tomas '● VERIFY'
at 14:03:00
desk mei 100x30
opens mei D 'A-2 joins INC-1'
put mei Title 'carts are slow'
put mei 'Impact began' 13:40Z
put mei Service carts
sends mei 'INC-2'
opens mei c 'CAN report'
put mei 'C +condition' 'carts take 30 s'
put mei 'N +needs' 'somebody who knows the carts'
sends mei 'carts take 30 s'
# No change: two keys.
opens mei . 'No change'
sends mei 'mei: no change'
opens mei ! 'End it'
pick mei As 'duplicate of INC-1'
put mei Reason 'the same fault'
sends mei 'DUPLICATE: goes on in INC-1'
# Both sides: 1 has what 2 knew, 2 stays readable and refuses.
wait_gone mei ' b broadcast | goes out in '
keys mei q
wait_for mei '1 live'
desk tomas 100x30
wait_for tomas 'mei needs: somebody who'
wait_for tomas 'customers hit T.00:23'
wait_for tomas 'mei +working'
keys tomas 1 j
opens tomas d 'Need 1 of mei'
pick tomas Answer refused
sends tomas 'need of mei refused'

now=${day}T14:00:00Z
by_words tomas declare checkout returns 5xx --take
now=${day}T14:03:00Z
by_words mei declare carts are slow --impact-began 13:40Z --service carts
by_words mei can INC-2 --condition 'carts take 30 s' \
	--need 'somebody who knows the carts'
by_words mei can INC-2 --same
by_words mei merge INC-2 --into INC-1 --reason 'the same fault'
by_words tomas need refused 1
alike 'the one that goes on'
inc=INC-2
alike 'the one that ended'
inc=INC-1
for verb in 'note INC-2 it goes on' 'let-go INC-2' 'undo INC-2' \
	'broadcast INC-2 --said all' 'can INC-2 --no-needs' 'take INC-2' \
	'reopen INC-2 --to mitigate' 'severity INC-2 1' 'close INC-2'; do
	# shellcheck disable=SC2086 # words of a line
	refused 1 mei $verb
	says 'merged into INC-1'
done
does mei log INC-2
says 'merged|MERGED'
check 'nothing was added to it' test "$(echo "$out" | wc -l)" -eq 4

# ---- A commander who is silent, relieved, and back.

story silent
does ana declare checkout returns 5xx --severity 1 --take
by_words ana declare checkout returns 5xx --severity 1 --take
at 14:26:00
desk ana 100x30
desk raj 100x30
wait_for raj 'COMMANDER SILENT 26m'
wait_for ana 'COMMANDER SILENT 26m'
wait_for ana 'everybody sees you'
# Enter alone takes command from nobody; assuming needs three keys.
opens raj h 'Assume command from ana'
wait_for raj 'last acted 26m ago'
enter raj
wait_gone raj 'Esc leaves'
wait_for raj 'IC ana'
opens raj h 'Assume command from ana'
keys raj a
sends raj 'IC raj'
wait_for ana 'YOU ARE NOT IN COMMAND. raj assumed 14:26Z'
wait_gone ana 'COMMANDER SILENT'
# What was ana's is refused now, and the text is kept.
opens raj h 'Command: you hold it'
put raj To ana
sends raj 'offered to ana'
wait_for ana 'raj offers you command'
opens ana a 'Enter'
sends ana 'IC ana'
wait_gone ana 'YOU ARE NOT IN COMMAND'
wait_for raj 'IC ana'

by_words raj assume
by_words raj offer ana
by_words ana accept
alike 'a silent commander'

# ---- A wrong stage, taken back.

# state WHO: all of the state but how long the log is and what it hashes to.
state()
{
	does "$1" status "$inc" --json
	printf '%s\n' "$out" | sed -E 's/,"(entries|updated|hash)":[^,}]*//g'
}

story wrong
does ana declare checkout returns 5xx --take
by_words ana declare checkout returns 5xx --take
before=$(state ana)
at 14:01:00
before_late=$(state ana)
desk ana 100x30
opens ana '>' 'Verify: next stage Dispatch'
pick ana To Mitigate
enter ana
sends ana '● MITIGATE'
wait_for ana 'Stage .*out in 10 s +u takes it back'
check 'the state is another one' test "$(state ana)" != "$before_late"
keys ana u
wait_for ana '● VERIFY'
wait_gone ana 'Stage Mitigate.* out in'
wrote ana 5
same 'the state is as before' "$before_late" "$(state ana)"
at 14:00:00
same 'and was so at that moment' "$before" "$(state ana)"
at 14:01:00
by_words ana advance --to mitigate
by_words ana undo
alike 'a wrong stage'

# Later u asks first, and says what it is about.
desk ana 100x30
opens ana '>' 'Criteria are open: Enter, and Enter once more'
enter ana 'Enter goes on all the same'
sends ana '● DISPATCH'
at 14:02:00
desk ana 100x30
wait_for ana '● DISPATCH'
opens ana u 'Take back entry 6'
sends ana '● VERIFY'
wrote ana 7
at 14:01:00
by_words ana advance
at 14:02:00
by_words ana undo
alike 'a wrong stage, later'

# ---- Two incidents at once: which one is meant.

story two
does ana declare checkout returns 5xx --take
does mei declare carts are slow --severity 1
refused 2 raj note 503 errors
says 'Nothing was written'
says '^  fireground note INC-1 503 errors( |$)'
says '^  fireground note INC-2 503 errors( |$)'
same 'nothing was' '3 1' "$(fire raj log INC-1 | wc -l) $(fire raj log INC-2 |
	wc -l)"
does raj note INC-2 named in the line
says '^INC-2 carts are slow: note 2$'
does raj note -i 2 named as a number
says '^INC-2 carts are slow: note 3$'
does raj -i INC-1 note named before the verb
says '^INC-1 checkout returns 5xx: note 4$'
FIREGROUND_INC=INC-2
export FIREGROUND_INC
does raj note 503 errors
says '^INC-2 carts are slow: note 4$'
does raj note INC-1 the line comes first
says '^INC-1 checkout returns 5xx: note 5$'
unset FIREGROUND_INC
does ana call INC-1 under-control
does raj note the one that is not under control
says '^INC-2 carts are slow: note 5$'

desk raj 100x30
wait_for raj '2 live'
wait_for raj 'INC-2 +SEV1'
# On the board nothing is meant by itself; the line can be had again.
opens raj : 'Enter run'
fill raj '=note which one' Enter
wait_for raj 'no incident is open'
opens raj : 'Enter run'
keys raj Up
wait_for raj ':note which one'
keys raj Escape
wait_for raj 'Enter open'
# Enter opens the one under the cursor; a form is about that one.
keys raj j Enter
wait_for raj 'INC-1 +checkout returns 5xx'
wait_for raj 'also live: INC-2 SEV1'
opens raj n 'Write it down'
put raj Text 'from the form'
sends raj 'from the form'
# The line may name the other.
opens raj : 'Enter run'
fill raj '=note INC-2 from the line' Enter
wait_for raj 'INC-2: note 6'
keys raj q
wait_for raj '2 live'
keys raj Home Enter
wait_for raj 'INC-2 +carts are slow'
wait_for raj 'from the line'
wait_for raj 'also live: INC-1 SEV2'
does raj log INC-1 --last 1
says 'raj: from the form'
does raj log INC-2 --last 1
says 'raj: from the line'
