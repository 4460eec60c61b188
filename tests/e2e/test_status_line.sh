#!/bin/sh
# `status --for` in the status line of a real tmux and in the prompts of real
# shells: it shows the worst incident, and what people have written in a title
# is shown there and does nothing.
. tests/e2e/lib.sh
fg=$1
export FIREGROUND_STORE="sqlite:$work/a.db" FIREGROUND_CONFIG=none
mkdir "$work/bin"
cat >"$work/bin/fireground" <<END
#!/bin/sh
exec "$(cd "$(dirname "$fg")" && pwd)/fireground" --config none "\$@"
END
chmod +x "$work/bin/fireground"
PATH=$work/bin:$PATH
cd "$work"

# run NAME: the file that a command in a title would make.
evil='x `touch pwn1` $(touch pwn2) #(touch pwn3) #{pane_pid} #[fg=blue]b $HOME \w %n'
shown="x 'touch pwn1' \\\$ \\(touch pwn2\\) #\\(touch pwn3\\) #\\{pane_pid\\} #\\[fg=blue\\]b \\\$ HOME /w %n"
harmless()
{
	same "nothing of a title is run by $1" '' \
		"$(find "$work" -name 'pwn*')"
}

# ---- without an incident.

ends 0 fireground status --for tmux
same 'no incident, no line' '' "$out"
ends 0 fireground status --for tmux --none 'all quiet'
same 'or what was asked for' 'all quiet' "$out"
ends 2 fireground status --format '%i %Z'
says 'there is no field %Z; there are: %i INC-17'

# ---- tmux: an inner server with a status line, seen through the outer one.

inner()
{
	term_l="fg-inner-$$"
	env -u TMUX tmux -u -L "$term_l" -f /dev/null "$@"
}
inner_end()
{
	inner kill-server 2>/dev/null
	lib_end
}
trap inner_end EXIT
inner new-session -d -x 150 -y 10 cat
inner set -g status-interval 1
inner set -g status-left ''
inner set -g window-status-current-format ''
inner set -g status-right-length 140
inner set -g status-right '[#(fireground status --for tmux --none quiet)]'
start outer 150x10 env -u TMUX tmux -u -L "$term_l" attach
wait_for outer '\[quiet\]'
ends 0 fireground declare --as ana --severity 1 --impact-began -10m "$evil"
wait_for outer '\[INC-1 SEV1 Detect no commander\]'
check 'in red' sh -c "tmux -L 'fg-$$' capture-pane -p -e -t =outer: |
	grep -q '31m.*INC-1 SEV1'"

# With a format in the line % is doubled, since tmux reads it as a time first.
inner set -g status-right \
	'<#(fireground status --for tmux --format "%%i %%t")>'
wait_for outer "<INC-1 $shown>"
harmless tmux
ends 0 fireground take --as ana
inner set -g status-right '(#(fireground status --for tmux --format "%%c"))'
wait_for outer '\(ana\)'
close outer

# ---- bash: both ways to put it into a prompt.

cat >"$work/bashrc" <<'END'
PS1='one $(fireground status --for bash --format "%{%i%} %t") ends> '
END
start bash 150x12 bash --noprofile --rcfile "$work/bashrc" -i
wait_for bash "^one INC-1 $shown ends>"
type_text bash 'echo typed'
keys bash Enter
wait_for bash '^typed'
cat >"$work/bashrc" <<'END'
PROMPT_COMMAND='PS1="two $(fireground status --for bash --format "%i %t") ends> "'
END
start bash2 150x12 bash --noprofile --rcfile "$work/bashrc" -i
wait_for bash2 "^two INC-1 $shown ends>"
harmless bash

# ---- zsh.

if command -v zsh >/dev/null; then
	cat >"$work/home/.zshrc" <<'END'
setopt prompt_subst
PROMPT='three $(fireground status --for zsh --format "%{%i%} %t") ends> '
END
	start zsh 150x12 zsh -i
	wait_for zsh "^three INC-1 $shown ends>"
	cat >"$work/home/.zshrc" <<'END'
setopt prompt_subst
precmd() { PROMPT="four $(fireground status --for zsh --format '%i %t') ends> " }
END
	start zsh2 150x12 zsh -i
	wait_for zsh2 "^four INC-1 $shown ends>"
	harmless zsh
fi
