#!/bin/sh
# The frames that `replay --frame` prints, compared with NAME-SIZE.txt beside
# this file; frames.list says of which logs and moments.  A change that is
# meant is written anew, all in one go, by `make golden`, and looked at.
. tests/e2e/lib.sh
fg=$1
here=tests/screen

frame()
{
	"$fg" replay "$frame_log" --config none --frame --at "$frame_at" \
		--as "$frame_who" --size "$1"
}

frames=0
while read -r frame_name frame_log frame_at frame_who; do
	case $frame_name in '#'* | '') continue ;; esac
	for size in 40x10 80x24 160x45; do
		file=$here/$frame_name-$size.txt
		frames=$((frames + 1))
		frame "$size" >"$work/frame" ||
			give_up "no frame of $frame_log at $frame_at"
		[ "${FG_GOLDEN-}" != write ] || cp "$work/frame" "$file"
		same "$frame_name at $size" "$(cat "$file")" \
			"$(cat "$work/frame")"
	done
done <"$here/frames.list"
check 'there are frames' test "$frames" -ge 30
for file in "$here"/*.txt; do
	frame_name=${file##*/}
	check "$file stands in frames.list" \
		grep -q "^${frame_name%-*} " "$here/frames.list"
done
