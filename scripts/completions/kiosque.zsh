#compdef indexer searcher
# zsh completion for indexer and searcher. It asks the programs for their --help, so that it always
# knows what they know.

_kiosque_subcommands() {
  "$@" --help 2>/dev/null | sed -n '/^Subcommands:/,$ s/^  \([a-z][a-z-]*\)[ ,][, a-z-]*  \(.*\)/\1:\2/p'
}

_kiosque_options() {
  "$@" --help 2>/dev/null | sed -nE 's/^  (-[A-Za-z],)?(--[a-z][a-z-]*)([^ ]| [^ ])*( {2,}(.*))?$/\2:\5/p'
}

# The values an option takes, where its help lists them: {a,b} or a|b.
_kiosque_values() {
  local option=$1
  shift
  "$@" --help 2>/dev/null | sed -nE "s/^  (-[A-Za-z],)?$option (TEXT:)?\{?([a-z-]+([,|][a-z-]+)+)\}?([= ].*)?\$/\3/p" | tr ',|' '\n\n'
}

local -a command=($words[1]) subcommands options values
local word
for word in $words[2,CURRENT-1]; do
  subcommands=(${(f)"$(_kiosque_subcommands $command)"})
  if (( ${subcommands[(I)$word:*]} )); then command+=($word); fi
done

case $words[CURRENT-1] in
  -i|--index) _path_files -/; return ;;
  --*)
    values=(${(f)"$(_kiosque_values $words[CURRENT-1] $command)"})
    if (( $#values )); then _describe value values; return; fi ;;
esac
if [[ $words[CURRENT] == -* ]]; then
  options=(${(f)"$(_kiosque_options $command)"})
  _describe option options
else
  subcommands=(${(f)"$(_kiosque_subcommands $command)"})
  (( $#subcommands )) && _describe command subcommands
  _files
fi
