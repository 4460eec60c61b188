#!/bin/sh
# Text of all kinds, on the screen and in the log: wide, combining and joined
# characters keep every frame in its column, what a terminal would obey is
# shown harmlessly, and the log has each text as it came.
. tests/e2e/lib.sh
fg=$1
export FIREGROUND_STORE="$work/a.db"

# ---- the texts.

cjk='障害発生中です'
hangul='한국어 장애'
joined='👩‍👩‍👧‍👦 family 👍🏽 thumb ⚠️ sign 🔥🔥'
marks=$(printf 'cafe\314\201 a\314\220\314\221\314\222\314\223\314\224\314\225x')
hidden=$(printf 'soft\302\255hyphen zero\342\200\213width \357\273\277bom')
arabic='مرحبا بالعالم'
bidi=$(printf 'user\342\200\256txt.exe\342\200\254 \342\201\246iso\342\201\251')
escape=$(printf 'red\033[31m title\033]0;owned\007 clear\033[2J up\033[9A')
c1=$(printf 'csi\302\2335m osc\302\2350;owned\302\234 nel\302\205x')
odd=$(printf 'unassigned\315\270 private\356\200\200 nonchar\357\277\277 \357\277\275')
broken=$(printf 'half\303 over\300\257 surrogate\355\240\200 end\377')
tabs=$(printf 'a\tb\nsecond line\r\nthird\rback\bspace\177del')
word=$(head -c 190 /dev/zero | tr '\0' w)
wide_word=$(printf '火%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 \
	21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43)

does()
{
	must "$fg" --as "$@"
}

texts='cjk hangul joined marks hidden arabic bidi escape c1 odd broken tabs
	word wide_word'
text()
{
	eval "printf '%s' \"\$$1\""
}

does ana declare --take --severity 1 "$cjk $joined $escape"
does ana scope "$wide_word $bidi"
does ana note "$(text cjk)"
for name in $texts; do
	does ana note "$(text "$name")"
done
does 障害 join --field "데이터"
does 障害 can --condition "$cjk $marks" --action "$joined" \
	--need "$escape $bidi"
does "$(printf 'e\314\201\314\202\314\203')" join --field "データ"
does ana objective assign 障害 "$wide_word"
does ana page "$(printf 'p\342\200\256q')" --phone "$(printf '\033[5m+44')"
does ana role scribe 👍🏽
does ana diagnosis "$broken"
does ana broadcast "$joined $c1"
does ana customers "$cjk $tabs" --next +20m
does mei declare "$word"
does mei declare "$(printf '\342\200\256')$arabic $cjk $joined"

ends 2 "$fg" --as "$(printf 'x\377y')" note 'a name that is no text'
ends 2 "$fg" --as ana page "$(printf 'x\033[7m')"

# ---- the log has them as they came.

"$fg" export INC-1 >"$work/export"
for name in cjk hangul joined marks hidden arabic bidi odd word wide_word; do
	check "the log keeps $name" grep -qF "$(text "$name")" "$work/export"
done
check 'it escapes what controls, and keeps it' \
	grep -qF 'red\u001b[31m title\u001b]0;owned\u0007 clear' "$work/export"
check 'what is no UTF-8 is kept as base64' \
	grep -qF "$(printf '%s' "$broken" | base64 | cut -c1-20)" "$work/export"
same 'no control character stands in an export' '' \
	"$(LC_ALL=C tr -d '\012\040-\377' <"$work/export")"
"$fg" --store "$work/b.db" import "$work/export" >/dev/null
same 'and comes back the same' "$(cksum <"$work/export")" \
	"$("$fg" --store "$work/b.db" export | cksum)"

# ---- what is printed is harmless, but for JSON, which escapes.

harmless()
{
	LC_ALL=C tr -d '\011\012\040-\176\200-\377' <"$1" >"$work/bad"
	[ ! -s "$work/bad" ] && iconv -f UTF-8 -t UCS-4 <"$1" >/dev/null 2>&1 &&
		! LC_ALL=C grep -q "$(printf '\302[\200-\237]')" "$1" &&
		! grep -q "$(printf '\342\200[\252-\256]')" "$1"
}
for words in status 'status --format %t' 'log INC-1' 'brief INC-1' \
	'report INC-1' 'log INC-3' 'verify' 'status INC-1'; do
	# shellcheck disable=SC2086
	"$fg" $words >"$work/printed" 2>&1 || :
	check "$words prints nothing that a terminal obeys" \
		harmless "$work/printed"
	check "$words prints something" test -s "$work/printed"
done

# ---- the screen is aligned.

# flat: a screen with each cell as one ASCII character: # for a corner, | for
# an upright; what is two columns wide becomes two.  What it does not know
# counts as one, so that a character that should not be there is found.
flat()
{
	LC_ALL=C sed "s/$(printf '\314')[$(printf '\200-\277')]//g
		s/$(printf '\315')[$(printf '\200-\257')]//g" |
	sed -E "s/[障害発生中です火한국어장애데이터データ👩👧👦👍🏽🔥]/ww/g
		s/[╭╮╰╯├┤┬┴┼]/#/g; s/│/|/g; s/[^ -~]/x/g"
}

# crooked: rows whose frames do not stand below a corner, or that do not end
# at the right edge.
crooked()
{
	flat | awk -v width="$1" '
	{ row[NR] = $0 }
	/#.*#/ { for (i = 1; i <= length($0); i++)
			if (substr($0, i, 1) == "#") corner[i] = 1 }
	END {
		for (r = 1; r <= NR; r++) {
			n = length(row[r])
			if (n > width) print "too wide: " row[r]
			if (row[r] ~ /^[|]/ && (n != width ||
			    substr(row[r], n) !~ /[|#]/))
				print "open at the right: " row[r]
			for (i = 1; i <= n; i++)
				if (substr(row[r], i, 1) == "|" &&
				    !(i in corner)) {
					print "crooked at " i ": " row[r]
					break
				}
		}
	}'
}

# unharmed NAME: the terminal is as the dashboard has set it.
unharmed()
{
	same "$1: screen and scrolling are as they were" \
		"1 0 $(($(ask "$1" '#{pane_height}') - 1))" \
		"$(ask "$1" '#{alternate_on} #{scroll_region_upper}') $(
		ask "$1" '#{scroll_region_lower}')"
	case $(ask "$1" '#{pane_title}') in
	fireground) ok "$1: the title is ours" ;;
	"INC-1 SEV1 Verify: 障害発生中です"*'red^[[31m title^[]0;owned^G'*)
		ok "$1: the title is harmless" ;;
	*) fail "$1: the title is $(ask "$1" '#{pane_title}')" ;;
	esac
}

