#!/bin/sh
# A whole incident by keystrokes alone, from the first screen of an empty store
# to its end; and the very same by commands alone on another store: state, log
# and hashes are equal byte for byte.
. tests/e2e/lib.sh
. tests/e2e/desk.sh
fg=$1

# ---- Declared, assembled, taken.

at 14:00:00
desk tomas 100x30
wait_for tomas 'D declares an incident'
opens tomas D 'Declare an incident'
put tomas Title 'EU checkout returns 5xx'
pick tomas Source alert
put tomas 'Impact began' -10m
pick tomas 'Customers hit' yes
put tomas Service 'billing, web'
wait_for tomas '13:50Z, 10 min ago'
enter tomas
wrote tomas 1
opens tomas '>' 'pages the commander on call: ana'
enter tomas
wrote tomas 3

desk ana 160x45
wait_for ana 'you are paged to take command'
opens ana a 'Acknowledge the page'
put ana 'Here by' +1m
enter ana
wrote ana 4
opens ana h 'Take command'
enter ana
wrote ana 5
# Criteria are unmet: one Enter more, and a reason.
opens ana '>' 'bridge link and protocol told to the company'
enter ana
put ana Reason 'time is short'
enter ana
wrote ana 6
wait_for ana '● VERIFY'

by_words tomas declare 'EU checkout returns 5xx' --severity 2 --source alert \
	--impact-began -10m --customers yes --service 'billing, web'
by_words tomas assemble
by_words ana ack --eta +1m
by_words ana take
by_words ana advance --reason 'time is short'
alike 'declared, assembled, taken'

# ---- What it is: severity, scope, impact, the first reports.

at 14:02:00
desk ana 160x45
wait_for ana 'say it by hand'
opens ana b 'Say it by hand'
pick ana What 'all said by hand'
enter ana
wrote ana 7
opens ana v 'Severity, scope and impact'
pick ana Severity 1
put ana Why 'half of Europe'
enter ana
wrote ana 8
opens ana v 'Severity, scope and impact'
pick ana What scope
put ana Scope 'half of all checkouts in Europe fail'
enter ana
wrote ana 9
opens ana v 'Severity, scope and impact'
pick ana What impact
pick ana Impact began
put ana Began 13:48Z
enter ana
wrote ana 10
opens ana v 'Severity, scope and impact'
pick ana What customers
pick ana Affected unknown
enter ana
wrote ana 11

# One terminal for several people: who acts is said by i.
desk tomas 100x30
opens tomas D 'A-2 joins INC-1'
pick tomas What 'join INC-1'
enter tomas
wrote tomas 12
opens tomas c 'CAN report'
put tomas 'C +condition' 'checkout workers are out of memory'
to tomas 'A +actions'
fill tomas '=restarting one of three' C-j '=reading the heap'
to tomas 'N +needs'
fill tomas '=a database expert' C-j '=approval to roll back' C-j '=more coffee'
put tomas 'C2 +condition' 'operations: the queue grows'
put tomas 'A2 +actions' 'repair: drain it by night'
enter tomas
wrote tomas 13
opens tomas . 'No change'
enter tomas
wrote tomas 14
opens tomas i 'Who is at the keys'
put tomas Name mei
enter tomas
wait_for tomas 'you mei'
opens tomas c 'CAN report'
put tomas 'Report of' li
put tomas 'C +condition' 'packets are lost in 1a'
enter tomas
wrote tomas 15

opens ana '>' 'Verify: next stage Dispatch'
enter ana
wrote ana 16
wait_for ana '● DISPATCH'

by_words ana broadcast --said all --through 'the bridge'
by_words ana severity 1 half of Europe
by_words ana scope half of all checkouts in Europe fail
by_words ana impact --began 13:48Z
by_words ana impact --customers unknown
by_words tomas join
by_words tomas can --condition 'checkout workers are out of memory' \
	--action 'restarting one of three' --action 'reading the heap' \
	--need 'a database expert' --need 'approval to roll back' \
	--need 'more coffee' --condition 'operations: the queue grows' \
	--action 'repair: drain it by night'
by_words tomas can --same
by_words mei can --from li --condition 'packets are lost in 1a' --no-needs
by_words ana advance
alike 'verified'

# ---- Needs answered, people paged, objectives.