# straight WHERE: no frame is crooked once the screen has settled, it is as
# wide as the terminal, and the terminal is unharmed.
is_straight()
{
	straight_w=$(ask view '#{pane_width}')
	screen view >"$work/screen"
	crooked "$straight_w" <"$work/screen" >"$work/crooked"
	[ ! -s "$work/crooked" ] && flat <"$work/screen" |
		awk -v width="$straight_w" \
		'/#$/ && length($0) == width { found = 1 } END { exit !found }'
}
straight()
{
	if ! poll is_straight; then
		cat "$work/crooked"
		show view
	fi
	check "$1: every frame is straight" is_straight
	unharmed view
}

start keep 10x5 cat
title=$(ask keep '#{pane_title}')
start view 160x45 NO_COLOR=1 "$fg" --as ana -i 1
wait_for view 'INC-1 .*障害発生中'
wait_for view 'Timeline'
straight 'the incident'
for size in 200x60 120x40 100x30 80x24 132x43; do
	resize view "$size"
	for pane in 1 2 3 4 5; do
		keys view "$pane"
		keys view Home
		keys view z
		keys view z
	done
	keys view 5
	wait_for view 'Timeline'
	straight "$size"
done
resize view 160x45
keys view 5
keys view End
keys view Home
for i in 1 2 3 4 5 6; do
	keys view PPage
done
wait_for view 'declared by ana'
straight 'the top of the timeline'
for i in 1 2 3 4; do
	keys view NPage
	wait_for view 'Timeline'
	straight "page $i of the timeline"
done

keys view B
wait_for view '─ Briefing '
straight 'the briefing'
keys view Escape
wait_gone view '─ Briefing '

# Typed and pasted into a form: as it was typed, and nothing obeyed.
keys view n
wait_for view 'Write it down'
type_text view "$cjk $joined $arabic"
wait_for view '障害発生中です.*family'
straight 'a form'
term set-buffer -b bad "$(printf 'pasted \033[31mred\033]0;owned\007 \342\200\256x')"
term paste-buffer -p -b bad -t '=view:'
wait_for view 'pasted'
straight 'a form with a paste'
keys view Enter
wait_gone view 'Write it down'
check 'what was typed is in the log' sh -c \
	"'$fg' export INC-1 | grep -qF '$cjk $joined $arabic'"

keys view q
wait_for view 'in all'
straight 'the board again'
keys view q
wait_exit view
same 'the title is as it was' "$title" "$(ask view '#{pane_title}')"