at 14:04:00
desk ana 160x45
wait_for ana 'say it by hand'
opens ana b 'Say it by hand'
enter ana
wrote ana 17
opens ana b 'Say it by hand'
enter ana
wrote ana 18
keys ana 2 j
opens ana d 'Need 1 of tomas'
enter ana
wrote ana 19
keys ana j
opens ana d 'Need 2 of tomas'
pick ana Answer refused
put ana 'How or why' 'no, forward is faster'
enter ana
wrote ana 20
keys ana j
opens ana d 'Need 3 of tomas'
pick ana Answer met
put ana 'How or why' 'the kettle is on'
enter ana
wrote ana 21
opens ana p 'Page somebody'
put ana Who mei
put ana Reason 'customers wait for a word'
enter ana
wrote ana 22

desk raj 80x24
wait_for raj 'a page waits|you are paged'
opens raj a 'Acknowledge the page'
put raj 'Here by' +5m
enter raj
wrote raj 23
opens raj D 'A-2 joins INC-1'
pick raj What 'join INC-1'
enter raj
wrote raj 24

opens ana o 'Give an objective'
put ana Owner raj
put ana Objective 'promote the replica'
put ana Until +20m
enter ana
wrote ana 25
wait_for raj 'promote the replica'
opens raj a 'Read back objective 1'
put raj 'In your words' 'the replica becomes the primary'
enter raj
wrote raj 26
opens raj o 'Objective 1 of raj'
pick raj 'It is' cannot
put raj Words 'its disk is full'
enter raj
wrote raj 27
wait_for ana 'its disk is full'
keys ana 1 Home
opens ana Enter 'Objective 1 of raj'
pick ana 'It is' more-time
put ana Words 'empty it first'
put ana Until +10m
enter ana
wrote ana 28
opens raj o 'Objective 1 of raj'
pick raj 'It is' done
enter raj
wrote raj 29
wait_for ana 'raj done: promote'

by_words ana broadcast --said 8
by_words ana broadcast --said 16
by_words ana need dispatch 1 database
by_words ana need refused 2 no, forward is faster
by_words ana need met 3 the kettle is on
by_words ana page mei --reason 'customers wait for a word'
by_words raj ack --eta +5m
by_words raj join
by_words ana objective assign raj promote the replica --until +20m
by_words raj objective understood 1 the replica becomes the primary
by_words raj objective cannot 1 its disk is full
by_words ana objective answer 1 more-time empty it first --until +10m
by_words raj objective done 1
alike 'dispatched'

# ---- On with criteria unmet, diagnosis, mitigations, telling people.

at 14:06:00
desk raj 80x24
opens raj c 'CAN report'
put raj 'C +condition' 'the replica is the primary'
put raj 'N +needs' 'somebody to watch it'
enter raj
wrote raj 30
desk ana 160x45
wait_for ana 'somebody to watch it'
opens ana '>' 'Dispatch: next stage Mitigate'
enter ana
enter ana
wrote ana 31
opens ana '<' 'Mitigate: back to an earlier stage'
put ana Reason 'that need comes first'
enter ana
wrote ana 32
opens ana '>' 'Dispatch: next stage Mitigate'
enter ana
enter ana
wrote ana 33
opens ana 5 Timeline
opens ana d 'A decision'
fill ana '=we roll forward' C-j '=and not back'
enter ana
wrote ana 34
opens ana m 'Diagnosis and mitigation'
pick ana What diagnosis
put ana Text 'the new build leaks a worker an order'
enter ana
wrote ana 35
opens ana m 'Diagnosis and mitigation'
pick ana What propose
put ana Text 'pin the build of Friday'
enter ana
wrote ana 36
opens ana m 'Diagnosis and mitigation'
pick ana What approve
enter ana
wrote ana 37
opens raj m 'Diagnosis and mitigation'
pick raj What execute
put raj Remark 'pinned in 1a and 1b'
enter raj
wrote raj 38
opens ana m 'Diagnosis and mitigation'
pick ana What worked
put ana Remark 'no more 5xx'
put ana 'Seen by' raj
enter ana
wrote ana 39
opens ana b 'Broadcast|by hand'
enter ana
wrote ana 40
opens ana t 'Customers told'
enter ana
wrote ana 41

by_words raj can --condition 'the replica is the primary' \
	--need 'somebody to watch it'
by_words ana advance
by_words ana advance --to dispatch --reason 'that need comes first'
by_words ana advance
by_words ana decide 'we roll forward
and not back'
by_words ana diagnosis the new build leaks a worker an order
by_words ana mitigation propose pin the build of Friday
by_words ana mitigation approve 1
by_words raj mitigation execute 1 pinned in 1a and 1b
by_words ana mitigation worked 1 no more 5xx --from raj
by_words ana broadcast
by_words ana customers --from mei --through 'status page'
alike 'mitigated'

# ---- The two calls.

at 14:10:00
desk ana 160x45
opens ana ! 'Mitigate: the call Under Control'
to ana Message
erase ana
type_text ana 'INC-1 is under control, thank you'
enter ana
wrote ana 42
wait_for ana '● REPAIR'
desk raj 80x24
opens raj d 'Need 4 of raj'
enter raj
wrote raj 43
opens ana m 'Diagnosis and mitigation'
pick ana What repaired
put ana Text 'the leak is mended and rolled out'
enter ana
wrote ana 44
opens ana s 'Give a role'
pick ana Role scribe
put ana Who li
enter ana
wrote ana 45
desk tomas 100x30
opens tomas i 'Who is at the keys'
put tomas Name mei
enter tomas
wait_for tomas 'you mei'
opens tomas t 'Customers told'
fill tomas C-e C-u '=Checkout works again. We watch it.'
put tomas 'Next word' 15:00Z
put tomas Through mail
enter tomas
wrote tomas 46

by_words ana call under-control --say 'INC-1 is under control, thank you'
by_words raj need met 4
by_words ana repair done the leak is mended and rolled out
by_words ana role scribe li
by_words mei customers 'Checkout works again. We watch it.' --next 15:00Z \
	--through mail
alike 'under control, repaired'

at 14:20:00
desk ana 160x45
opens ana b 'Say it by hand'
pick ana What 'all said by hand'
enter ana
wrote ana 47
opens ana ! 'Repair: the call All Clear'
pick ana Call 'All Clear'
put ana 'Review owner' tomas
enter ana
wrote ana 48
wait_for ana '● REVIEW'

by_words ana broadcast --said all
by_words ana call all-clear --owner tomas
alike 'all clear'

# ---- After-care.

day=2026-11-24
at 09:00:00
desk tomas 100x30
wait_for tomas 'After-care'
keys tomas Enter
wait_for tomas 'INC-1 .*EU checkout'
opens tomas b 'Say it by hand'
enter tomas
wrote tomas 49
opens tomas t 'Customers told'
enter tomas
wrote tomas 50
opens tomas d 'Need 1 of tomas'
pick tomas Answer drop
put tomas 'How or why' 'raj came'
enter tomas
wrote tomas 51
opens tomas n 'Write it down'
pick tomas What 'review held'
put tomas Text 'held with all of billing'
enter tomas
wrote tomas 52
opens tomas n 'Write it down'
pick tomas What lesson
to tomas Text
fill tomas '=a build is pinned before a sale' C-j '=and not in it'
enter tomas
wrote tomas 53
opens tomas n 'Write it down'
pick tomas What 'action item'
put tomas Text 'alert on worker memory'
pick tomas Priority P1
put tomas Owner raj
enter tomas
wrote tomas 54
opens tomas n 'Write it down'
pick tomas What 'action item'
put tomas Text 'buy more workers'
enter tomas
wrote tomas 55
opens tomas '>' 'Review: next stage Action items'
enter tomas
wrote tomas 56
desk raj 80x24
wait_for raj 'After-care'
keys raj Enter
wait_for raj 'INC-1 .*EU checkout'
keys raj 6
opens raj d 'Action item 1'
pick raj 'It is' done
put raj Evidence 'see the alert rules'
enter raj
wrote raj 57
wait_for tomas '✓  alert on worker'
keys tomas 6
opens tomas d 'Action item 2'
pick tomas 'It is' dropped
put tomas Reason 'the leak is gone'
enter tomas
wrote tomas 58
opens tomas '>' 'Close the incident'
enter tomas
wrote tomas 59

by_words tomas broadcast --said all
by_words tomas customers --from mei --through mail
by_words tomas need drop 1 raj came
by_words tomas review held held with all of billing
by_words tomas lesson 'a build is pinned before a sale
and not in it'
by_words tomas action open alert on worker memory --priority 1 --owner raj
by_words tomas action open buy more workers
by_words tomas advance
by_words raj action done 1 see the alert rules
by_words tomas action drop 2 --reason 'the leak is gone'
by_words tomas close
alike 'closed'

# ---- And what both say about it.

does ana status "$inc" --json
state=$out
check 'it is closed' test "$state" != "${state#*\"closed\":true}"
does ana log "$inc"
log=$out
says 'told to company by ana: the bridge'
does ana report "$inc"
report=$out
by_words ana status "$inc" --json
same 'status --json is equal' "$state" "$out"
by_words ana log "$inc"
same 'the log is equal' "$log" "$out"
by_words ana report "$inc"
same 'the report is equal' "$report" "$out"
does ana verify
says '59 entries, all as they were written'
head=$(printf '%s\n' "$out" | sed -n 's/.* head \(....\) \(....\).*/\1\2/p')
wait_for tomas "log $head"
